/** I_x(a, b), the regularised incomplete beta for a, b > 0 and x from 0 to 1, to about 1e-12 (DLMF 8.17.22). */
export function incompleteBeta(x: number, a: number, b: number): number {
  if (!(a > 0 && b > 0 && x >= 0 && x <= 1)) throw new RangeError(`no incomplete beta of ${x}, ${a}, ${b}`);
  if (x === 0 || x === 1) return x;
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x));
  return x < (a + 1) / (a + b + 2) ? (front * betaFraction(x, a, b)) / a : 1 - (front * betaFraction(1 - x, b, a)) / b;
}

/** The x with I_x(a, b) = p. */
export function betaQuantile(p: number, a: number, b: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError(`not a probability inside 0 and 1: ${p}`);
  let [low, high] = [0, 1];
  for (let step = 0; step < 100; step += 1) {
    const middle = (low + high) / 2;
    if (incompleteBeta(middle, a, b) < p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** The continued fraction of the incomplete beta, by the method of Lentz. */
export function betaFraction(x: number, a: number, b: number): number {
  const kept = (value: number) => (Math.abs(value) < 1e-300 ? 1e-300 : value);
  let c = 1;
  let d = 1 / kept(1 - ((a + b) * x) / (a + 1));
  let result = d;
  for (let m = 1; m < 100_000; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / kept(1 + even * d);
    c = kept(1 + even / c);
    result *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / kept(1 + odd * d);
    c = kept(1 + odd / c);
    result *= d * c;
    if (Math.abs(d * c - 1) < 1e-15) return result;
  }
  throw new RangeError("the continued fraction does not converge");
}

/** ln Γ(a) for a > 0: the asymptotic series far out, and the recurrence down from there. */
function logGamma(a: number): number {
  let below = 0;
  let far = a;
  for (; far < 12; far += 1) below += Math.log(far);
  const series = 1 / (12 * far) - 1 / (360 * far ** 3) + 1 / (1260 * far ** 5) - 1 / (1680 * far ** 7);
  return (far - 0.5) * Math.log(far) - far + Math.log(2 * Math.PI) / 2 + series - below;
}
