import type { Role } from "../access/model";
import { type AreaLevel, areaLevels } from "../areas/model";

export const lateUnits = ["work_hour", "times"] as const;
/** How late: so many work hours past the limit, or so many times the time there was. */
export type LateUnit = (typeof lateUnits)[number];

export const mostLate: Record<LateUnit, number> = { work_hour: 240, times: 10 };

/** Who answers for those that work. */
export const toldRoles = ["official", "leader"] as const satisfies Role[];
export const toldLevels = ["community", "street", "district", "city"] as const satisfies AreaLevel[];

/** One may bring cases before oneself and those below, not before those above. */
export function toldBy({ areaLevel }: { areaLevel: string }): (typeof toldLevels)[number][] {
  const levels: readonly string[] = areaLevels;
  return toldLevels.filter((level) => levels.indexOf(level) >= levels.indexOf(areaLevel));
}

/** So many cases at once, and so many times in a row: what is left is done the next time. */
export const atOnce = 500;
export const mostTurns = 20;
