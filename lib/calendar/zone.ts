export const zone = "Asia/Shanghai";

const hour = 3_600_000;
const dayLength = 24 * hour;
const standardOffset = 8 * hour;
// Summer time ended for good at 1991-09-15 02:00 local; from then on the offset is always +08:00.
const fixedSince = Date.UTC(1991, 8, 14, 17);

/** The local day (YYYY-MM-DD) of an instant. Exact from 1950 to 9999; an invalid date is refused with a RangeError. */
export function localDay(at: Date): string {
  return printDay(localDayNumber(at));
}

/** The local day of an instant, as days since 1970-01-01. */
export function localDayNumber(at: Date): number {
  const time = at.getTime();
  if (Number.isNaN(time)) throw new RangeError("not a date");
  return Math.floor((time + offsetAt(time)) / dayLength);
}

/** The instant at which a local day (YYYY-MM-DD) begins. Refuses a day that does not exist. */
export function dayStart(day: string): Date {
  return new Date(startOfNumber(dayNumber(day)));
}

/** The last millisecond of a local day (YYYY-MM-DD). */
export function endOfDay(day: string): Date {
  return new Date(startOfNumber(dayNumber(day) + 1) - 1);
}

/** The instant, in milliseconds, at which the local day with this number begins. */
export function startOfNumber(number: number): number {
  const start = number * dayLength - standardOffset;
  return start >= fixedSince ? start : number * dayLength - offsetAt(start);
}

/** The day `n` days later; earlier when `n` is negative. */
export function nextDay(day: string, n = 1): string {
  if (!Number.isInteger(n)) throw new RangeError("days are counted in whole numbers");
  return printDay(dayNumber(day) + n);
}

/** 1 for Monday to 7 for Sunday (ISO 8601). */
export function dayOfWeek(day: string): number {
  return weekdayOf(dayNumber(day));
}

/** The weekday of a day number: 1 for Monday to 7 for Sunday. */
export function weekdayOf(number: number): number {
  return ((((number + 3) % 7) + 7) % 7) + 1;
}

/** Whether the text is a day that exists, written YYYY-MM-DD. */
export function isDay(text: string): boolean {
  return parseDay(text) !== null;
}

/** Days since 1970-01-01 of a day written YYYY-MM-DD. Refuses a day that does not exist. */
export function dayNumber(day: string): number {
  const number = parseDay(day);
  if (number === null) throw new RangeError(`not a day: ${day}`);
  return number;
}

/** The day (YYYY-MM-DD) of a number of days since 1970-01-01. Refuses days outside the years 0000 to 9999. */
export function printDay(number: number): string {
  const day = new Date(number * dayLength).toISOString().slice(0, 10);
  if (!/^\d/.test(day)) throw new RangeError("outside the years 0000 to 9999");
  return day;
}

function parseDay(text: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const time = Date.parse(`${text}T00:00:00Z`);
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== text) return null;
  return time / dayLength;
}

const wallClock = new Intl.DateTimeFormat("en-US", {
  timeZone: zone,
  hourCycle: "h23",
  year: "numeric",
  month: "numeric",
  day: "numeric",
  hour: "numeric",
  minute: "numeric",
  second: "numeric",
});

function offsetAt(time: number): number {
  if (time >= fixedSince) return standardOffset;
  const whole = Math.floor(time / 1000) * 1000;
  const parts = new Map(wallClock.formatToParts(whole).map(({ type, value }) => [type, Number(value)]));
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
  return Date.UTC(part("year"), part("month") - 1, part("day"), part("hour"), part("minute"), part("second")) - whole;
}
