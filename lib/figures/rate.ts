import { type Interval, wilson } from "./interval";

export type Rate = {
  kind: "rate";
  numerator: number;
  denominator: number;
  excluded: Record<string, number>;
  value: number | null;
  interval: [number, number] | null;
};

/**
 * A share 0…1 with all it rests on; `excluded` counts by reason what was left out of the denominator. Without a
 * denominator its value is null: no data, not 0. The numerator may be fractional (基本满意 at 0.9); such a rate has no
 * interval of its own, so give that of the plain share beside it. Refuses (RangeError) a numerator above its
 * denominator and anything negative or not a number.
 */
export function rateOf(
  numerator: number,
  denominator: number,
  excluded: Record<string, number> = {},
  interval: Interval | null = null,
): Rate {
  const amounts = [numerator, denominator, ...Object.values(excluded)];
  if (!amounts.every((amount) => Number.isFinite(amount) && amount >= 0))
    throw new RangeError(`not amounts: ${amounts.join(", ")}`);
  if (numerator > denominator) throw new RangeError(`${numerator} of ${denominator} is more than all`);
  const none = denominator === 0;
  return {
    kind: "rate",
    numerator,
    denominator,
    excluded,
    value: none ? null : numerator / denominator,
    interval: none ? null : interval,
  };
}

/** The rate of what was counted one by one, with its Wilson interval. Refuses as `rateOf`. */
export function countedRateOf(successes: number, n: number, excluded: Record<string, number> = {}): Rate {
  const plain = rateOf(successes, n, excluded);
  return plain.value === null ? plain : { ...plain, interval: wilson(successes, n) };
}
