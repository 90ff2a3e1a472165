import fc from "fast-check";
import { expect, test } from "vitest";
import { isWallTime, type WallTime, wallClockOf } from "./wall-clock";

const at = (text: string): WallTime => {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = text.split(/[-T:]/).map(Number);
  return { year, month, day, hour, minute, second: 0, milli: 0 };
};
const instant = (zone: string, text: string) => wallClockOf(zone)?.instantOf(at(text));

test.each([
  ["Asia/Shanghai", "2026-11-23T10:00", "2026-11-23T02:00:00.000Z"],
  ["Asia/Shanghai", "1988-07-01T10:00", "1988-07-01T01:00:00.000Z"],
  ["America/New_York", "2011-10-01T01:37", "2011-10-01T05:37:00.000Z"],
  ["America/New_York", "2011-12-01T01:37", "2011-12-01T06:37:00.000Z"],
  ["Asia/Kathmandu", "2026-01-01T05:45", "2026-01-01T00:00:00.000Z"],
  ["Pacific/Kiritimati", "2026-01-01T14:00", "2026-01-01T00:00:00.000Z"],
  ["UTC", "2024-02-29T23:59", "2024-02-29T23:59:00.000Z"],
])("in %s the clock shows %s at %s", (zone, text, expected) => {
  expect(instant(zone, text)).toEqual({ at: new Date(expected), twice: false });
});

test("what the clock leaps over is no time, what it shows twice is the first", () => {
  expect(instant("America/New_York", "2026-03-08T02:30")).toBe("skipped");
  expect(instant("America/New_York", "2026-03-08T03:00")).toMatchObject({ twice: false });
  expect(instant("America/New_York", "2026-11-01T01:30")).toEqual({
    at: new Date("2026-11-01T05:30:00Z"),
    twice: true,
  });
  expect(instant("Australia/Lord_Howe", "2026-10-04T02:15")).toBe("skipped");
});

test("there is no clock of a zone that is none", () => {
  expect(wallClockOf("Mars/Olympus")).toBeNull();
  expect(wallClockOf("")).toBeNull();
});

test("later on the clock is never earlier in truth, so that what is on time stays on time", () => {
  const clock = wallClockOf("America/New_York");
  const minutes = fc.integer({ min: 0, max: 60 * 24 * 400 });
  const shown = (minute: number) => {
    const date = new Date(Date.UTC(2010, 9, 1, 0, minute));
    return clock?.instantOf(at(date.toISOString().slice(0, 16)));
  };
  fc.assert(
    fc.property(minutes, minutes, (a, b) => {
      const [first, second] = [shown(Math.min(a, b)), shown(Math.max(a, b))];
      if (!first || !second || first === "skipped" || second === "skipped") return;
      expect(second.at.getTime()).toBeGreaterThanOrEqual(first.at.getTime());
      if (a !== b) expect(second.at.getTime()).not.toBe(first.at.getTime());
    }),
  );
});

test("days that do not exist are no times", () => {
  for (const text of [
    "2026-02-29T00:00",
    "2026-04-31T00:00",
    "2026-00-10T00:00",
    "2026-01-01T24:00",
    "2026-01-01T00:60",
  ])
    expect([text, isWallTime(at(text))]).toEqual([text, false]);
  expect(isWallTime(at("2024-02-29T23:59"))).toBe(true);
});
