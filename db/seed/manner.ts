import type { Community } from "./areas";
import { troubleOf } from "./demand";
import { told } from "./names";
import { randomFrom } from "./random";

/** How a community works. Shares between 0 and 1; `pace` stretches first contact and dispatch. */
export type Manner = {
  onTime: number;
  contactOnTime: number;
  dispatchOnTime: number;
  pace: number;
  returned: number;
  reworked: number;
  foundFirst: number;
  visited: number;
  solved: number;
  pleased: number;
};

/** The steady part of it, for the whole year. */
export function mannerOf(seed: string, { area }: Community): Manner {
  if (area.name === told.model) return model;
  const random = randomFrom(`${seed}/manner/${area.id}`);
  const good = Math.min(1, Math.max(0, 0.5 + 0.24 * random.normal()));
  return {
    onTime: 0.83 + 0.13 * good,
    contactOnTime: 0.9 + 0.07 * good,
    dispatchOnTime: 0.93 + 0.05 * random.next(),
    pace: random.between(0.75, 1.5),
    returned: random.between(0.03, 0.085),
    reworked: random.between(0.02, 0.065),
    foundFirst: random.between(0.16, 0.32),
    visited: random.between(0.72, 0.93),
    solved: 0.78 + 0.1 * good,
    pleased: random.between(-0.12, 0.14),
  };
}

/** The manner on one day: everybody gets a little better over the year, the towers sink and recover. */
export function mannerOn(steady: Manner, community: Community, day: number, today: number): Manner {
  const since = (today - day) / 396;
  if (community.area.name !== told.tower) {
    const late = (1 - steady.onTime) * (0.88 + 0.3 * since);
    return { ...steady, onTime: 1 - late };
  }
  const trouble = troubleOf(day, today);
  const after = day > today - 75;
  const calm = after ? 0.965 : 0.9;
  return {
    ...steady,
    onTime: calm - (calm - 0.61) * trouble,
    contactOnTime: 0.95 - 0.08 * trouble,
    reworked: 0.03 + 0.09 * trouble,
    returned: 0.05 + 0.09 * trouble,
    foundFirst: after ? 0.33 : 0.2,
    visited: after ? 0.95 : 0.8 - 0.08 * trouble,
    solved: (after ? 0.9 : 0.83) - 0.24 * trouble,
    pleased: (after ? 0.12 : 0) - 0.45 * trouble,
  };
}

const model: Manner = {
  onTime: 0.982,
  contactOnTime: 0.99,
  dispatchOnTime: 0.99,
  pace: 0.55,
  returned: 0.018,
  reworked: 0.012,
  foundFirst: 0.53,
  visited: 0.975,
  solved: 0.93,
  pleased: 0.25,
};
