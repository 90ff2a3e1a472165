import { expect, test } from "vitest";
import { type Cell, compareCells, compareTopBoxes, senseScale } from "./results";

const cell = (mean: number, more: Partial<Cell> = {}): Cell => ({
  ...{ roundId: "r", areaId: "a", key: "gain", n: 200, missing: 0, mean, meanCoarse: false, variance: 30, top: 190 },
  ...{ coarse: false, alpha: null, weightedMean: null, weightedVariance: null, weightedDf: null, effectiveN: null },
  ...more,
});
/** As everybody giving the best mark is told: at least 95, with the scatter of the whole round. */
const best = cell(95, { meanCoarse: true, variance: 400, coarse: true });
const compare = (now: Cell, then: Cell) => compareCells(now, then, senseScale);

test("what is told as at least 95 is no fall from 98.5, and within its bounds no change is clear", () => {
  const change = compare(best, cell(98.5));
  expect(change).toMatchObject({ direction: "unclear", difference: -3.5, p: 1 });
  expect(change.interval?.[0]).toBeLessThan(-6);
  expect(change.interval?.[1]).toBeGreaterThan(1.5);
  expect(compare(cell(98.5), best)).toMatchObject({ direction: "unclear", p: 1 });
});

test("beyond its bounds a change is clear all the same, by the nearer of them", () => {
  const change = compare(best, cell(80));
  expect(change).toMatchObject({ direction: "up", difference: 15 });
  expect(change.p).toBeLessThan(1e-6);
  expect(compare(cell(80), best).direction).toBe("down");
  expect(compare(cell(50, { meanCoarse: true }), cell(48)).direction).toBe("unclear");
});

test("exact figures are compared as they are", () => {
  expect(compare(cell(95), cell(98.5))).toMatchObject({ direction: "down", difference: -3.5 });
  expect(compareTopBoxes(cell(95, { top: 180 }), cell(95, { top: 195 })).direction).toBe("down");
});

test("nearly all in the top box is no fall from 197 of 200, and a rise from half", () => {
  expect(compareTopBoxes(best, cell(98, { top: 197 })).direction).toBe("unclear");
  expect(compareTopBoxes(best, cell(50, { top: 100 }))).toMatchObject({
    direction: "up",
    difference: expect.closeTo(0.45, 9),
  });
  const none = cell(5, { coarse: true, top: 10 });
  expect(compareTopBoxes(none, cell(5, { top: 3 })).direction).toBe("unclear");
});
