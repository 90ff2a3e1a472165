import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { finiteFactor, holm, newcombe, tInterval, welch, wilson } from "./interval";
import { momentsOf, varianceOf } from "./scale";

const percent = ([low, high]: readonly [number, number]) => [
  Number((100 * low).toFixed(2)),
  Number((100 * high).toFixed(2)),
];

describe("the Wilson interval", () => {
  test.each([
    [10, 14, 45.35, 88.28],
    [430, 474, 87.77, 93.01],
    [22, 22, 85.13, 100],
    [0, 22, 0, 14.87],
  ])("of %i of %i is %d % to %d %", (successes, n, low, high) => {
    expect(percent(wilson(successes, n))).toEqual([low, high]);
  });

  test("takes another z", () => {
    expect(percent(wilson(430, 474, 1.96))).toEqual([87.77, 93.01]);
    expect(wilson(430, 474, 2.576)[0]).toBeLessThan(wilson(430, 474)[0]);
  });

  test("stays inside 0 and 1, holds the share, and turns over with it", () => {
    const shares = fc
      .integer({ min: 1, max: 5000 })
      .chain((n) => fc.record({ n: fc.constant(n), successes: fc.integer({ min: 0, max: n }) }));
    fc.assert(
      fc.property(shares, ({ successes, n }) => {
        const [low, high] = wilson(successes, n);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(low).toBeLessThanOrEqual(successes / n);
        expect(high).toBeGreaterThanOrEqual(successes / n);
        expect(wilson(n - successes, n)[0]).toBeCloseTo(1 - high, 12);
      }),
    );
  });

  test("reaches exactly 0 and 1 at none and all", () => {
    for (let n = 1; n <= 500; n += 1) {
      expect(wilson(0, n)[0]).toBe(0);
      expect(wilson(n, n)[1]).toBe(1);
    }
  });

  test.each([
    [0, 0],
    [3, 2],
    [-1, 2],
    [Number.NaN, 2],
    [1, Number.NaN],
    [1, Number.POSITIVE_INFINITY],
  ])("of %d of %d is refused", (successes, n) => {
    expect(() => wilson(successes, n)).toThrow(RangeError);
  });
});

describe("Newcombe's difference", () => {
  test.each([
    [56, 70, 48, 80, 0.2, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.6, 0.1705, 0.809],
    [10, 10, 0, 10, 1, 0.6075, 1],
    [0, 10, 0, 20, 0, -0.1611, 0.2775],
  ])("of %i/%i and %i/%i is his published %d, %d to %d", (a, m, b, n, difference, low, high) => {
    const result = newcombe({ successes: a, n: m }, { successes: b, n });
    expect(result.difference).toBeCloseTo(difference, 12);
    expect(result.interval.map((end) => Number(end.toFixed(4)))).toEqual([low, high]);
  });

  test("turns its sign with its sides, and refuses a side without data", () => {
    const [a, b] = [
      { successes: 5, n: 9 },
      { successes: 30, n: 41 },
    ];
    const there = newcombe(a, b);
    const back = newcombe(b, a);
    expect(back.difference).toBe(-there.difference);
    expect(back.interval[0]).toBeCloseTo(-there.interval[1], 12);
    expect(() => newcombe(a, { successes: 0, n: 0 })).toThrow(RangeError);
  });
});

describe("the t interval", () => {
  test("of one mean is mean ± t(n − 1)·s/√n", () => {
    const [low, high] = tInterval({ n: 10, mean: 50, variance: 25 }) ?? [];
    expect(low).toBeCloseTo(50 - 2.2621571628 * Math.sqrt(2.5), 8);
    expect(high).toBeCloseTo(50 + 2.2621571628 * Math.sqrt(2.5), 8);
  });

  test("shrinks with a finite population only above 5 %, and to nothing when all were asked", () => {
    const sample = { n: 50, mean: 70, variance: 100 };
    expect(tInterval(sample, 1000)).toEqual(tInterval(sample));
    expect(tInterval(sample, 100)?.[1]).toBeCloseTo(70 + ((tInterval(sample)?.[1] ?? 0) - 70) * Math.sqrt(0.5), 10);
    expect(tInterval(sample, 50)).toEqual([70, 70]);
    expect(finiteFactor(50, 999)).toBeLessThan(1);
  });

  test("is null below two values, and refuses a negative variance or a population smaller than its sample", () => {
    expect(tInterval({ n: 1, mean: 50, variance: 0 })).toBeNull();
    expect(tInterval({ n: 0, mean: 0, variance: 0 })).toBeNull();
    expect(() => tInterval({ n: 5, mean: 50, variance: -1 })).toThrow(RangeError);
    expect(() => tInterval({ n: 5, mean: 50, variance: 1 }, 4)).toThrow(RangeError);
  });
});

describe("Welch's difference of means", () => {
  test.each([
    {
      a: [27.5, 21.0, 19.0, 23.6, 17.0, 17.9, 16.9, 20.1, 21.9, 22.6, 23.1, 19.6, 19.0, 21.7, 21.4],
      b: [27.1, 22.0, 20.8, 23.4, 23.4, 23.5, 25.8, 22.0, 24.8, 20.2, 21.9, 22.1, 22.9, 20.5, 24.4],
      p: 0.021378001462867,
    },
    {
      a: [17.2, 20.9, 22.6, 18.1, 21.7, 21.4, 23.5, 24.2, 14.7, 21.8],
      b: [
        21.5, 22.8, 21.0, 23.0, 21.6, 23.6, 22.5, 20.7, 23.4, 21.8, 20.7, 21.7, 21.5, 22.5, 23.6, 21.5, 22.5, 23.5,
        21.5, 21.8,
      ],
      p: 0.148841696605327,
    },
    { a: [3.0, 4.0, 1.0, 2.1], b: [490.2, 340.0, 433.9], p: 0.0107515611497845 },
    {
      a: [30.02, 29.99, 30.11, 29.97, 30.01, 29.99],
      b: [29.89, 29.93, 29.72, 29.98, 30.02, 29.98],
      p: 0.090773324285671,
    },
  ])("has the p value R gives, $p, and an interval that covers 0 only above 5 %", ({ a, b, p }) => {
    const sample = (values: number[]) => {
      const moments = momentsOf(values);
      return { n: moments.n, mean: moments.mean, variance: varianceOf(moments) ?? 0 };
    };
    const result = welch(sample(a), sample(b));
    expect(result?.p).toBeCloseTo(p, 12);
    const [low, high] = result?.interval ?? [0, 0];
    expect(low <= 0 && high >= 0).toBe(p > 0.05);
  });

  test("has the degrees of freedom SciPy gives", () => {
    const [a, b] = [momentsOf([3.0, 4.0, 1.0, 2.1]), momentsOf([490.2, 340.0, 433.9])];
    const result = welch({ ...a, variance: varianceOf(a) ?? 0 }, { ...b, variance: varianceOf(b) ?? 0 });
    expect(result?.df).toBeCloseTo(2.0008523488562844, 12);
  });

  test("has n − 1 + n − 1 degrees of freedom for equal sides, and the p of its own interval's edge is 5 %", () => {
    const result = welch({ n: 12, mean: 5, variance: 4 }, { n: 12, mean: 3, variance: 4 });
    expect(result?.df).toBeCloseTo(22, 10);
    const half = result ? result.interval[1] - result.difference : 0;
    expect(welch({ n: 12, mean: 3 + half, variance: 4 }, { n: 12, mean: 3, variance: 4 })?.p).toBeCloseTo(0.05, 10);
  });

  test("is null without two values on a side, and sure where nothing varies", () => {
    expect(welch({ n: 1, mean: 5, variance: 0 }, { n: 9, mean: 3, variance: 4 })).toBeNull();
    expect(welch({ n: 9, mean: 5, variance: 0 }, { n: 9, mean: 3, variance: 0 })).toMatchObject({
      p: 0,
      interval: [2, 2],
    });
    expect(welch({ n: 9, mean: 3, variance: 0 }, { n: 9, mean: 3, variance: 0 })).toMatchObject({
      p: 1,
      interval: [0, 0],
    });
  });

  test("with one side that does not vary keeps the other's degrees of freedom", () => {
    expect(welch({ n: 9, mean: 5, variance: 4 }, { n: 30, mean: 3, variance: 0 })?.df).toBe(8);
  });
});

describe("Holm's adjustment", () => {
  test("multiplies step by step, never falls, stops at 1, and keeps the order given", () => {
    expect(holm([0.01, 0.04, 0.03, 0.005]).map((p) => Number(p.toFixed(6)))).toEqual([0.03, 0.06, 0.06, 0.02]);
    expect(holm([0.9, 0.8])).toEqual([1, 1]);
    expect(holm([0.04])).toEqual([0.04]);
    expect(holm([])).toEqual([]);
  });

  test("refuses what is no p value", () => {
    expect(() => holm([0.5, 1.1])).toThrow(RangeError);
    expect(() => holm([Number.NaN])).toThrow(RangeError);
  });
});
