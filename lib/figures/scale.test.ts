import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { tInterval } from "./interval";
import {
  combineMoments,
  cronbachAlpha,
  effectiveSize,
  indexOfAnswer,
  momentsOf,
  noMoments,
  postStratified,
  varianceOf,
} from "./scale";

describe("the index of an answer", () => {
  test("runs from 0 at the worst answer to 100 at the best, in either direction", () => {
    expect([1, 2, 3, 4, 5].map((x) => indexOfAnswer(x, 1, 5))).toEqual([0, 25, 50, 75, 100]);
    expect([0, 7, 10].map((x) => indexOfAnswer(x, 0, 10))).toEqual([0, 70, 100]);
    expect([1, 2, 5].map((x) => indexOfAnswer(x, 5, 1))).toEqual([100, 75, 0]);
  });

  test.each([
    [6, 1, 5],
    [0, 1, 5],
    [99, 0, 10],
    [3, 3, 3],
    [Number.NaN, 1, 5],
  ])("%d on %d…%d is refused", (x, a, b) => {
    expect(() => indexOfAnswer(x, a, b)).toThrow(RangeError);
  });

  test.each([
    [2002, [6.9, 35.6, 41.6, 12.4, 3.5], 57.5, 84.1],
    [2001, [6.2, 31.6, 43.6, 14.5, 4.1], 55.325, 81.4],
  ])(
    "gives the national safety survey of %i its index and its other honest number, the upper three",
    (_, percent, index, top) => {
      const mean = percent.reduce((sum, share, i) => sum + (share / 100) * indexOfAnswer(i + 1, 5, 1), 0);
      expect(mean).toBeCloseTo(index, 10);
      expect(percent.slice(0, 3).reduce((sum, share) => sum + share, 0)).toBeCloseTo(top, 10);
    },
  );
});

describe("moments", () => {
  const values = fc.array(fc.double({ min: -1000, max: 1000, noNaN: true }), { maxLength: 40 });

  test("are the mean and the variance by definition", () => {
    const moments = momentsOf([2, 4, 4, 4, 5, 5, 7, 9]);
    expect(moments).toMatchObject({ n: 8, mean: 5 });
    expect(varianceOf(moments)).toBeCloseTo(32 / 7, 12);
    expect(varianceOf(momentsOf([3]))).toBeNull();
    expect(varianceOf(noMoments)).toBeNull();
  });

  test("of two groups combined are those of all values at once, in any split", () => {
    fc.assert(
      fc.property(values, values, (a, b) => {
        const combined = combineMoments(momentsOf(a), momentsOf(b));
        const all = momentsOf([...a, ...b]);
        expect(combined.n).toBe(all.n);
        expect(combined.mean).toBeCloseTo(all.mean, 8);
        expect(combined.m2).toBeCloseTo(all.m2, 4);
      }),
    );
  });

  test("keep their digits far from 0, where squares cancel", () => {
    expect(varianceOf(momentsOf([1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16]))).toBe(30);
  });

  test("refuse what is not a number", () => {
    expect(() => momentsOf([1, Number.NaN])).toThrow(RangeError);
  });
});

describe("Cronbach's α", () => {
  test("is 1 for items that say the same, 0 for items without covariance", () => {
    expect(
      cronbachAlpha([
        [1, 1, 1],
        [3, 3, 3],
        [5, 5, 5],
      ]),
    ).toBeCloseTo(1, 12);
    expect(
      cronbachAlpha([
        [1, 1],
        [1, 2],
        [2, 1],
        [2, 2],
      ]),
    ).toBeCloseTo(0, 12);
  });

  test("is k/(k − 1)·(1 − Σ s²/s² of the sums), worked by hand", () => {
    expect(
      cronbachAlpha([
        [1, 2],
        [2, 2],
        [3, 5],
      ]),
    ).toBeCloseTo(2 * (1 - (1 + 3) / 7), 12);
  });

  test("is null with one person, one item or sums that do not vary; unequal rows are refused", () => {
    expect(cronbachAlpha([])).toBeNull();
    expect(cronbachAlpha([[1, 2]])).toBeNull();
    expect(cronbachAlpha([[1], [2]])).toBeNull();
    expect(
      cronbachAlpha([
        [1, 5],
        [5, 1],
      ]),
    ).toBeNull();
    expect(() => cronbachAlpha([[1, 2], [1]])).toThrow(RangeError);
  });
});

describe("the effective size", () => {
  test("is n for equal weights, less for unequal ones, and 0 for none", () => {
    expect(effectiveSize([2, 2, 2, 2])).toBe(4);
    expect(effectiveSize([1, 3])).toBe(1.6);
    expect(effectiveSize([])).toBe(0);
    expect(effectiveSize([0, 0])).toBe(0);
    expect(() => effectiveSize([1, -1])).toThrow(RangeError);
  });
});

describe("the post-stratified mean", () => {
  const large = { population: 9000, n: 60, mean: 80, variance: 400 };
  const small = { population: 1000, n: 60, mean: 60, variance: 300 };

  test("weighs by residents, not by answers", () => {
    expect(postStratified([large, small])?.mean).toBeCloseTo(78, 12);
    expect(postStratified([large, small])?.n).toBe(120);
  });

  test("reduces the variance only of strata asked above 5 %", () => {
    const expected = 0.9 ** 2 * (400 / 60) + 0.1 ** 2 * (300 / 60) * (1 - 60 / 1000);
    expect(postStratified([large, small])?.variance).toBeCloseTo(expected, 12);
  });

  test("of one stratum is its mean with its t interval", () => {
    const [low, high] = tInterval(large, large.population) ?? [0, 0];
    const only = postStratified([large]);
    expect(only?.interval[0]).toBeCloseTo(low, 10);
    expect(only?.interval[1]).toBeCloseTo(high, 10);
  });

  test("of everybody has no variance", () => {
    expect(postStratified([{ population: 20, n: 20, mean: 70, variance: 90 }])).toEqual({
      n: 20,
      mean: 70,
      variance: 0,
      interval: [70, 70],
    });
  });

  test("is null without strata, and refuses too few answers or more answers than people", () => {
    expect(postStratified([])).toBeNull();
    expect(() => postStratified([{ ...large, n: 1 }])).toThrow(RangeError);
    expect(() => postStratified([{ ...large, n: 1, variance: 0 }])).toThrow(RangeError);
    expect(() => postStratified([{ ...small, population: 59 }])).toThrow(RangeError);
    expect(() => postStratified([{ ...small, variance: Number.NaN }])).toThrow(RangeError);
  });
});
