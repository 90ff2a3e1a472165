import { expect, test } from "vitest";
import { isAfter, isBefore, weeksAround } from "./model";

test("weeks are counted from the day of the action, twelve before, those that are over since", () => {
  const weeks = weeksAround("2026-08-15", "2026-09-05");
  expect(weeks[0]).toEqual({ week: -12, from: "2026-05-23", to: "2026-05-29" });
  expect(weeks.at(-1)).toEqual({ week: 2, from: "2026-08-29", to: "2026-09-04" });
  expect(weeks.filter(isBefore)).toHaveLength(12);
  expect(weeks.filter(isAfter)).toHaveLength(3);
});

test("before the action, and within its first week, nothing is after; long after it the compared weeks stay twelve", () => {
  expect(weeksAround("2026-08-15", "2026-08-01").some(isAfter)).toBe(false);
  expect(weeksAround("2026-08-15", "2026-08-21").some(isAfter)).toBe(false);
  const years = weeksAround("2024-08-15", "2026-08-21");
  expect(years.filter(isAfter)).toHaveLength(12);
  expect(years.at(-1)?.week).toBe(25);
});
