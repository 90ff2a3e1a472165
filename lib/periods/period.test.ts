import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayNumber, dayOfWeek, nextDay, printDay } from "../calendar/zone";
import { type Cutoff, grains, type Period } from "./model";
import {
  bucketFor,
  buckets,
  clipToToday,
  daysIn,
  parsePeriod,
  periodAt,
  previousPeriod,
  printPeriod,
  samePeriodLastYear,
} from "./period";

const range = (from: string, to: string): Period => ({ kind: "range", from, to });
const ends = (period: { from: string; to: string } | null) => period && [period.from, period.to];
const read = (text: string, cutoff: Cutoff = null): Period => {
  const period = parsePeriod(text, cutoff);
  if (period === null) throw new Error(`not a period: ${text}`);
  return period;
};

describe("the word of a period", () => {
  test.each<[string, Cutoff, string, string, string]>([
    ["2026-11", null, "month", "2026-11-01", "2026-11-30"],
    ["2026-11", 31, "month", "2026-11-01", "2026-11-30"],
    ["2026-11", 18, "month", "2026-10-19", "2026-11-18"],
    ["2026-01", 18, "month", "2025-12-19", "2026-01-18"],
    ["2026-03", 28, "month", "2026-03-01", "2026-03-28"],
    ["2028-03", 28, "month", "2028-02-29", "2028-03-28"],
    ["2026-11", 1, "month", "2026-10-02", "2026-11-01"],
    ["2028-02", null, "month", "2028-02-01", "2028-02-29"],
    ["2026Q4", null, "quarter", "2026-10-01", "2026-12-31"],
    ["2026Q4", 18, "quarter", "2026-09-19", "2026-12-18"],
    ["2026Q1", 18, "quarter", "2025-12-19", "2026-03-18"],
    ["2026", null, "year", "2026-01-01", "2026-12-31"],
    ["2026", 18, "year", "2025-12-19", "2026-12-18"],
    ["2026-11-01..2026-11-23", 18, "range", "2026-11-01", "2026-11-23"],
    ["2026-11-01..2026-11-01", null, "range", "2026-11-01", "2026-11-01"],
  ])("%s with cut-off %s is a %s from %s to %s, and is printed back", (text, cutoff, kind, from, to) => {
    expect(parsePeriod(text, cutoff)).toEqual({ kind, from, to });
    expect(printPeriod({ kind: read(text, cutoff).kind, from, to })).toBe(text);
  });

  test.each([
    "",
    " 2026",
    "2026 ",
    "2026\n",
    "26",
    "02026",
    "2026-13",
    "2026-00",
    "2026-1",
    "2026Q5",
    "2026Q0",
    "2026q4",
    "2026-Q4",
    "2026-11-01",
    "2026-02-29..2026-03-01",
    "2026-11-23..2026-11-01",
    "2026-11-01..",
    "..2026-11-01",
    "2026-11-01..2026-11-02..2026-11-03",
    "2026-11-01...2026-11-02",
    "2000-01-01..2026-01-01",
    "0001",
    "9999",
    "1949-12-31..1950-01-01",
    "２０２６",
    "2026-11-01' or 1=1",
  ])("is null for %j", (text) => {
    expect(parsePeriod(text, null)).toBeNull();
  });

  test.each([0, 29, 30, -1, 1.5, Number.NaN])("a cut-off day of %d is refused", (cutoff) => {
    expect(() => parsePeriod("2026-11", cutoff)).toThrow(RangeError);
  });
});

describe("the period of a day", () => {
  test.each<[string, "month" | "quarter" | "year", Cutoff, string]>([
    ["2026-11-18", "month", 18, "2026-11"],
    ["2026-11-19", "month", 18, "2026-12"],
    ["2026-12-19", "month", 18, "2027-01"],
    ["2026-12-19", "quarter", 18, "2027Q1"],
    ["2026-12-19", "year", 18, "2027"],
    ["2026-12-31", "year", null, "2026"],
    ["2026-12-31", "quarter", null, "2026Q4"],
  ])("%s is reported in its %s with cut-off %s: %s", (day, kind, cutoff, word) => {
    expect(printPeriod(periodAt(day, kind, cutoff))).toBe(word);
  });

  test("a day that does not exist is refused", () => {
    expect(() => periodAt("2026-02-30", "month", null)).toThrow(RangeError);
  });
});

describe("the period before and the one a year ago", () => {
  test.each<[string, Cutoff, string, string]>([
    ["2026-01", null, "2025-12", "2025-01"],
    ["2026-01", 18, "2025-12", "2025-01"],
    ["2026Q1", 18, "2025Q4", "2025Q1"],
    ["2026", 18, "2025", "2025"],
    ["2026-11-01..2026-11-23", null, "2026-10-09..2026-10-31", "2025-11-01..2025-11-23"],
    ["2028-02-01..2028-02-29", null, "2028-01-03..2028-01-31", "2027-02-01..2027-02-28"],
    ["2028-02-29..2028-02-29", null, "2028-02-28..2028-02-28", "2027-02-28..2027-02-28"],
    ["2028-02", null, "2028-01", "2027-02"],
  ])("of %s with cut-off %s are %s and %s", (text, cutoff, before, lastYear) => {
    expect(printPeriod(previousPeriod(read(text, cutoff), cutoff))).toBe(before);
    expect(printPeriod(samePeriodLastYear(read(text, cutoff), cutoff))).toBe(lastYear);
  });
});

describe("the parts of a period", () => {
  test("are weeks from Monday to Sunday by ISO number, the first and last cut", () => {
    expect(buckets(read("2026-12-30..2027-01-12"), "week", null)).toEqual([
      { key: "2026W53", from: "2026-12-30", to: "2027-01-03" },
      { key: "2027W01", from: "2027-01-04", to: "2027-01-10" },
      { key: "2027W02", from: "2027-01-11", to: "2027-01-12" },
    ]);
  });

  test("are months that follow the cut-off day, cut by a range", () => {
    expect(buckets(read("2026-11-10..2027-01-05"), "month", 18)).toEqual([
      { key: "2026-11", from: "2026-11-10", to: "2026-11-18" },
      { key: "2026-12", from: "2026-11-19", to: "2026-12-18" },
      { key: "2027-01", from: "2026-12-19", to: "2027-01-05" },
    ]);
  });

  test("are the twelve months of a year, each the month of its own word", () => {
    const parts = buckets(read("2026", 18), "month", 18);
    expect(parts.map(({ key }) => key)).toEqual(
      Array.from({ length: 12 }, (_, i) => `2026-${String(i + 1).padStart(2, "0")}`),
    );
    expect(parts.map(ends)).toEqual(parts.map(({ key }) => ends(parsePeriod(key, 18))));
  });

  test.each([
    ["2026-11", "day"],
    ["2026-11-01..2026-12-01", "day"],
    ["2026-11-01..2026-12-02", "week"],
    ["2026Q4", "week"],
    ["2026-01-01..2026-07-01", "week"],
    ["2026-01-01..2026-07-02", "month"],
    ["2026", "month"],
  ])("of %s are shown by %s", (text, grain) => {
    expect(bucketFor(read(text))).toBe(grain);
  });
});

describe("a period clipped to today", () => {
  const november = read("2026-11");

  test("ends today while it runs, is itself once over, and is null before it begins", () => {
    expect(clipToToday(november, "2026-11-23")).toEqual(range("2026-11-01", "2026-11-23"));
    expect(clipToToday(november, "2026-11-01")).toEqual(range("2026-11-01", "2026-11-01"));
    expect(clipToToday(november, "2026-11-30")).toEqual(november);
    expect(clipToToday(november, "2027-05-01")).toEqual(november);
    expect(clipToToday(november, "2026-10-31")).toBeNull();
  });
});

describe("for any day, kind and cut-off day", () => {
  const days = fc.integer({ min: dayNumber("1999-01-01"), max: dayNumber("2101-12-31") }).map(printDay);
  const cutoffs = fc.option(fc.integer({ min: 1, max: 28 }));
  const kinds = fc.constantFrom("month" as const, "quarter" as const, "year" as const);
  const ranges = fc
    .tuple(days, fc.integer({ min: 0, max: 800 }))
    .map(([from, length]) => range(from, nextDay(from, length)));
  const periods = cutoffs.chain((cutoff) =>
    fc.record({
      cutoff: fc.constant(cutoff),
      period: fc.oneof(
        ranges,
        fc.tuple(days, kinds).map(([day, kind]) => periodAt(day, kind, cutoff)),
      ),
    }),
  );

  test("a period holds its day and is read back from its word", () => {
    fc.assert(
      fc.property(days, kinds, cutoffs, (day, kind, cutoff) => {
        const period = periodAt(day, kind, cutoff);
        expect(period.from <= day && day <= period.to).toBe(true);
        expect(parsePeriod(printPeriod(period), cutoff)).toEqual(period);
      }),
    );
  });

  test("buckets partition the period, with keys that occur once", () => {
    fc.assert(
      fc.property(periods, fc.constantFrom(...grains), ({ period, cutoff }, grain) => {
        const parts = buckets(period, grain, cutoff);
        expect([parts[0]?.from, parts.at(-1)?.to]).toEqual([period.from, period.to]);
        expect(parts.slice(1).map(({ from }) => from)).toEqual(parts.slice(0, -1).map(({ to }) => nextDay(to)));
        expect(parts.every(({ from, to }) => from <= to)).toBe(true);
        expect(new Set(parts.map(({ key }) => key)).size).toBe(parts.length);
        if (grain === "week") expect(parts.slice(1).every(({ from }) => dayOfWeek(from) === 1)).toBe(true);
      }),
    );
  });

  test("the period before is adjacent and of the same kind; of a range, as long", () => {
    fc.assert(
      fc.property(periods, ({ period, cutoff }) => {
        const before = previousPeriod(period, cutoff);
        expect(nextDay(before.to)).toBe(period.from);
        expect(before.kind).toBe(period.kind);
        if (period.kind === "range") expect(daysIn(before)).toBe(daysIn(period));
        else expect(before).toEqual(periodAt(before.from, period.kind, cutoff));
      }),
    );
  });

  test("the same period a year ago ends before this one, and is that of the word with the year before", () => {
    fc.assert(
      fc.property(periods, ({ period, cutoff }) => {
        const lastYear = samePeriodLastYear(period, cutoff);
        expect(lastYear.from <= lastYear.to && lastYear.to < period.to).toBe(true);
        if (period.kind === "range") return;
        const word = printPeriod(period);
        expect(printPeriod(lastYear)).toBe(`${Number(word.slice(0, 4)) - 1}${word.slice(4)}`);
      }),
    );
  });

  test("months partition their quarter and quarters their year, for every cut-off day", () => {
    for (const cutoff of [null, ...Array.from({ length: 28 }, (_, i) => i + 1)]) {
      for (const year of [2023, 2024, 2026, 2027, 2028]) {
        const months = Array.from({ length: 12 }, (_, i) => read(`${year}-${String(i + 1).padStart(2, "0")}`, cutoff));
        const quarters = [1, 2, 3, 4].map((quarter) => read(`${year}Q${quarter}`, cutoff));
        expect(ends(read(String(year), cutoff))).toEqual([months[0]?.from, months[11]?.to]);
        expect(quarters.map(ends)).toEqual([0, 3, 6, 9].map((first) => [months[first]?.from, months[first + 2]?.to]));
        expect(months.slice(1).map(({ from }) => from)).toEqual(months.slice(0, -1).map(({ to }) => nextDay(to)));
      }
    }
  });
});
