import { betaFraction } from "./beta";

/** P(T ≤ t) of Student's t with `df` > 0 degrees of freedom, which may be fractional; to 1e-9 up to 1e8 degrees of freedom. */
export function studentCdf(t: number, df: number): number {
  return t > 0 ? 1 - upperTail(t, df) : upperTail(-t, df);
}

/** P(|T| ≥ |t|), without the loss of digits of 1 − cdf. */
export function twoSidedP(t: number, df: number): number {
  return Math.min(1, 2 * upperTail(Math.abs(t), df));
}

/** The t with P(T ≤ t) = p, for 0 < p < 1 and `df` > 0; to a relative 1e-9 up to 1e8 degrees of freedom. */
export function studentQuantile(p: number, df: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError(`not a probability inside 0 and 1: ${p}`);
  if (p === 0.5) return 0;
  if (p > 0.5) return upperQuantile(1 - p, df);
  return -upperQuantile(p, df);
}

function upperQuantile(tail: number, df: number): number {
  let low = 0;
  let high = 1;
  while (upperTail(high, df) > tail && high < Number.MAX_VALUE) {
    low = high;
    high *= 2;
  }
  while (high - low > 1e-14 * high) {
    const middle = low + (high - low) / 2;
    if (upperTail(middle, df) > tail) low = middle;
    else high = middle;
  }
  return low + (high - low) / 2;
}

/**
 * P(T ≥ t) for t ≥ 0: half the regularised incomplete beta I_x(df/2, 1/2) at x = df/(df + t²), from the side on which
 * its continued fraction converges (DLMF 8.17.22).
 */
function upperTail(t: number, df: number): number {
  if (!(df > 0 && Number.isFinite(df)) || Number.isNaN(t))
    throw new RangeError(`no t of ${t} with ${df} degrees of freedom`);
  const a = df / 2;
  const ratio = (t / df) * t;
  if (ratio === Number.POSITIVE_INFINITY) return 0;
  const x = 1 / (1 + ratio);
  const y = ratio / (1 + ratio);
  const front = Math.exp(-a * Math.log1p(ratio)) * Math.sqrt(y) * (gammaRatio(a) / Math.sqrt(Math.PI));
  if (x < (a + 1) / (a + 2.5)) return (front * betaFraction(x, a, 0.5)) / a / 2;
  return 0.5 - front * betaFraction(y, 0.5, a);
}

/** Γ(a + ½)/Γ(a): by its asymptotic series far out, and by the recurrence from there (no large logarithms to cancel). */
function gammaRatio(a: number): number {
  let factor = 1;
  let far = a;
  for (; far < 30; far += 1) factor *= far / (far + 0.5);
  const log = Math.log(far) / 2 - 1 / (8 * far) + 1 / (192 * far ** 3) - 1 / (640 * far ** 5) + 17 / (14336 * far ** 7);
  return factor * Math.exp(log);
}
