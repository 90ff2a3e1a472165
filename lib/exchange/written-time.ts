import { isWallTime, type WallClock, type WallTime } from "../calendar/wall-clock";

/** Why a written time is none. */
export type TimeFault = "form" | "day" | "skipped";
export type ReadTime = { at: Date; twice: boolean } | { fault: TimeFault };

/** Which moment a day means that is written without a time of day: its first, or its last second. */
export type DaySide = "begins" | "ends";
export type TimePattern = (written: string, clock: WallClock, side?: DaySide) => ReadTime;

type Field = keyof WallTime | "half" | "offset";

const fields: Record<string, [field: Field, pattern: string]> = {
  YYYY: ["year", "\\d{4}"],
  YY: ["year", "\\d{2}"],
  MMM: ["month", "[A-Za-z]{3,9}\\.?"],
  MM: ["month", "\\d{2}"],
  M: ["month", "\\d{1,2}"],
  DD: ["day", "\\d{2}"],
  D: ["day", "\\d{1,2}"],
  HH: ["hour", "\\d{2}"],
  H: ["hour", "\\d{1,2}"],
  hh: ["hour", "\\d{2}"],
  h: ["hour", "\\d{1,2}"],
  mm: ["minute", "\\d{2}"],
  m: ["minute", "\\d{1,2}"],
  ss: ["second", "\\d{2}"],
  s: ["second", "\\d{1,2}"],
  SSS: ["milli", "\\d{1,9}"],
  A: ["half", "[AaPp]\\.?[Mm]\\.?|上午|下午"],
  Z: ["offset", "Z|UTC|GMT|[+-]\\d{2}(?::?\\d{2})?"],
};
const token = /\[([^\]]*)\]|YYYY|YY|MMM|MM|M|DD|D|HH|H|hh|h|mm|m|ss|s|SSS|A|Z/g;

/**
 * How times are written: tokens such as `YYYY-MM-DD HH:mm:ss`, `M/D/YYYY h:mm A`, `YYYY年M月D日`; letters of their own
 * stand in brackets. `iso` is an instant with its offset; `epoch` and `epoch-ms` are seconds and milliseconds since 1970;
 * `excel` and `excel1904` are days since their epoch. Null where the pattern names no day.
 */
export function timePattern(form: string): TimePattern | null {
  return (
    (Object.hasOwn(numbered, form) ? numbered[form] : null) ??
    tokenPattern(form === "iso" ? "YYYY-MM-DD[T]HH:mm:ssZ" : form)
  );
}

const numbered: Record<string, TimePattern> = {
  epoch: epochPattern(1000),
  "epoch-ms": epochPattern(1),
  excel: serialPattern(Date.UTC(1899, 11, 30), 61),
  excel1904: serialPattern(Date.UTC(1904, 0, 1), 0),
};

function tokenPattern(form: string): TimePattern | null {
  const order: Field[] = [];
  const parts = [...form.matchAll(token)];
  let [source, from] = ["", 0];
  for (const part of parts) {
    source += quoted(form.slice(from, part.index));
    from = part.index + part[0].length;
    const field = fields[part[0]];
    if (field) order.push(field[0]);
    source += field ? `(${field[1]}${fractionOf(field[0], form)})` : quoted(part[1] ?? "");
  }
  if (!order.includes("year") || !order.includes("month") || !order.includes("day")) return null;
  if (new Set(order).size !== order.length) return null;
  const pattern = new RegExp(`^${source}${quoted(form.slice(from))}$`);
  const isDay = !order.includes("hour");
  return (written, clock, side = "begins") => {
    const found = pattern.exec(written.normalize("NFKC"));
    if (!found) return fault("form");
    const fields = new Map(order.map((field, index) => [field, found[index + 1] ?? ""]));
    return timeOf(isDay && side === "ends" ? new Map([...fields, ...lastSecond]) : fields, clock);
  };
}

const lastSecond: [Field, string][] = [
  ["hour", "23"],
  ["minute", "59"],
  ["second", "59"],
];

/** Seconds may carry a fraction that the pattern does not speak of. */
const fractionOf = (field: Field, form: string) =>
  field === "second" && !form.includes("SSS") ? "(?:\\.\\d{1,9})?" : "";

const quoted = (text: string) =>
  text
    .normalize("NFKC")
    .replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&")
    .replace(/\s+/g, "\\s+");

function timeOf(found: Map<Field, string>, clock: WallClock): ReadTime {
  const number = (field: Field) => Number(found.get(field) ?? 0);
  const hour = hourOf(number("hour"), found.get("half"));
  const [whole = "0", parts = found.get("milli") ?? ""] = (found.get("second") ?? "0").split(".");
  if (hour === null) return fault("day");
  const isDayEnd = hour === 24 && number("minute") === 0 && Number(`${whole}.${parts}`) === 0;
  const wall: WallTime = {
    year: yearOf(found.get("year") ?? ""),
    month: monthOf(found.get("month") ?? ""),
    day: number("day"),
    hour: isDayEnd ? 0 : hour,
    minute: number("minute"),
    second: Number(whole),
    milli: Number(parts.padEnd(3, "0").slice(0, 3)),
  };
  if (!isWallTime(wall)) return fault("day");
  const shown = isDayEnd ? dayAfter(wall) : wall;
  const offset = found.get("offset");
  return offset === undefined ? shownBy(clock, shown) : { at: new Date(utcOf(shown) - offsetOf(offset)), twice: false };
}

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

const yearOf = (written: string) => (written.length === 2 ? 2000 : 0) + Number(written);

const monthOf = (written: string) =>
  /^\d/.test(written) ? Number(written) : months.indexOf(written.slice(0, 3).toLowerCase()) + 1;

/** 24:00 is the end of its day. */
function dayAfter(wall: WallTime): WallTime {
  const next = new Date(Date.UTC(wall.year, wall.month - 1, wall.day + 1));
  return { ...wall, year: next.getUTCFullYear(), month: next.getUTCMonth() + 1, day: next.getUTCDate() };
}

function hourOf(hour: number, half: string | undefined): number | null {
  if (half === undefined) return hour;
  if (hour < 1 || hour > 12) return null;
  return (hour % 12) + (/^[Pp]|下午/.test(half) ? 12 : 0);
}

function shownBy(clock: WallClock, wall: WallTime): ReadTime {
  const instant = clock.instantOf(wall);
  return instant === "skipped" ? fault("skipped") : instant;
}

const utcOf = (wall: WallTime) =>
  Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute, wall.second, wall.milli);

function offsetOf(written: string): number {
  if (/^[A-Z]/.test(written)) return 0;
  const minutes = Number(written.slice(1, 3)) * 60 + Number(written.slice(3).replace(":", ""));
  return (written.startsWith("-") ? -minutes : minutes) * 60_000;
}

/** Day 60 of the older epoch is 1900-02-29, which never was; what lies before it is read by no two programs alike. */
function serialPattern(epoch: number, least: number): TimePattern {
  return (written, clock, side = "begins") => {
    if (!/^\d{1,6}(\.\d+)?$/.test(written)) return fault("form");
    const days = Number(written);
    if (days < least || days > 2_958_465) return fault("day");
    const second = Number.isInteger(days) && side === "ends" ? 86_399 : 0;
    const shown = new Date(epoch + (Math.round(days * 86_400) + second) * 1000);
    return shownBy(clock, {
      year: shown.getUTCFullYear(),
      month: shown.getUTCMonth() + 1,
      day: shown.getUTCDate(),
      hour: shown.getUTCHours(),
      minute: shown.getUTCMinutes(),
      second: shown.getUTCSeconds(),
      milli: 0,
    });
  };
}

function epochPattern(milliseconds: number): TimePattern {
  return (written) => {
    const plain = written.normalize("NFKC");
    if (!/^\d{1,14}(\.\d+)?$/.test(plain)) return fault("form");
    const at = new Date(Math.round(Number(plain) * milliseconds));
    return at.getUTCFullYear() < 10_000 ? { at, twice: false } : fault("day");
  };
}

const fault = (name: TimeFault) => ({ fault: name });
