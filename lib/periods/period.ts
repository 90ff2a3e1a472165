import { dayNumber, dayOfWeek, isDay, nextDay } from "../calendar/zone";
import type { Bucket, Cutoff, Grain, Period, PeriodKind, Span } from "./model";
import { monthAt, printMonth, spanOfMonths, yearsEarlier } from "./month";

const monthsIn = { month: 1, quarter: 3, year: 12 } as const;
const longestRange = 3_660;

/**
 * A period from its URL word: `2026-11`, `2026Q4`, `2026` or `2026-11-01..2026-11-23`. Null for anything else: other
 * writing, days that do not exist, a range that ends before it begins or is longer than ten years, years outside 1950…2199.
 */
export function parsePeriod(text: string, cutoff: Cutoff): Period | null {
  const [, year, quarter, month] = /^(\d{4})(?:Q([1-4])|-(0[1-9]|1[0-2]))?$/.exec(text) ?? [];
  if (year === undefined) return parseRange(text);
  if (!isCovered(year)) return null;
  if (month !== undefined) return periodOf("month", Number(year) * 12 + Number(month) - 1, cutoff);
  if (quarter !== undefined) return periodOf("quarter", Number(year) * 12 + 3 * Number(quarter) - 3, cutoff);
  return periodOf("year", Number(year) * 12, cutoff);
}

/** The URL word of a period, which `parsePeriod` reads back under the same cut-off day. */
export function printPeriod({ kind, from, to }: Period): string {
  if (kind === "range") return `${from}..${to}`;
  if (kind === "month") return to.slice(0, 7);
  if (kind === "quarter") return `${to.slice(0, 4)}Q${Math.ceil(Number(to.slice(5, 7)) / 3)}`;
  return to.slice(0, 4);
}

/** The month, quarter or year a local day is reported in. */
export function periodAt(day: string, kind: Exclude<PeriodKind, "range">, cutoff: Cutoff): Period {
  const month = monthAt(printedDay(day), cutoff);
  return periodOf(kind, month - (month % monthsIn[kind]), cutoff);
}

/** The period that ends the day before: of the same kind, or for a range as many days. */
export function previousPeriod(period: Period, cutoff: Cutoff): Period {
  const to = nextDay(period.from, -1);
  if (period.kind !== "range") return periodAt(to, period.kind, cutoff);
  return { kind: "range", from: nextDay(period.from, -daysIn(period)), to };
}

/** The same month, quarter, year or dates one year earlier; in a range 29 February becomes the 28th. */
export function samePeriodLastYear(period: Period, cutoff: Cutoff): Period {
  if (period.kind === "range")
    return { kind: "range", from: yearsEarlier(period.from, 1), to: yearsEarlier(period.to, 1) };
  return periodOf(period.kind, monthAt(period.from, cutoff) - 12, cutoff);
}

/** The parts of a period, oldest first, without gap or overlap. Weeks begin on Monday, months follow the cut-off day. */
export function buckets(period: Span, grain: Grain, cutoff: Cutoff): Bucket[] {
  const parts: Bucket[] = [];
  for (let from = period.from; from <= period.to; ) {
    const part = bucketAt(from, grain, cutoff);
    const to = part.to < period.to ? part.to : period.to;
    parts.push({ key: part.key, from, to });
    from = nextDay(to);
  }
  return parts;
}

/** The grain a period is shown in: days up to 31 days, weeks up to 26 weeks, else months. */
export function bucketFor(period: Span): Grain {
  const days = daysIn(period);
  if (days <= 31) return "day";
  return days <= 26 * 7 ? "week" : "month";
}

/** What of a period is not in the future: itself once it is over, else a range that ends today. Null when it has not begun. */
export function clipToToday(period: Period, today: string): Period | null {
  if (period.from > printedDay(today)) return null;
  return period.to <= today ? period : { kind: "range", from: period.from, to: today };
}

/** How many days a period has. */
export function daysIn({ from, to }: Span): number {
  return dayNumber(to) - dayNumber(from) + 1;
}

function parseRange(text: string): Period | null {
  const [from, to, ...rest] = text.split("..");
  if (from === undefined || to === undefined || rest.length > 0) return null;
  if (![from, to].every((day) => isDay(day) && isCovered(day)) || from > to) return null;
  return daysIn({ from, to }) > longestRange ? null : { kind: "range", from, to };
}

function isCovered(day: string): boolean {
  return day.slice(0, 4) >= "1950" && day.slice(0, 4) <= "2199";
}

function periodOf(kind: Exclude<PeriodKind, "range">, firstMonth: number, cutoff: Cutoff): Period {
  return { kind, ...spanOfMonths(firstMonth, monthsIn[kind], cutoff) };
}

function printedDay(day: string): string {
  if (!isDay(day)) throw new RangeError(`not a day: ${day}`);
  return day;
}

function bucketAt(day: string, grain: Grain, cutoff: Cutoff): { key: string; to: string } {
  if (grain === "day") return { key: day, to: day };
  if (grain === "week") return { key: weekOf(day), to: nextDay(day, 7 - dayOfWeek(day)) };
  const month = monthAt(day, cutoff);
  return { key: printMonth(month), to: spanOfMonths(month, 1, cutoff).to };
}

/** The ISO 8601 week: that of its Thursday. */
function weekOf(day: string): string {
  const thursday = nextDay(day, 4 - dayOfWeek(day));
  const year = thursday.slice(0, 4);
  const week = Math.floor((dayNumber(thursday) - dayNumber(`${year}-01-01`)) / 7) + 1;
  return `${year}W${String(week).padStart(2, "0")}`;
}
