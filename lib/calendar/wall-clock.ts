const minute = 60_000;
const quarter = 15 * minute;
const day = 24 * 60 * minute;

/** What a wall clock shows, without a zone. */
export type WallTime = {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  milli: number;
};

/** The clock of a named zone: from what it shows to the instant. */
export type WallClock = { instantOf: (wall: WallTime) => WallInstant };

/** `skipped`: the clock never shows it, because it was put forward. `twice`: it shows it twice; the first is meant. */
export type WallInstant = { at: Date; twice: boolean } | "skipped";

/** Null where there is no zone of that name. */
export function wallClockOf(zone: string): WallClock | null {
  const offsetAt = offsetsOf(zone);
  if (!offsetAt) return null;
  const instantOf = (wall: WallTime): WallInstant => {
    const shown = Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute, wall.second, wall.milli);
    const offsets = [...new Set([offsetAt(shown - day), offsetAt(shown + day)])];
    const hits = offsets.map((offset) => shown - offset).filter((time) => time + offsetAt(time) === shown);
    const [first] = hits.sort((a, b) => a - b);
    return first === undefined ? "skipped" : { at: new Date(first), twice: hits.length > 1 };
  };
  return { instantOf };
}

/** A day that exists and a time of that day. */
export function isWallTime({ year, month, day: date, hour, minute: minutes, second }: WallTime): boolean {
  const shown = new Date(Date.UTC(year, month - 1, date));
  return (
    shown.getUTCFullYear() === year &&
    shown.getUTCMonth() === month - 1 &&
    shown.getUTCDate() === date &&
    hour < 24 &&
    minutes < 60 &&
    second < 60
  );
}

/** Offsets from UTC; they change on quarters of an hour, so each quarter is asked for once. */
function offsetsOf(zone: string): ((time: number) => number) | null {
  const format = formatOf(zone);
  if (!format) return null;
  const known = new Map<number, number>();
  return (time) => {
    const slot = Math.floor(time / quarter);
    const found = known.get(slot);
    if (found !== undefined) return found;
    const at = slot * quarter;
    const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
    const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
    const shown = Date.UTC(part("year"), part("month") - 1, part("day"), part("hour"), part("minute"), part("second"));
    known.set(slot, shown - at);
    return shown - at;
  };
}

function formatOf(zone: string): Intl.DateTimeFormat | null {
  try {
    return new Intl.DateTimeFormat("en-US", {
      timeZone: zone,
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
