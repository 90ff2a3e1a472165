import { expect, test } from "vitest";
import { wilson } from "./interval";
import { countedRateOf, rateOf } from "./rate";

test("a rate carries its numerator, denominator and what was excluded", () => {
  expect(rateOf(737, 972, { not_due: 24 })).toEqual({
    kind: "rate",
    numerator: 737,
    denominator: 972,
    excluded: { not_due: 24 },
    value: 737 / 972,
    interval: null,
  });
});

test("without a denominator there is no data: not 0 %, not 100 %, and no interval", () => {
  expect(rateOf(0, 0, { unreachable: 5 }, [0, 1])).toMatchObject({
    value: null,
    interval: null,
    excluded: { unreachable: 5 },
  });
  expect(countedRateOf(0, 0)).toMatchObject({ value: null, interval: null });
});

test("nothing of something is 0 %, which is data", () => {
  expect(countedRateOf(0, 7).value).toBe(0);
});

test("a counted rate has its Wilson interval, a credited one only the interval it is given", () => {
  expect(countedRateOf(10, 14).interval).toEqual(wilson(10, 14));
  expect(rateOf(10 + 0.9 * 4, 14).interval).toBeNull();
  expect(rateOf(10 + 0.9 * 10, 20).interval).toBeNull();
  expect(rateOf(10 + 0.9 * 4, 14, {}, wilson(10, 14))).toMatchObject({ value: 13.6 / 14, interval: wilson(10, 14) });
});

test.each([
  [2, 1],
  [1, 0],
  [-1, 5],
  [0, -1],
  [Number.NaN, 5],
  [1, Number.NaN],
  [1, Number.POSITIVE_INFINITY],
])("%d of %d is refused", (numerator, denominator) => {
  expect(() => rateOf(numerator, denominator)).toThrow(RangeError);
  expect(() => countedRateOf(numerator, denominator)).toThrow(RangeError);
});

test("an excluded count that is negative or no number is refused", () => {
  expect(() => rateOf(1, 2, { late: -1 })).toThrow(RangeError);
  expect(() => rateOf(1, 2, { late: Number.NaN })).toThrow(RangeError);
});
