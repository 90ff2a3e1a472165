import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayNumber, dayOfWeek, dayStart, isDay, localDay, nextDay, printDay, zone } from "./zone";

const byIntl = new Intl.DateTimeFormat("en-CA", { timeZone: zone, dateStyle: "short" });

describe("a local day", () => {
  test.each([
    ["2026-11-22T15:59:59.999Z", "2026-11-22"],
    ["2026-11-22T16:00:00.000Z", "2026-11-23"],
    ["2026-12-31T16:00:00.000Z", "2027-01-01"],
    ["1970-01-01T00:00:00.000Z", "1970-01-01"],
    ["1988-07-01T15:30:00.000Z", "1988-07-02"],
    ["1988-12-01T15:30:00.000Z", "1988-12-01"],
  ])("of %s is %s, whatever the machine's zone", (at, day) => {
    expect(localDay(new Date(at))).toBe(day);
  });

  test("begins at 16:00 UTC the day before, an hour earlier in the summers of 1986 to 1991", () => {
    expect(dayStart("2026-11-23").toISOString()).toBe("2026-11-22T16:00:00.000Z");
    expect(dayStart("1988-07-01").toISOString()).toBe("1988-06-30T15:00:00.000Z");
    expect(dayStart("1991-09-15").toISOString()).toBe("1991-09-14T15:00:00.000Z");
    expect(dayStart("1991-09-16").toISOString()).toBe("1991-09-15T16:00:00.000Z");
  });

  test("is the one Intl gives, at any instant from 1950 to 2199", () => {
    const instants = fc.date({
      min: new Date("1950-01-01T00:00:00Z"),
      max: new Date("2199-12-31T00:00:00Z"),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(instants, (at) => {
        expect(localDay(at)).toBe(byIntl.format(at));
      }),
      { numRuns: 2000 },
    );
  });

  test("holds the instant it begins at and not the millisecond before", () => {
    const days = fc.integer({ min: dayNumber("1950-01-01"), max: dayNumber("2199-12-31") }).map(printDay);
    fc.assert(
      fc.property(days, (day) => {
        const start = dayStart(day);
        expect(localDay(start)).toBe(day);
        expect(localDay(new Date(start.getTime() - 1))).toBe(nextDay(day, -1));
      }),
      { numRuns: 2000 },
    );
  });

  test.each([
    "2026-02-29",
    "2026-13-01",
    "2026-00-10",
    "2026-04-31",
    "2026-1-01",
    "26-01-01",
    "2026-01-01 ",
    "2026/01/01",
    "",
    "+002026-01-01",
  ])("is refused when it does not exist or is written otherwise: %j", (text) => {
    expect(isDay(text)).toBe(false);
    expect(() => dayStart(text)).toThrow(RangeError);
    expect(() => nextDay(text)).toThrow(RangeError);
    expect(() => dayOfWeek(text)).toThrow(RangeError);
  });

  test("of an invalid date is refused", () => {
    expect(() => localDay(new Date(Number.NaN))).toThrow(RangeError);
  });
});

test("the next day crosses months, leap days and years, in both directions", () => {
  expect(nextDay("2026-02-28")).toBe("2026-03-01");
  expect(nextDay("2028-02-28")).toBe("2028-02-29");
  expect(nextDay("2026-12-31")).toBe("2027-01-01");
  expect(nextDay("2026-01-01", -1)).toBe("2025-12-31");
  expect(nextDay("2026-01-01", 365)).toBe("2027-01-01");
  expect(nextDay("2026-01-01", 0)).toBe("2026-01-01");
  expect(() => nextDay("2026-01-01", 0.5)).toThrow(RangeError);
  expect(() => nextDay("9999-12-31")).toThrow(RangeError);
});

test("Monday is 1 and Sunday is 7, also before 1970", () => {
  expect(["2026-11-23", "2026-11-28", "2026-11-29", "1970-01-01", "1969-12-29", "1969-12-28"].map(dayOfWeek)).toEqual([
    1, 6, 7, 4, 1, 7,
  ]);
});
