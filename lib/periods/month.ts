import { isDay, nextDay } from "../calendar/zone";
import type { Cutoff, Span } from "./model";

/** The number of the month a day is reported in, counted from year 0: a day after the cut-off belongs to the next month. */
export function monthAt(day: string, cutoff: Cutoff): number {
  const last = checkedCutoff(cutoff);
  const calendarMonth = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
  return last !== null && Number(day.slice(8)) > last ? calendarMonth + 1 : calendarMonth;
}

/** The days reported as `count` months that begin with month `first`. */
export function spanOfMonths(first: number, count: number, cutoff: Cutoff): Span {
  const last = checkedCutoff(cutoff);
  if (last === null) return { from: `${printMonth(first)}-01`, to: nextDay(`${printMonth(first + count)}-01`, -1) };
  const lastDay = String(last).padStart(2, "0");
  return { from: nextDay(`${printMonth(first - 1)}-${lastDay}`), to: `${printMonth(first + count - 1)}-${lastDay}` };
}

/** YYYY-MM of a month's number. */
export function printMonth(month: number): string {
  const year = Math.floor(month / 12);
  return `${String(year).padStart(4, "0")}-${String(month - year * 12 + 1).padStart(2, "0")}`;
}

/** The same date `years` earlier; 29 February becomes the 28th. */
export function yearsEarlier(day: string, years: number): string {
  const date = `${String(Number(day.slice(0, 4)) - years).padStart(4, "0")}${day.slice(4)}`;
  return isDay(date) ? date : date.replace(/29$/, "28");
}

function checkedCutoff(cutoff: Cutoff): number | null {
  if (cutoff === null || cutoff === 31) return null;
  if (!Number.isInteger(cutoff) || cutoff < 1 || cutoff > 28) throw new RangeError(`not a cut-off day: ${cutoff}`);
  return cutoff;
}
