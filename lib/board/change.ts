import { compareRates } from "../figures/change";
import type { Change, Figure, FigureKind } from "./model";

const nothing: Change = { direction: "none", difference: null, interval: null };

/** How a figure stands against the same figure of another period; a rate changes clearly only where its interval says so. */
export function changeOf(now: Figure, then: Figure | undefined): Change {
  if (!then || now.value === null || then.value === null) return nothing;
  const difference = told(now.kind, now.value - then.value);
  if (now.kind !== "rate" || now.interval === null) {
    return { direction: directionOf(difference), difference: now.value - then.value, interval: null };
  }
  const compared = compareRates(shareOf(now), shareOf(then));
  const isSeen = difference !== 0 || compared.direction === "none";
  return isSeen ? compared : { ...compared, direction: "unclear" };
}

function shareOf({ numerator, denominator }: Figure) {
  return { successes: numerator ?? 0, n: denominator ?? 0 };
}

/** Hours and points of a hundred are told to the tenth: what rounds to none did not move. */
function told(kind: FigureKind, difference: number): number {
  if (kind === "count") return difference;
  return Math.round(difference * (kind === "rate" ? 1000 : 10));
}

function directionOf(difference: number): Change["direction"] {
  if (difference === 0) return "unclear";
  return difference > 0 ? "up" : "down";
}
