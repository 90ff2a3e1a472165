import { aliasedTable, and, asc, eq, ilike, inArray, isNull, or } from "drizzle-orm";
import { areas, boundaries, stations } from "../../db/schema/areas";
import type { Context } from "../context";
import { locator } from "../shapes/locate";
import { type AreaLevel, plainName } from "./model";

export type FoundPlace = { areaId: string; name: string; within: string; place: string };

const shown = 8;
const sought: AreaLevel[] = ["street", "community", "grid", "building"];

/** Areas, buildings and stations of the actor's area whose name holds what was typed, the shortest name first. */
export async function findPlaces(ctx: Context, typed: string): Promise<FoundPlace[]> {
  const parent = aliasedTable(areas, "parent");
  const like = (text: string) => `%${text.replace(/[\\%_]/g, "\\$&")}%`;
  const [named, open] = await Promise.all([
    ctx.db
      .select({ areaId: areas.id, name: areas.name, within: parent.name })
      .from(areas)
      .leftJoin(parent, eq(parent.id, areas.parentId))
      .where(
        and(
          inArray(areas.level, sought),
          isNull(areas.closedOn),
          or(ilike(areas.name, like(typed)), ilike(areas.plainName, like(plainName(typed) || typed))),
        ),
      )
      .orderBy(asc(areas.pos))
      .limit(200),
    ctx.db
      .select({ areaId: stations.areaId, name: stations.name, within: areas.name })
      .from(stations)
      .innerJoin(areas, eq(areas.id, stations.areaId))
      .where(and(isNull(stations.closedOn), ilike(stations.name, like(typed))))
      .limit(200),
  ]);
  const found = [
    ...named.map(({ areaId, name, within }) => ({ areaId, name, within: within ?? "", place: "" })),
    ...open.map(({ areaId, name, within }) => ({ areaId, name, within, place: name })),
  ];
  return found.sort((a, b) => a.name.length - b.name.length || a.name.localeCompare(b.name)).slice(0, shown);
}

/** The smallest area around a point, looked for level by level from the actor's own; null outside of what is drawn. */
export async function placeAt(ctx: Context, { lon, lat }: { lon: number; lat: number }): Promise<FoundPlace | null> {
  let found: FoundPlace | null = null;
  let around = { id: ctx.actor.areaId, name: ctx.actor.areaName };
  for (;;) {
    const below = await ctx.db
      .select({ of: { id: areas.id, name: areas.name }, shape: boundaries.shape })
      .from(areas)
      .innerJoin(boundaries, eq(boundaries.areaId, areas.id))
      .where(and(eq(areas.parentId, around.id), isNull(areas.closedOn)));
    const [inside] = below.length > 0 ? locator(below)(lon, lat) : [];
    if (!inside) return found;
    found = { areaId: inside.id, name: inside.name, within: around.name, place: "" };
    around = inside;
  }
}
