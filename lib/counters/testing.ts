import { eq, sql } from "drizzle-orm";
import { areaDays } from "../../db/schema/counts";
import { areaId, type World } from "../testing";
import type { DayCounter } from "./model";

/** What a counter says of an area by day; what came and went again is left out. */
export function daysOf(world: World, areaName: string, counter: DayCounter): Promise<{ day: string; n: number }[]> {
  const n = sql<number>`sum(${areaDays[counter]})::int`;
  return world.owner
    .select({ day: areaDays.day, n })
    .from(areaDays)
    .where(eq(areaDays.areaId, areaId(world, areaName)))
    .groupBy(areaDays.day)
    .having(sql`${n} <> 0`)
    .orderBy(areaDays.day);
}

export async function totalOf(world: World, areaName: string, counter: DayCounter): Promise<number> {
  return (await daysOf(world, areaName, counter)).reduce((sum, { n }) => sum + n, 0);
}
