import { createHash } from "node:crypto";

export type Drawn = { id: string; rank: number; picked: boolean };

/**
 * Who is asked afterwards, by a seed that nobody chose: all are put in the order of a hash of seed and key, and the first
 * share of them is picked, at least one. The same seed over the same keys gives the same list, so anybody can check it.
 */
export function drawFrom(seed: string, ids: readonly string[], share: number): Drawn[] {
  const hashed = ids.map((id) => ({ id, hash: createHash("sha256").update(`${seed}:${id}`).digest("hex") }));
  hashed.sort((a, b) => (a.hash < b.hash ? -1 : 1));
  const most = Math.ceil((ids.length * share) / 100);
  return hashed.map(({ id }, index) => ({ id, rank: index + 1, picked: index < most }));
}
