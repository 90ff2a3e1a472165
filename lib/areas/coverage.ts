import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import { areas, boundaries } from "../../db/schema/areas";
import type { Context } from "../context";
import { type Cover, coverOf, type Part } from "../shapes/cover";

/**
 * How the grids of a community cover it; null where the community has no boundary, or has grids of which none is drawn.
 */
export async function findCover(ctx: Context, communityId: string): Promise<Cover | null> {
  const [whole] = await ctx.db
    .select({ shape: boundaries.shape })
    .from(boundaries)
    .where(eq(boundaries.areaId, communityId));
  if (!whole) return null;
  const grids = await ctx.db
    .select({ id: areas.id, name: areas.name, shape: boundaries.shape })
    .from(areas)
    .leftJoin(boundaries, eq(boundaries.areaId, areas.id))
    .where(and(eq(areas.parentId, communityId), eq(areas.level, "grid"), isNull(areas.closedOn)))
    .orderBy(asc(areas.pos));
  const drawn = grids.flatMap(({ id, name, shape }): Part[] => (shape ? [{ id, name, shape }] : []));
  return grids.length > 0 && drawn.length === 0 ? null : coverOf(whole.shape, drawn);
}

/** Measures communities anew after shapes changed, so that the figures follow. */
export async function measureCoverage(ctx: Context, communityIds: readonly string[]): Promise<void> {
  for (const id of communityIds) {
    const cover = await findCover(ctx, id);
    // biome-ignore lint/plugin: the verb that changed the shapes has asked, and records what it changed
    await ctx.db
      .update(areas)
      .set({ coveredM2: cover?.coveredM2 ?? null })
      .where(eq(areas.id, id));
  }
}

/** The communities whose cover depends on the shapes of these areas: themselves, or those their grids belong to. */
export async function listTouchedCommunities(ctx: Context, areaIds: readonly string[]): Promise<string[]> {
  if (areaIds.length === 0) return [];
  const rows = await ctx.db
    .select({ id: sql<string>`distinct case when ${areas.level} = 'grid' then ${areas.parentId} else ${areas.id} end` })
    .from(areas)
    .where(and(inArray(areas.id, [...areaIds]), inArray(areas.level, ["grid", "community"])));
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return [];
  const communities = await ctx.db
    .select({ id: areas.id })
    .from(areas)
    .where(and(inArray(areas.id, ids), eq(areas.level, "community")));
  return communities.map(({ id }) => id);
}
