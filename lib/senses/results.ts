import type { Change, Direction } from "../board/model";
import { compareMeans, compareRates } from "../figures/change";
import { type Interval, type Sample, tInterval, welch, wilson } from "../figures/interval";
import { studentQuantile } from "../figures/student";
import { firmAnswers, type TopBox } from "./model";

/** What is kept of one area and key of a closed round. */
export type Cell = {
  roundId: string;
  areaId: string;
  key: string;
  n: number;
  missing: number;
  mean: number;
  meanCoarse: boolean;
  variance: number;
  /** Null where it is held back. */
  top: number | null;
  coarse: boolean;
  alpha: number | null;
  weightedMean: number | null;
  weightedVariance: number | null;
  weightedDf: number | null;
  effectiveN: number | null;
};

/** The ends of a scale, from the worst answer to the best. */
export type Scale = { worst: number; best: number };
export const senseScale: Scale = { worst: 0, best: 100 };

export function scaleOf({ low, high, reversed }: { low: number; high: number; reversed: boolean }): Scale {
  return reversed ? { worst: high, best: low } : { worst: low, best: high };
}

export type Estimate = { value: number; interval: Interval | null };
export type Result = Estimate & {
  n: number;
  missing: number;
  /** In marks of the scale, every answer counting alike. */
  mean: number;
  topBox: TopBox | null;
  unweighted: (Estimate & { effectiveN: number }) | null;
  meanCoarse: boolean;
  alpha: number | null;
  /** Enough answers for a rank and a colour; with fewer the interval alone is told. */
  firm: boolean;
};

/** A cell as an index 0…100 with all it rests on. */
export function resultOf(cell: Cell, scale: Scale): Result {
  const plain = { value: indexAt(cell.mean, scale), interval: indexed(tInterval(cell), scale) };
  const weighted = weightedOf(cell, scale);
  const isSame = weighted !== null && Math.abs(weighted.value - plain.value) < 1e-9;
  return {
    ...(weighted ?? plain),
    n: cell.n,
    missing: cell.missing,
    mean: cell.mean,
    topBox: topBoxOf(cell),
    unweighted: weighted && !isSame ? { ...plain, effectiveN: cell.effectiveN ?? cell.n } : null,
    meanCoarse: cell.meanCoarse,
    alpha: cell.alpha,
    firm: cell.n >= firmAnswers,
  };
}

function topBoxOf({ top, n, coarse }: Cell): TopBox | null {
  if (top === null) return null;
  const told = { numerator: top, denominator: n, interval: wilson(top, n) };
  if (!coarse) return { ...told, share: top / n, bound: null };
  if (top * 2 > n) return { ...told, share: Math.min(0.95, (n - 1) / n), bound: "least" };
  return { ...told, share: Math.max(0.05, 1 / n), bound: "most" };
}

export type Compared = Change & { p: number | null };
const notCompared: Compared = { direction: "none", difference: null, interval: null, p: null };

/**
 * Now against then in points of the index: up or down only where the interval of the difference leaves 0 out. Where a
 * side is told within bounds, the interval holds whatever lies within them.
 */
export function compareCells(now: Cell | undefined, then: Cell | undefined, scale: Scale): Compared {
  if (!now || !then) return notCompared;
  const [a, b] = [sampleOf(now, scale), sampleOf(then, scale)];
  const [meansA, meansB] = [meansOf(now, a), meansOf(then, b)];
  const apart = (mean: number, other: number) =>
    [
      { ...a, mean },
      { ...b, mean: other },
    ] as const;
  const [least, most] = [apart(meansA[0], meansB[1]), apart(meansA[1], meansB[0])];
  const isHigher = meansA[0] >= meansB[1];
  const nearest = isHigher || meansA[1] <= meansB[0] ? welch(...(isHigher ? least : most)) : { p: 1 };
  return { ...between(compareMeans(a, b), compareMeans(...least), compareMeans(...most)), p: nearest?.p ?? null };
}

export function compareTopBoxes(now: Cell | undefined, then: Cell | undefined): Change {
  if (!now || !then || now.top === null || then.top === null) return notCompared;
  const [a, b] = [topsOf(now), topsOf(then)];
  const compare = (one: number, other: number) =>
    compareRates({ successes: one, n: now.n }, { successes: other, n: then.n });
  return between(compare(now.top, then.top), compare(a[0], b[1]), compare(a[1], b[0]));
}

/** A difference as it is told, with all that lies between its least and its most. */
function between(told: Change, least: Change, most: Change): Change {
  if (least.interval === null || most.interval === null) return told;
  const interval: Interval = [least.interval[0], most.interval[1]];
  const direction = interval[0] > 0 ? "up" : interval[1] < 0 ? "down" : "unclear";
  return { ...told, direction, interval };
}

/** Where the mean of a cell lies: within half of the five points it is told in, from 95 on up to 100, from 5 on down to 0. */
function meansOf({ meanCoarse }: Cell, { mean }: Sample): Interval {
  if (!meanCoarse) return [mean, mean];
  return [mean <= 5 + 1e-9 ? 0 : mean - 2.5, mean >= 95 - 1e-9 ? 100 : mean + 2.5];
}

/** How many there may be in the top box of a cell. */
function topsOf({ top, n, coarse }: Cell): Interval {
  const told = top ?? 0;
  if (!coarse) return [told, told];
  return told * 2 > n ? [told, n] : [0, told];
}

/** A change judged beside others: clear only where its adjusted p says so too. */
export function adjusted(change: Compared, p: number | undefined): Change {
  const isClear = change.direction === "up" || change.direction === "down";
  const direction: Direction = isClear && p !== undefined && p > 0.05 ? "unclear" : change.direction;
  return { direction, difference: change.difference, interval: change.interval };
}

const indexAt = (mark: number, { worst, best }: Scale) => (100 * (mark - worst)) / (best - worst);

function indexed(interval: Interval | null, scale: Scale): Interval | null {
  if (interval === null) return null;
  const [a, b] = [indexAt(interval[0], scale), indexAt(interval[1], scale)];
  return [Math.max(0, Math.min(a, b)), Math.min(100, Math.max(a, b))];
}

function weightedOf({ weightedMean, weightedVariance, weightedDf }: Cell, scale: Scale): Estimate | null {
  if (weightedMean === null || weightedVariance === null || weightedDf === null) return null;
  const half = studentQuantile(0.975, weightedDf) * Math.sqrt(weightedVariance);
  return {
    value: indexAt(weightedMean, scale),
    interval: indexed([weightedMean - half, weightedMean + half], scale),
  };
}

/** As a plain sample for the test of Welch; a weighted mean brings its own error and degrees of freedom. */
function sampleOf(cell: Cell, scale: Scale): Sample {
  const { weightedMean, weightedVariance, weightedDf } = cell;
  const perMark = (100 / (scale.best - scale.worst)) ** 2;
  if (weightedMean === null || weightedVariance === null || weightedDf === null)
    return { n: cell.n, mean: indexAt(cell.mean, scale), variance: cell.variance * perMark };
  const n = weightedDf + 1;
  return { n, mean: indexAt(weightedMean, scale), variance: weightedVariance * perMark * n };
}
