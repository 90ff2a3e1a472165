// The package's own functions read a day in the machine's time zone; its data has no such trap.
import calendar from "chinese-days/dist/chinese-days.json" with { type: "json" };
import { dayNumber, localDay, weekdayOf } from "./zone";

const off = numbersOf(Object.keys(calendar.holidays));
const makeUp = numbersOf(Object.keys(calendar.workdays));

/** The years whose notice of public holidays and make-up days (国务院办公厅放假安排) is known, in order. */
export const publishedYears: readonly number[] = Object.keys(calendar.holidays)
  .filter((day) => day.endsWith("-10-01"))
  .map((day) => Number(day.slice(0, 4)))
  .sort((a, b) => a - b);

const published = new Set(publishedYears);

/** Whether the year's holidays are published. Without them every Monday to Friday counts as a work day. */
export function isPublished(year: number): boolean {
  return published.has(year);
}

/** The year that limits already reach and whose holidays are not published, or null; from October on the next one is looked for. */
export function missingYear(now: Date, isKnown = isPublished): number | null {
  const [year = 0, month = 0] = localDay(now).split("-").map(Number);
  const reached = month >= 10 ? [year, year + 1] : [year];
  return reached.find((each) => !isKnown(each)) ?? null;
}

/** Whether a local day (YYYY-MM-DD) is worked: make-up days are, public holidays are not, otherwise Monday to Friday. */
export function isWorkday(day: string): boolean {
  return isWorkdayNumber(dayNumber(day));
}

/** The same for a day given as days since 1970-01-01. */
export function isWorkdayNumber(number: number): boolean {
  if (makeUp.has(number)) return true;
  return weekdayOf(number) <= 5 && !off.has(number);
}

/**
 * Whether nothing published later can change the day, given as days since 1970-01-01. The last week of December hangs
 * on the notice of the next year: that of 2019 made 29 December 2018 a work day and the 31st a holiday.
 */
export function isSettledNumber(number: number): boolean {
  const day = new Date(number * 86_400_000);
  const year = day.getUTCFullYear();
  const newYearIsNear = day.getUTCMonth() === 11 && day.getUTCDate() >= 25;
  return isPublished(year) && (!newYearIsNear || isPublished(year + 1));
}

function numbersOf(days: string[]): Set<number> {
  return new Set(days.map(dayNumber));
}
