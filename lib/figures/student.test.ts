import { describe, expect, test } from "vitest";
import { studentCdf, studentQuantile, twoSidedP } from "./student";

const probabilities = [1e-6, 0.001, 0.025, 0.1, 0.25, 0.4, 0.4999, 0.5, 0.5001, 0.6, 0.75, 0.9, 0.975, 0.999, 0.999999];
const near = (value: number, exact: number) =>
  expect(Math.abs(value - exact)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(exact)));

function closedForm(p: number, df: 1 | 2 | 4): number {
  if (df === 1) return p === 0.5 ? 0 : Math.tan(Math.PI * (p - 0.5));
  const alpha = 4 * p * (1 - p);
  if (df === 2) return (2 * p - 1) * Math.sqrt(2 / alpha);
  const q = Math.cos(Math.acos(Math.sqrt(alpha)) / 3) / Math.sqrt(alpha);
  return Math.sign(p - 0.5) * 2 * Math.sqrt(Math.max(0, q - 1));
}

describe("Student's t", () => {
  test.each([1, 2, 4] as const)("quantile with %i degrees of freedom is the closed form to 1e-9", (df) => {
    for (const p of probabilities) near(studentQuantile(p, df), closedForm(p, df));
  });

  test("quantile equals printed tables", () => {
    expect(studentQuantile(0.975, 3)).toBeCloseTo(3.182446305, 8);
    expect(studentQuantile(0.975, 10)).toBeCloseTo(2.228138852, 8);
    expect(studentQuantile(0.975, 30)).toBeCloseTo(2.042272456, 8);
    expect(studentQuantile(0.995, 120)).toBeCloseTo(2.617421145, 8);
  });

  test("cdf with 1, 2 and 3 degrees of freedom is the closed form to 1e-12", () => {
    for (const t of [-50, -3, -1, -0.01, 0, 0.3, 1, 1.7320508, 8, 400]) {
      expect(studentCdf(t, 1)).toBeCloseTo(0.5 + Math.atan(t) / Math.PI, 12);
      expect(studentCdf(t, 2)).toBeCloseTo(0.5 + t / (2 * Math.sqrt(2 + t * t)), 12);
      const third = Math.atan(t / Math.sqrt(3)) + (t * Math.sqrt(3)) / (3 + t * t);
      expect(studentCdf(t, 3)).toBeCloseTo(0.5 + third / Math.PI, 12);
    }
  });

  test("quantile undoes the cdf, also with fractional, tiny and huge degrees of freedom", () => {
    for (const df of [0.5, 1.5, 3.7, 17.3, 59.99, 60.01, 1000, 1e6]) {
      for (const p of probabilities) expect(Math.abs(studentCdf(studentQuantile(p, df), df) - p)).toBeLessThan(1e-11);
    }
  });

  test("comes to the normal distribution with many degrees of freedom", () => {
    const z = 1.959963984540054;
    for (const df of [1e5, 1e6, 1e7, 1e8]) {
      near(
        studentQuantile(0.975, df),
        z + (z ** 3 + z) / (4 * df) + (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * df ** 2),
      );
    }
  });

  test("is symmetric, and far tails keep their digits", () => {
    expect(studentQuantile(0.1, 7)).toBe(-studentQuantile(0.9, 7));
    expect(studentCdf(-2, 7) + studentCdf(2, 7)).toBe(1);
    expect(twoSidedP(0, 7)).toBe(1);
    expect(twoSidedP(1e6, 1) / (2 / (Math.PI * 1e6))).toBeCloseTo(1, 9);
    expect(twoSidedP(Number.POSITIVE_INFINITY, 5)).toBe(0);
  });

  test("refuses what has no answer", () => {
    for (const p of [0, 1, -0.1, Number.NaN]) expect(() => studentQuantile(p, 5)).toThrow(RangeError);
    for (const df of [0, -1, Number.NaN, Number.POSITIVE_INFINITY])
      expect(() => studentQuantile(0.9, df)).toThrow(RangeError);
    expect(() => studentCdf(Number.NaN, 5)).toThrow(RangeError);
  });
});
