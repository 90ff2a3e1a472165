import { asc, eq, inArray, or } from "drizzle-orm";
import { areas, boundaries } from "../../db/schema/areas";
import type { Context } from "../context";
import { draw } from "../shapes/draw";
import { groundOf } from "../shapes/ground";
import { boxOf } from "../shapes/model";
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

/** What lies directly below the actor's area, drawn, and how the drawing lies on the earth; null where nothing is drawn. */
export async function drawnGround(ctx: Context) {
  const rows = await ctx.db
    .select({ areaId: areas.id, name: areas.name, parentId: areas.parentId, outline: boundaries.outline })
    .from(areas)
    .innerJoin(boundaries, eq(boundaries.areaId, areas.id))
    .where(or(eq(areas.parentId, ctx.actor.areaId), eq(areas.id, ctx.actor.areaId)))
    .orderBy(asc(areas.pos));
  const below = rows.filter(({ areaId }) => areaId !== ctx.actor.areaId);
  const drawn = below.length > 0 ? below : rows;
  if (drawn.length === 0) return null;
  const shapes = drawn.map(({ outline }) => outline);
  const drawings = draw(shapes);
  const outlines = drawn.map(({ areaId, name }, index) => ({ areaId, name, path: drawings[index]?.path ?? "" }));
  return { ground: groundOf(boxOf(shapes)), outlines };
}
