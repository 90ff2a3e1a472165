export type Weights = { responded: number; solved: number; satisfied: number };
export type Rates = Record<keyof Weights, number | null>;

/** The three rates as one number out of a hundred; null where nobody was reached: no data, not 0. */
export function scoreOf(rates: Rates, weights: Weights): number | null {
  const { responded, solved, satisfied } = rates;
  const whole = weights.responded + weights.solved + weights.satisfied;
  if (responded === null || solved === null || satisfied === null || whole === 0) return null;
  const weighed = weights.responded * responded + weights.solved * solved + weights.satisfied * satisfied;
  return (100 * weighed) / whole;
}
