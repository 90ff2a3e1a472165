import { defaultWorkHours, type Limit, type WorkHours } from "./model";
import { isSettledNumber, isWorkdayNumber } from "./workdays";
import { localDayNumber, startOfNumber } from "./zone";

export type Due = { at: Date; provisional: boolean };

const hour = 3_600_000;
const minute = 60_000;
const longestHours = 87_840;
const longestDays = 3_660;

/**
 * When a limit that starts at an instant runs out. `hour`: real hours. `work_hour`: hours inside the work hours of work
 * days; a limit used up at noon is due at noon. `work_day` and `natural_day`: counting begins the day after and ends
 * with the last millisecond (23:59:59.999 local) of the last day; a work day counts whole, whatever its hours; 0 is the
 * end of the same day. `provisional`: a work limit met a day whose holidays are not published yet, so it may move.
 * Refuses (RangeError) a negative limit, one of more than ten years, part of a day, and work hours that are empty,
 * overlapping or out of order.
 */
export function dueAt(start: Date, { value, unit }: Limit, workHours: WorkHours = defaultWorkHours): Due {
  const inHours = unit === "hour" || unit === "work_hour";
  const allowed = inHours ? value <= longestHours : Number.isInteger(value) && value <= longestDays;
  if (!allowed || !(value >= 0)) throw new RangeError(`not a limit: ${value} ${unit}`);

  const first = localDayNumber(start);
  if (unit === "hour") return { at: new Date(start.getTime() + Math.round(value * hour)), provisional: false };
  if (unit === "natural_day") return { at: endOfDay(first + value), provisional: false };
  if (unit === "work_day") return afterWorkDays(first, value);
  return afterWorkTime(start, Math.round(value * hour), spansOf(workHours));
}

/**
 * Work time in milliseconds between two instants: what lies inside the work hours of work days. Negative when `to` is
 * before `from`. Undoes `dueAt` for work hours. Refuses the same work hours.
 */
export function elapsedWork(from: Date, to: Date, workHours: WorkHours = defaultWorkHours): number {
  const [start, end] = from <= to ? [from, to] : [to, from];
  const spans = spansOf(workHours);
  const last = localDayNumber(end);
  let elapsed = 0;
  for (let day = localDayNumber(start); day <= last; day += 1) {
    if (isWorkdayNumber(day)) elapsed += workOn(day, spans, start.getTime(), end.getTime());
  }
  return from <= to ? elapsed : 0 - elapsed;
}

/**
 * The latest instant from which so many work hours had passed at another: what was due by then is late by as much.
 * Refuses the same hours and work hours as `dueAt`.
 */
export function workHoursBefore(at: Date, value: number, workHours: WorkHours = defaultWorkHours): Date {
  if (!(value >= 0 && value <= longestHours)) throw new RangeError(`not a limit: ${value} work_hour`);
  const spans = spansOf(workHours).reverse();
  let left = Math.round(value * hour);
  if (left === 0) return at;
  for (let day = localDayNumber(at); ; day -= 1) {
    if (!isWorkdayNumber(day)) continue;
    for (const { from, to } of spans) {
      const end = Math.min(at.getTime(), startOfNumber(day) + to);
      const open = Math.max(0, end - (startOfNumber(day) + from));
      if (open >= left) return new Date(end - left);
      left -= open;
    }
  }
}

function endOfDay(day: number): Date {
  return new Date(startOfNumber(day + 1) - 1);
}

function afterWorkDays(first: number, value: number): Due {
  let day = first;
  let provisional = false;
  for (let left = value; left > 0; ) {
    day += 1;
    provisional ||= !isSettledNumber(day);
    if (isWorkdayNumber(day)) left -= 1;
  }
  return { at: endOfDay(day), provisional };
}

type Span = { from: number; to: number };

function afterWorkTime(start: Date, length: number, spans: Span[]): Due {
  const time = start.getTime();
  if (length === 0) return { at: new Date(time), provisional: false };
  let left = length;
  let provisional = false;
  for (let day = localDayNumber(start); ; day += 1) {
    provisional ||= !isSettledNumber(day);
    if (!isWorkdayNumber(day)) continue;
    for (const { from, to } of spans) {
      const begin = Math.max(time, startOfNumber(day) + from);
      const open = Math.max(0, startOfNumber(day) + to - begin);
      if (open >= left) return { at: new Date(begin + left), provisional };
      left -= open;
    }
  }
}

function workOn(day: number, spans: Span[], start: number, end: number): number {
  const midnight = startOfNumber(day);
  const within = ({ from, to }: Span) => Math.max(0, Math.min(end, midnight + to) - Math.max(start, midnight + from));
  return spans.reduce((sum, span) => sum + within(span), 0);
}

function spansOf(workHours: WorkHours): Span[] {
  const spans = workHours.map(({ from, to }) => ({ from: timeOfDay(from), to: timeOfDay(to) }));
  const ordered = spans.every((span, i) => span.from < span.to && span.from >= (spans[i - 1]?.to ?? 0));
  if (spans.length === 0 || !ordered) throw new RangeError("work hours are empty, overlapping or out of order");
  return spans;
}

/** Milliseconds since midnight of a time written 09:00, up to 24:00. Refuses anything else. */
export function timeOfDay(text: string): number {
  const [, hours, minutes] = /^([01]\d|2[0-3]|24(?=:00)):([0-5]\d)$/.exec(text) ?? [];
  if (hours === undefined) throw new RangeError(`not a time of day: ${text}`);
  return Number(hours) * hour + Number(minutes) * minute;
}
