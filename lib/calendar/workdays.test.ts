import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { isPublished, isSettledNumber, isWorkday, missingYear, publishedYears } from "./workdays";
import { dayNumber, dayOfWeek, nextDay } from "./zone";

const folder = join(process.cwd(), "../shared/data/calendar");
const missing = !existsSync(folder);
const note = missing ? " (SKIPPED: ../shared/data/calendar is not there)" : "";

describe("work days", () => {
  test.each([
    ["2026-02-14", true, "make-up Saturday before the Spring Festival"],
    ["2026-02-15", false, "first day off"],
    ["2026-02-23", false, "last day off, a Monday"],
    ["2026-02-24", true, "first day back"],
    ["2026-02-28", true, "make-up Saturday after"],
    ["2026-09-20", true, "make-up Sunday before National Day"],
    ["2026-10-01", false, "National Day"],
    ["2026-10-10", true, "make-up Saturday after National Day"],
    ["2025-10-08", false, "last day off of 2025"],
    ["2025-10-11", true, "make-up Saturday of 2025"],
    ["2026-11-21", false, "a plain Saturday"],
    ["2026-11-23", true, "a plain Monday"],
  ])("%s is worked: %s, being the %s", (day, worked) => {
    expect(isWorkday(day)).toBe(worked);
  });

  test.skipIf(missing).each([2023, 2024, 2025, 2026])(
    `agree with the official list of %i on every day of the year${note}`,
    (year) => {
      const listed = readListed(year);
      expect(listed.size).toBeGreaterThan(20);
      const wrong: string[] = [];
      for (let day = `${year}-01-01`; day <= `${year}-12-31`; day = nextDay(day)) {
        const expected = listed.has(day) ? !listed.get(day) : dayOfWeek(day) <= 5;
        if (isWorkday(day) !== expected) wrong.push(day);
      }
      expect(wrong).toEqual([]);
    },
  );

  test.skipIf(missing)(`agree with listed days that fall into the year before${note}`, () => {
    expect(isWorkday("2022-12-31")).toBe(!readListed(2023).get("2022-12-31"));
  });
});

describe("publication", () => {
  test("is read from the data: a run of years without a gap, the last of which has a National Day", () => {
    const first = publishedYears[0] ?? 0;
    expect(first).toBe(2004);
    expect(publishedYears).toEqual(publishedYears.map((_, i) => first + i));
    const last = publishedYears.at(-1) ?? 0;
    expect(isWorkday(`${last}-10-01`)).toBe(false);
    expect(isPublished(last)).toBe(true);
    expect(isPublished(last + 1)).toBe(false);
    expect(isPublished(2003)).toBe(false);
  });

  test("of the next year settles the last week of December", () => {
    const last = publishedYears.at(-1) ?? 0;
    expect(isSettledNumber(dayNumber(`${last}-12-24`))).toBe(true);
    expect(isSettledNumber(dayNumber(`${last}-12-25`))).toBe(false);
    expect(isSettledNumber(dayNumber(`${last + 1}-01-01`))).toBe(false);
    expect(isSettledNumber(dayNumber(`${last - 1}-12-31`))).toBe(true);
  });
});

function readListed(year: number): Map<string, boolean> {
  const { days }: { days: { date: string; isOffDay: boolean }[] } = JSON.parse(
    readFileSync(join(folder, `holiday_cn_${year}.json`), "utf8"),
  );
  return new Map(days.map(({ date, isOffDay }) => [date, isOffDay]));
}

test.each([
  ["2026-09-30T23:59", [2026], null],
  ["2026-10-01T00:00", [2026], 2027],
  ["2026-11-26T09:00", [2026, 2027], null],
  ["2026-12-31T23:59", [2026], 2027],
  ["2027-01-01T00:00", [2026], 2027],
  ["2027-03-01T09:00", [2026, 2027], null],
])("at %s with the holidays of %j the year %s is missing", (now, known, missing) => {
  expect(missingYear(new Date(`${now}+08:00`), (year) => known.includes(year))).toBe(missing);
});
