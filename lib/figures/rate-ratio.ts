import { betaQuantile } from "./beta";
import type { Direction } from "./change";
import type { Interval } from "./interval";

export type RateRatio = {
  before: number;
  after: number;
  /** After divided by before; null where nothing came before. */
  ratio: number | null;
  /** Its upper end is infinite where nothing came before. */
  interval: Interval | null;
  /** How much more the weeks vary than counts by chance would: 1 or more. */
  dispersion: number;
  direction: Direction;
};

/** The exact interval of a share (Clopper and Pearson 1934); counts may be fractional, as an effective number of them is. */
export function clopperPearson(successes: number, n: number, level = 0.95): Interval {
  if (!(n > 0 && Number.isFinite(n) && successes >= 0 && successes <= n))
    throw new RangeError(`not a share: ${successes} of ${n}`);
  const tail = (1 - level) / 2;
  const low = successes === 0 ? 0 : betaQuantile(tail, successes, n - successes + 1);
  return [low, successes === n ? 1 : betaQuantile(1 - tail, successes + 1, n - successes)];
}

/**
 * Counts per week before and after, compared as two Poisson rates: given their sum, the count after is binomial with the
 * share of its weeks, so the interval of the ratio is exact. Where the weeks of a side vary more among themselves than
 * Poisson counts do, the counts are divided by that dispersion first, and the interval widens. `up` and `down` only
 * where the whole interval lies on one side of 1; `none` without a week on either side, or without a single count.
 */
export function compareWeeks(before: readonly number[], after: readonly number[]): RateRatio {
  const weeks = [...before, ...after];
  if (!weeks.every((count) => Number.isSafeInteger(count) && count >= 0))
    throw new RangeError(`not counts: ${weeks.join(", ")}`);
  const [then, now] = [sum(before), sum(after)];
  const dispersion = Math.max(1, dispersionOf([before, after]));
  const sides = { before: then, after: now, dispersion };
  if (before.length === 0 || after.length === 0 || then + now === 0)
    return { ...sides, ratio: null, interval: null, direction: "none" };

  const perWeek = before.length / after.length;
  const [low, high] = clopperPearson(now / dispersion, (then + now) / dispersion);
  const odds = (share: number) => (share === 1 ? Number.POSITIVE_INFINITY : (share / (1 - share)) * perWeek);
  const interval: Interval = [odds(low), odds(high)];
  const direction = interval[0] > 1 ? "up" : interval[1] < 1 ? "down" : "unclear";
  return { ...sides, ratio: then === 0 ? null : (now / then) * perWeek, interval, direction };
}

/** Pearson's: squared distances from the mean of the own side over that mean, per degree of freedom. */
function dispersionOf(sides: (readonly number[])[]): number {
  const known = sides.filter((side) => sum(side) > 0);
  const freedom = known.reduce((all, side) => all + side.length - 1, 0);
  const distance = known.reduce((all, side) => {
    const mean = sum(side) / side.length;
    return all + side.reduce((own, count) => own + (count - mean) ** 2 / mean, 0);
  }, 0);
  return freedom > 0 ? distance / freedom : 1;
}

const sum = (counts: readonly number[]) => counts.reduce((all, count) => all + count, 0);
