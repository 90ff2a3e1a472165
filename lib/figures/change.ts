import { type Difference, newcombe, type Sample, type Share, welch } from "./interval";

export type Direction = "up" | "down" | "unclear" | "none";
export type Comparison = { direction: Direction; difference: number | null; interval: [number, number] | null };

const noData: Comparison = { direction: "none", difference: null, interval: null };

/** Now against then as shares 0…1, by Newcombe's interval: `unclear` where it reaches 0, `none` where a side has n = 0. */
export function compareRates(now: Share, then: Share): Comparison {
  return now.n === 0 || then.n === 0 ? noData : inWords(newcombe(now, then));
}

/** Now against then as means, by Welch's interval: `unclear` where it reaches 0, `none` where a side has fewer than two values. */
export function compareMeans(now: Sample, then: Sample): Comparison {
  const compared = welch(now, then);
  return compared === null ? noData : inWords(compared);
}

function inWords({ difference, interval }: Difference): Comparison {
  const [low, high] = interval;
  if (low > 0) return { direction: "up", difference, interval };
  return { direction: high < 0 ? "down" : "unclear", difference, interval };
}
