import { startOfNumber } from "../../lib/calendar/zone";

const dayLength = 86_400_000;
const ahead = 8 * 3_600_000;

/** Days are numbers here, as in lib/calendar/zone; instants are milliseconds. */
export const dayOf = (instant: number): number => Math.floor((instant + ahead) / dayLength);
export const minuteOf = (instant: number): number => (instant - startOfNumber(dayOf(instant))) / 60_000;

/** 1…12 */
export const monthOf = (day: number): number => new Date(day * dayLength).getUTCMonth() + 1;

/** The first day of the month that many months later. */
export function monthStart(day: number, later = 0): number {
  const date = new Date(day * dayLength);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + later, 1) / dayLength;
}
