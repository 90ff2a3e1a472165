import { finiteFactor, type Interval } from "./interval";
import { studentQuantile } from "./student";

/** An answer on the scale a…b as an index 0…100: 100(x − a)/(b − a). `a` is the worst answer, also where b < a. Refuses an answer off the scale. */
export function indexOfAnswer(answer: number, a: number, b: number): number {
  const index = (100 * (answer - a)) / (b - a);
  if (!(index >= 0 && index <= 100)) throw new RangeError(`${answer} is not on the scale ${a}…${b}`);
  return Math.abs(index);
}

/** How many values, their mean, and the sum of their squared distances from it. */
export type Moments = { n: number; mean: number; m2: number };

export const noMoments: Moments = { n: 0, mean: 0, m2: 0 };

/** The moments of values, in one pass and without cancellation (Welford). Refuses what is not a finite number. */
export function momentsOf(values: Iterable<number>): Moments {
  let [n, mean, m2] = [0, 0, 0];
  for (const value of values) {
    if (!Number.isFinite(value)) throw new RangeError(`not a number: ${value}`);
    n += 1;
    const distance = value - mean;
    mean += distance / n;
    m2 += distance * (value - mean);
  }
  return { n, mean, m2 };
}

/** The moments of two groups taken together (Chan, Golub, LeVeque 1979). */
export function combineMoments(a: Moments, b: Moments): Moments {
  if (a.n === 0) return b;
  if (b.n === 0) return a;
  const n = a.n + b.n;
  const distance = b.mean - a.mean;
  return { n, mean: a.mean + (distance * b.n) / n, m2: a.m2 + b.m2 + (distance ** 2 * a.n * b.n) / n };
}

/** The variance of the sample (n − 1), in squared units; null below two values. */
export function varianceOf({ n, m2 }: Moments): number | null {
  return n < 2 ? null : m2 / (n - 1);
}

/**
 * Cronbach's α over persons who answered every item, one row each: k/(k − 1) · (1 − Σ item variances / variance of the
 * sums). It may be negative. Null with fewer than two persons or items, or when the sums do not vary. Refuses rows of unequal length.
 */
export function cronbachAlpha(persons: readonly (readonly number[])[]): number | null {
  const k = persons[0]?.length ?? 0;
  if (persons.some(({ length }) => length !== k)) throw new RangeError("every person answers the same items");
  if (persons.length < 2 || k < 2) return null;
  const ofItem = (item: number) => momentsOf(persons.map((answers) => answers[item] ?? Number.NaN)).m2;
  const items = Array.from({ length: k }, (_, item) => ofItem(item)).reduce((sum, m2) => sum + m2, 0);
  const sums = momentsOf(persons.map((answers) => answers.reduce((sum, answer) => sum + answer, 0))).m2;
  return sums === 0 ? null : (k / (k - 1)) * (1 - items / sums);
}

/** Kish's effective sample size (Σw)²/Σw²; 0 when nothing weighs. Refuses negative weights. */
export function effectiveSize(weights: readonly number[]): number {
  if (!weights.every((weight) => weight >= 0 && Number.isFinite(weight))) throw new RangeError("weights are amounts");
  const squares = weights.reduce((sum, weight) => sum + weight ** 2, 0);
  return squares === 0 ? 0 : weights.reduce((sum, weight) => sum + weight, 0) ** 2 / squares;
}

/** `population` people, of whom `n` answered, with the mean and the sample variance of their answers. */
export type Stratum = { population: number; n: number; mean: number; variance: number };
export type PostStratified = { n: number; mean: number; variance: number; interval: Interval };

/**
 * The mean over strata weighted by population, Σ (N_c/N)·mean_c, with its variance Σ (N_c/N)²·(s_c²/n_c), each reduced by
 * 1 − n_c/N_c where n_c/N_c is above 5 %, and its 95 % t interval (Satterthwaite degrees of freedom), in the units of
 * the means. Null without strata. Refuses a stratum with fewer than two answers (merge it with a neighbour, never drop
 * it) and one with fewer people than answers.
 */
export function postStratified(strata: readonly Stratum[]): PostStratified | null {
  if (!strata.every(({ n, variance }) => n >= 2 && variance >= 0))
    throw new RangeError("a stratum needs two answers and a variance");
  if (strata.length === 0) return null;
  const total = strata.reduce((sum, { population }) => sum + population, 0);
  const parts = strata.map(({ population, n, mean, variance }) => {
    const weight = population / total;
    return { mean: weight * mean, variance: weight ** 2 * (variance / n) * finiteFactor(n, population), n };
  });
  const mean = parts.reduce((sum, part) => sum + part.mean, 0);
  const variance = parts.reduce((sum, part) => sum + part.variance, 0);
  const n = parts.reduce((sum, part) => sum + part.n, 0);
  if (variance === 0) return { n, mean, variance, interval: [mean, mean] };
  const df = 1 / parts.reduce((sum, part) => sum + (part.variance / variance) ** 2 / (part.n - 1), 0);
  const half = studentQuantile(0.975, df) * Math.sqrt(variance);
  return { n, mean, variance, interval: [mean - half, mean + half] };
}
