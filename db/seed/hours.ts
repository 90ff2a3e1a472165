import { isWorkdayNumber } from "../../lib/calendar/workdays";
import { startOfNumber } from "../../lib/calendar/zone";
import { dayOf, minuteOf } from "./days";
import type { Random } from "./random";

const minute = 60_000;

/** Nobody sits there at night: what would happen then happens in the morning. */
export function staffed(random: Random, at: number): number {
  const clock = minuteOf(at);
  if (clock >= 460 && clock < 1290) return at;
  const morning = startOfNumber(dayOf(at) + (clock < 460 ? 0 : 1));
  return morning + (465 + random.skewed(35, 0.7)) * minute;
}

/** The same for work that waits for an office to open. */
export function inOffice(random: Random, at: number): number {
  const clock = minuteOf(at);
  if (isWorkdayNumber(dayOf(at)) && clock > 540 && clock < 1040) return at;
  let next = dayOf(at) + (clock < 540 ? 0 : 1);
  while (!isWorkdayNumber(next)) next += 1;
  return startOfNumber(next) + random.between(545, 700) * minute;
}
