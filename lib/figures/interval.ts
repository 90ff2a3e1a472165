import { studentQuantile, twoSidedP } from "./student";

export type Interval = [number, number];
export type Share = { successes: number; n: number };
export type Sample = { n: number; mean: number; variance: number };
export type Difference = { difference: number; interval: Interval };

const normal975 = 1.959963984540054;

/**
 * The Wilson score interval of a share, as shares 0…1 (Wilson 1927; Brown, Cai, DasGupta 2001). `successes` may be
 * fractional (weighted data with its effective n). Refuses n = 0, which has no interval, and successes outside 0…n.
 */
export function wilson(successes: number, n: number, z = normal975): Interval {
  if (!(n > 0 && Number.isFinite(n) && successes >= 0 && successes <= n))
    throw new RangeError(`not a share: ${successes} of ${n}`);
  const p = successes / n;
  const stretch = 1 + z ** 2 / n;
  const centre = (p + z ** 2 / (2 * n)) / stretch;
  const half = (z * Math.sqrt((p * (1 - p)) / n + z ** 2 / (4 * n ** 2))) / stretch;
  return [successes === 0 ? 0 : Math.max(0, centre - half), successes === n ? 1 : Math.min(1, centre + half)];
}

/** a − b of two independent shares with its interval: Newcombe's hybrid score, method 10 (Stat. Med. 1998; 17: 873). Refuses as `wilson`. */
export function newcombe(a: Share, b: Share, z = normal975): Difference {
  const [pa, pb] = [a.successes / a.n, b.successes / b.n];
  const [lowA, highA] = wilson(a.successes, a.n, z);
  const [lowB, highB] = wilson(b.successes, b.n, z);
  const difference = pa - pb;
  return {
    difference,
    interval: [difference - Math.hypot(pa - lowA, highB - pb), difference + Math.hypot(highA - pa, pb - lowB)],
  };
}

/**
 * The t interval of a mean, in the units of the mean; `variance` is that of the sample (n − 1). With the size of a
 * finite population the variance is reduced by 1 − n/N where n/N is above 5 %. Null below two values. Refuses a negative
 * variance and a population smaller than its sample.
 */
export function tInterval({ n, mean, variance }: Sample, finitePopulation?: number): Interval | null {
  checkVariance(variance);
  const factor = finitePopulation === undefined ? 1 : finiteFactor(n, finitePopulation);
  if (n < 2) return null;
  const half = studentQuantile(0.975, n - 1) * Math.sqrt((variance / n) * factor);
  return [mean - half, mean + half];
}

/** What the variance of a mean is multiplied by when n of N were asked: 1 − n/N above a share of 5 %, else 1. */
export function finiteFactor(n: number, population: number): number {
  if (!(population >= n)) throw new RangeError(`${n} were asked of ${population}`);
  return n / population > 0.05 ? 1 - n / population : 1;
}

/**
 * a − b of two independent means by Welch: 95 % interval in the units of the means, two-sided p, Welch–Satterthwaite
 * degrees of freedom. Null when a side has fewer than two values. Two sides without any variance differ surely or not at all.
 */
export function welch(a: Sample, b: Sample): (Difference & { p: number; df: number }) | null {
  checkVariance(a.variance);
  checkVariance(b.variance);
  if (a.n < 2 || b.n < 2) return null;
  const difference = a.mean - b.mean;
  const [va, vb] = [a.variance / a.n, b.variance / b.n];
  if (va + vb === 0)
    return { difference, interval: [difference, difference], p: difference === 0 ? 1 : 0, df: a.n + b.n - 2 };
  const [shareA, shareB] = [va / (va + vb), vb / (va + vb)];
  const df = 1 / (shareA ** 2 / (a.n - 1) + shareB ** 2 / (b.n - 1));
  const error = Math.sqrt(va + vb);
  const half = studentQuantile(0.975, df) * error;
  return { difference, interval: [difference - half, difference + half], p: twoSidedP(difference / error, df), df };
}

/** Holm's step-down adjustment of p values that are judged together; the answer keeps the order given. Refuses what is no p value. */
export function holm(pValues: readonly number[]): number[] {
  if (!pValues.every((p) => p >= 0 && p <= 1)) throw new RangeError("p values lie from 0 to 1");
  const ascending = pValues.map((p, place) => ({ p, place })).sort((a, b) => a.p - b.p);
  const adjusted: number[] = pValues.map(() => 1);
  let highest = 0;
  for (const [rank, { p, place }] of ascending.entries()) {
    highest = Math.max(highest, Math.min(1, p * (pValues.length - rank)));
    adjusted[place] = highest;
  }
  return adjusted;
}

function checkVariance(variance: number): void {
  if (!(variance >= 0)) throw new RangeError(`not a variance: ${variance}`);
}
