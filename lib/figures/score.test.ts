import { expect, test } from "vitest";
import { scoreOf } from "./score";

const weights = { responded: 10, solved: 50, satisfied: 40 };

test("the preset weighs 10, 50 and 40, on the scale of a hundred", () => {
  expect(scoreOf({ responded: 1, solved: 1, satisfied: 1 }, weights)).toBe(100);
  expect(scoreOf({ responded: 1, solved: 0.8, satisfied: 0.9 }, weights)).toBeCloseTo(86, 12);
  expect(scoreOf({ responded: 0, solved: 0, satisfied: 0 }, weights)).toBe(0);
});

test("without a valid callback there is no score, and other weights are brought to a hundred", () => {
  expect(scoreOf({ responded: null, solved: null, satisfied: null }, weights)).toBeNull();
  expect(scoreOf({ responded: 1, solved: 0.5, satisfied: 0.5 }, { responded: 1, solved: 1, satisfied: 0 })).toBe(75);
});
