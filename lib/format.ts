import { dayNumber, localDay, weekdayOf, zone } from "./calendar/zone";

export const locales = ["zh-CN", "zh-Hant", "en"] as const;
export type Locale = (typeof locales)[number];

/** 12,345 and 4.2: at most `digits` after the point, written only where they say something. */
export function formatNumber(locale: Locale, value: number, digits = 0): string {
  return numbers(locale, `up to ${digits}`, { maximumFractionDigits: digits }).format(value);
}

/** 4.20: always `digits` after the point, so that what stands below one another lines up. */
export function formatExact(locale: Locale, value: number, digits: number): string {
  const exact = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  return numbers(locale, `exactly ${digits}`, exact).format(value);
}

/** 91.2 %: a share from 0 to 1. What is neither nothing nor all is never shown as 0 or 100. */
export function formatShare(locale: Locale, share: number, digits = 1): string {
  const step = 10 ** -(digits + 2);
  const rounded = Math.round(share / step) * step;
  const kept = share > 0 && rounded <= 0 ? step : share < 1 && rounded >= 1 ? 1 - step : rounded;
  return `${formatExact(locale, kept * 100, digits)}${thin}%`;
}

/** A change with its sign: +3.1, −0.4, 0.0; whole where `digits` is 0. */
export function formatChange(locale: Locale, value: number, digits: number): string {
  const exact = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  const number = numbers(locale, `signed ${digits}`, { ...exact, signDisplay: "exceptZero" });
  return number.format(value).replace("-", "−");
}

/** 2026年11月23日 (周一) of a day written YYYY-MM-DD. */
export function formatDay(locale: Locale, day: string): string {
  const [year = "", month = "", date = ""] = day.split("-").map((part) => String(Number(part)));
  const weekday = weekdays[locale][weekdayOf(dayNumber(day)) - 1] ?? "";
  return locale === "en"
    ? `${weekday} ${date} ${months[Number(month) - 1] ?? ""} ${year}`
    : `${year}年${month}月${date}日 (${weekday})`;
}

/** From one day to another, both included. */
export function formatSpan(locale: Locale, { from, to }: { from: string; to: string }): string {
  return `${formatDay(locale, from)} – ${formatDay(locale, to)}`;
}

/** The day without its weekday, for tables: 2026-11-23. */
export function formatDate(at: Date): string {
  return localDay(at);
}

/** 2026年11月23日 (周一) 09:40 in the time zone of the records. */
export function formatDateTime(locale: Locale, at: Date): string {
  return locale === "en"
    ? `${formatDay(locale, localDay(at))}, ${formatTime(at)}`
    : `${formatDay(locale, localDay(at))} ${formatTime(at)}`;
}

/** 11-23 09:40, for dense tables. */
export function formatShortTime(at: Date): string {
  return `${localDay(at).slice(5)} ${formatTime(at)}`;
}

/** 09:40 */
export function formatTime(at: Date): string {
  return clock.format(at);
}

/** 2026年11月 of a month written YYYY-MM. */
export function formatMonth(locale: Locale, month: string): string {
  const [year = "", number = ""] = month.split("-").map((part) => String(Number(part)));
  return locale === "en" ? `${months[Number(number) - 1] ?? ""} ${year}` : `${year}年${number}月`;
}

/** 3 小时 20 分: the two largest parts of a length of time; its sign is for the words around it. */
export function formatDuration(locale: Locale, milliseconds: number): string {
  const minutes = Math.floor(Math.abs(milliseconds) / 60_000);
  const parts = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60), minutes % 60];
  const first = parts.findIndex((part) => part > 0);
  if (first < 0) return locale === "en" ? "under 1 min" : `不到${thin}1${thin}${units[locale][2]}`;
  return parts
    .map((part, index) => ({ part, unit: units[locale][index] ?? "" }))
    .slice(first, first + 2)
    .filter(({ part }) => part > 0)
    .map(({ part, unit }) => `${part}${thin}${unit}`)
    .join(thin);
}

const formats = new Map<string, Intl.NumberFormat>();

/** A page prints hundreds of numbers in a few ways, and making a format costs more than printing with it. */
function numbers(locale: Locale, way: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${locale} ${way}`;
  const format = formats.get(key) ?? new Intl.NumberFormat(tags[locale], options);
  formats.set(key, format);
  return format;
}

const thin = "\u2009";
const tags: Record<Locale, string> = { "zh-CN": "zh-CN", "zh-Hant": "zh-TW", en: "en-GB" };
const months = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];
const weekdays: Record<Locale, string[]> = {
  "zh-CN": ["周一", "周二", "周三", "周四", "周五", "周六", "周日"],
  "zh-Hant": ["週一", "週二", "週三", "週四", "週五", "週六", "週日"],
  en: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
};
const units: Record<Locale, [string, string, string]> = {
  "zh-CN": ["天", "小时", "分"],
  "zh-Hant": ["天", "小時", "分"],
  en: ["d", "h", "min"],
};
const clock = new Intl.DateTimeFormat("en-GB", {
  timeZone: zone,
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});
