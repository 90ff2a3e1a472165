import { expect, test } from "vitest";
import { cutsOf, isPartOf } from "./cuts";

const month = { from: "2026-11-01", to: "2026-11-30" };
const week = { from: "2026-11-09", to: "2026-11-15" };

test("overlapping spans are cut into parts that each lie wholly inside or outside", () => {
  const cuts = cutsOf([month, week], ["2026-11-12"]);
  expect(cuts.days).toEqual(["2026-11-01", "2026-11-09", "2026-11-12", "2026-11-16", "2026-12-01"]);
  const parts = [0, 1, 2, 3, 4, 5];
  expect(parts.filter((part) => isPartOf(cuts, part, month))).toEqual([1, 2, 3, 4]);
  expect(parts.filter((part) => isPartOf(cuts, part, week))).toEqual([2, 3]);
});
