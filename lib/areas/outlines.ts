import { asc, eq, inArray } from "drizzle-orm";
import { areas, boundaries } from "../../db/schema/areas";
import type { Context } from "../context";
import { draw } from "../shapes/draw";
import type { MapOutline } from "./model";

/** Areas drawn side by side in one box; those without a boundary are not among them. */
export async function outlinesOf(ctx: Context, areaIds: readonly string[]): Promise<MapOutline[]> {
  if (areaIds.length === 0) return [];
  const rows = await ctx.db
    .select({ areaId: areas.id, name: areas.name, outline: boundaries.outline })
    .from(areas)
    .innerJoin(boundaries, eq(boundaries.areaId, areas.id))
    .where(inArray(areas.id, [...areaIds]))
    .orderBy(asc(areas.pos));
  const drawings = draw(rows.map(({ outline }) => outline));
  return rows.flatMap(({ areaId, name }, index) => {
    const drawing = drawings[index];
    return drawing ? [{ areaId, name, ...drawing }] : [];
  });
}
