import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { exactMedian, groupedMedian } from "./median";

describe("the median of values", () => {
  test.each([
    [[], null],
    [[7], 7],
    [[10, 9, 1], 9],
    [[4, 1, 3, 2], 2.5],
    [[10, 9, 100, 1], 9.5],
    [[-2, -10], -6],
  ])("of %j is %j", (values, median) => {
    expect(exactMedian(values)).toBe(median);
  });

  test("does not reorder what it was given, and refuses what is not a number", () => {
    const values = [3, 1, 2];
    exactMedian(values);
    expect(values).toEqual([3, 1, 2]);
    expect(() => exactMedian([1, Number.NaN])).toThrow(RangeError);
  });
});

describe("the median of classes", () => {
  test.each<[number[], number[], number | null, string]>([
    [[], [0], null, "no class"],
    [[0, 0], [0, 1, 2], null, "no value"],
    [[10], [0, 8], 4, "one class is halved"],
    [[5, 10, 5], [0, 10, 20, 30], 15, "the middle class is halved"],
    [[2, 3, 4, 1], [0, 5, 10, 15, 20], 10, "half lie exactly below an edge"],
    [[12, 30, 18, 10], [0, 2, 4, 8, 24], 2 + (23 / 30) * 2, "unequal classes"],
    [[5, 0, 0, 5], [0, 10, 20, 30, 40], 20, "half lie on each side of an empty stretch"],
    [[0, 0, 4], [0, 10, 20, 30], 25, "empty classes in front"],
    [[4, 0, 0], [0, 10, 20, 30], 5, "empty classes behind"],
  ])("of %j between %j is %d: %s", (counts, edges, median) => {
    const result = groupedMedian(counts, edges);
    if (median === null) expect(result).toBeNull();
    else expect(result).toBeCloseTo(median, 12);
  });

  test("has half the mass on each side and turns over with its classes", () => {
    const classes = fc.array(
      fc.record({ count: fc.integer({ min: 0, max: 50 }), width: fc.integer({ min: 1, max: 9 }) }),
      { minLength: 1, maxLength: 12 },
    );
    fc.assert(
      fc.property(classes, (list) => {
        const counts = list.map(({ count }) => count);
        const edges = [0];
        for (const { width } of list) edges.push((edges.at(-1) ?? 0) + width);
        const total = counts.reduce((sum, count) => sum + count, 0);
        const median = groupedMedian(counts, edges);
        if (median === null) return total === 0;
        const below = list.reduce(
          (sum, { count, width }, k) => sum + count * Math.min(1, Math.max(0, (median - (edges[k] ?? 0)) / width)),
          0,
        );
        expect(below).toBeCloseTo(total / 2, 9);
        const mirrored = groupedMedian(counts.toReversed(), edges.map((edge) => -edge).toReversed());
        expect(mirrored).toBeCloseTo(-median, 9);
        return true;
      }),
    );
  });

  test.each([
    [
      [1, 2],
      [0, 1],
    ],
    [[1], [1, 1]],
    [[1], [2, 1]],
    [[1], [0, Number.POSITIVE_INFINITY]],
    [[-1], [0, 1]],
    [[Number.NaN], [0, 1]],
  ])("refuses %j between %j", (counts, edges) => {
    expect(() => groupedMedian(counts, edges)).toThrow(RangeError);
  });
});
