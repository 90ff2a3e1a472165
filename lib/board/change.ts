import { compareRates } from "../figures/change";
import type { Change, Figure } from "./model";

const nothing: Change = { direction: "none", difference: null, interval: null };

/** How a figure stands against the same figure of another period; a rate changes clearly only where its interval says so. */
export function changeOf(now: Figure, then: Figure | undefined): Change {
  if (!then || now.value === null || then.value === null) return nothing;
  if (now.kind === "rate" && now.interval !== null) return compareRates(shareOf(now), shareOf(then));
  const difference = now.value - then.value;
  return { direction: directionOf(now.kind === "hours" ? tenths(difference) : difference), difference, interval: null };
}

function shareOf({ numerator, denominator }: Figure) {
  return { successes: numerator ?? 0, n: denominator ?? 0 };
}

/** Hours are told to the tenth: what rounds to none did not move. */
const tenths = (hours: number) => Math.round(hours * 10) / 10;

function directionOf(difference: number): Change["direction"] {
  if (difference === 0) return "unclear";
  return difference > 0 ? "up" : "down";
}
