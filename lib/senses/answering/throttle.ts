import { createHmac, randomBytes } from "node:crypto";

const hour = 3_600_000;
const mostPlaces = 100_000;

/** How often one place may send an answer within an hour: by codes, each of which counts once, or to an open round. */
export const answersEach = { drawn: 300, open: 30 } as const;
type Way = keyof typeof answersEach;

/**
 * Counts what each place sends, in the memory of this process and under a key that dies with it: no address is kept,
 * none is written anywhere, and nothing of it can be laid beside an answer.
 */
export function makeThrottle(): (place: string, way: Way, now: Date) => boolean {
  const key = randomBytes(32);
  const sent = new Map<string, { since: number; times: number }>();
  return (place, way, now) => {
    const name = createHmac("sha256", key).update(`${way} ${place}`).digest("base64url");
    const known = sent.get(name);
    const isOver = known === undefined || now.getTime() - known.since >= hour;
    const entry = isOver ? { since: now.getTime(), times: 0 } : known;
    if (entry.times >= answersEach[way]) return false;
    entry.times += 1;
    sent.delete(name);
    sent.set(name, entry);
    if (sent.size > mostPlaces) forgetFirst(sent);
    return true;
  };
}

/** A map keeps its keys in the order they were set: the first was heard of longest ago. */
function forgetFirst(sent: Map<string, unknown>): void {
  const [first] = sent.keys();
  if (first !== undefined) sent.delete(first);
}
