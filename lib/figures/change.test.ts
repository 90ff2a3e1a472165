import { describe, expect, test } from "vitest";
import { compareMeans, compareRates } from "./change";

describe("two rates compared", () => {
  test.each([
    [56, 70, 48, 80, "up"],
    [48, 80, 56, 70, "down"],
    [9, 14, 7, 14, "unclear"],
    [500, 1000, 500, 1000, "unclear"],
    [0, 0, 5, 9, "none"],
    [5, 9, 0, 0, "none"],
    [0, 0, 0, 0, "none"],
  ])("%i of %i after %i of %i is %5$s", (successes, n, before, m, direction) => {
    expect(compareRates({ successes, n }, { successes: before, n: m }).direction).toBe(direction);
  });

  test("say how much and within which interval, and nothing without data", () => {
    const { difference, interval } = compareRates({ successes: 56, n: 70 }, { successes: 48, n: 80 });
    expect(difference).toBeCloseTo(0.2, 12);
    expect(interval?.map((end) => Number(end.toFixed(4)))).toEqual([0.0524, 0.3339]);
    expect(compareRates({ successes: 0, n: 0 }, { successes: 1, n: 2 })).toEqual({
      direction: "none",
      difference: null,
      interval: null,
    });
  });
});

describe("two means compared", () => {
  const then = { n: 193, mean: 74.21, variance: 400 };

  test("are up, down or unclear as their interval leaves out 0", () => {
    expect(compareMeans({ n: 185, mean: 80.36, variance: 400 }, then).direction).toBe("up");
    expect(compareMeans(then, { n: 185, mean: 80.36, variance: 400 }).direction).toBe("down");
    expect(compareMeans({ n: 14, mean: 80.36, variance: 400 }, then).direction).toBe("unclear");
  });

  test("of which one has a single value say nothing", () => {
    expect(compareMeans({ n: 1, mean: 80, variance: 0 }, then)).toEqual({
      direction: "none",
      difference: null,
      interval: null,
    });
  });

  test("that do not vary are unclear when equal and clear when not", () => {
    expect(compareMeans({ n: 5, mean: 3, variance: 0 }, { n: 5, mean: 3, variance: 0 }).direction).toBe("unclear");
    expect(compareMeans({ n: 5, mean: 4, variance: 0 }, { n: 5, mean: 3, variance: 0 }).direction).toBe("up");
  });
});
