import { voidings } from "../cases/model";
import type { Figure } from "./model";

export type Voiding = (typeof voidings)[number];

/** Of what was reckoned and what would have been: how much left for which reason. It could flatter the rate beside it. */
export function leftOutOf({ denominator, excluded }: Pick<Figure, "denominator" | "excluded">) {
  const counts = voidings.map((why) => ({ why, n: excluded[why] ?? 0 }));
  const n = counts.reduce((sum, one) => sum + one.n, 0);
  const of = (denominator ?? 0) + n;
  const shareOf = (part: number) => (of === 0 ? null : part / of);
  return { n, of, share: shareOf(n), reasons: counts.map((one) => ({ ...one, share: shareOf(one.n) })) };
}
