import { aliasedTable, and, asc, between, eq, inArray, isNull, notInArray } from "drizzle-orm";
import { areas, boundaries } from "../../db/schema/areas";
import type { Context } from "../context";
import type { AreaRange } from "./model";

/** Where a request may be said to be, in the actor's area: grids and communities, and the actor's area itself. */
export function listPlaces(ctx: Context) {
  const parent = aliasedTable(areas, "parent");
  return ctx.db
    .select({ id: areas.id, name: areas.name, level: areas.level, parentName: parent.name })
    .from(areas)
    .leftJoin(parent, eq(parent.id, areas.parentId))
    .where(and(inArray(areas.level, ["grid", "community", "street"]), isNull(areas.closedOn)))
    .orderBy(asc(areas.pos))
    .limit(2_000);
}

/** The boundaries of an area and of those below it. */
export function listShapes(ctx: Context, within: AreaRange) {
  return ctx.db
    .select({ areaId: boundaries.areaId, shape: boundaries.shape })
    .from(boundaries)
    .where(between(boundaries.areaPos, within.pos, within.last));
}

/** The communities of a range, itself if it is one. */
export function listCommunities(ctx: Context, range: AreaRange) {
  return ctx.db
    .select({ id: areas.id, name: areas.name })
    .from(areas)
    .where(and(eq(areas.level, "community"), between(areas.pos, range.pos, range.last), isNull(areas.closedOn)))
    .orderBy(asc(areas.pos))
    .limit(500);
}

/** Where a unit may belong: the areas of the actor's part of the tree that are larger than a grid. */
export function listUnitAreas(ctx: Context) {
  return ctx.db
    .select({ id: areas.id, name: areas.name })
    .from(areas)
    .where(and(notInArray(areas.level, ["grid", "building"]), isNull(areas.closedOn)))
    .orderBy(asc(areas.pos))
    .limit(1_000);
}
