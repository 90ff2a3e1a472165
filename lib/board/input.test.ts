import { expect, test } from "vitest";
import { refusedRange } from "./input";

test.each([
  ["2026-11-20", "2026-11-01"],
  ["2000-01-01", "2026-11-01"],
  ["0202-11-01", "2026-11-01"],
  ["2026-02-30", "2026-11-01"],
  ["", ""],
])("from %j to %j is no period, and is kept as it was written", (from, to) => {
  expect(refusedRange({ from, to })).toEqual({ from, to });
});

test.each([{}, { from: "2026-11-01" }, { from: "2026-11-01", to: "2026-11-01" }, { period: "2026-99" }])(
  "%j asks for no period of two days that cannot be",
  (asked) => {
    expect(refusedRange(asked)).toBeNull();
  },
);
