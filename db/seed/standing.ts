import type { Case } from "./cases";
import type { Life } from "./life";
import { told } from "./names";

const hour = 3_600_000;
const unclosed = { checkedAt: [], closedAt: null, closeReason: null, callbackDueAt: null, callback: null };
const untouched = {
  ...unclosed,
  ...{ contactedAt: null, tasks: [], called: null, resolvedAt: null, extended: null, deferredAt: null },
};

/**
 * At whatever hour the demo is begun, something waits in the two communities it leads to: what came last and nobody has
 * answered yet, and what was done in time but never closed.
 */
export function leaveStanding(cases: Case[], upto: number): Case[] {
  const left = new Map<Case, Partial<Life>>();
  for (const name of [told.tower, told.model]) {
    const own = cases.filter(({ community, placed, life }) => {
      return community.area.name === name && placed && life.validity === "valid";
    });
    for (const one of own.slice(-2)) left.set(one, untouched);
    const done = own.filter((one) => !left.has(one) && isDone(one, upto));
    for (const one of done.slice(-3)) left.set(one, unclosed);
  }
  return cases.map((one) => {
    const life = left.get(one);
    return life ? { ...one, life: { ...one.life, ...life }, reply: null } : one;
  });
}

function isDone({ life }: Case, upto: number): boolean {
  const { resolvedAt, closeDueAt, extended, deferredAt, called } = life;
  const isPlain = extended === null && deferredAt === null && called === null;
  return isPlain && resolvedAt !== null && closeDueAt !== null && resolvedAt < closeDueAt && closeDueAt < upto - hour;
}
