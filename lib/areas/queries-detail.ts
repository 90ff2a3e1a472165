import { aliasedTable, and, asc, desc, eq, gt, gte, isNull, lte, or, sql } from "drizzle-orm";
import { areaCodes, areaPredecessors, areas, boundaries, officers, stations } from "../../db/schema/areas";
import { groundDays } from "../../db/schema/counts";
import { localDay } from "../calendar/zone";
import type { Context } from "../context";
import { type GroundCounter, groundCounters } from "../counters/model";
import type { AreaRange, CodeScheme } from "./model";

export type AreaSheetRow = NonNullable<Awaited<ReturnType<typeof findSheet>>>;

/** What is written about one area itself. */
export async function findSheet(ctx: Context, areaId: string) {
  const [found] = await ctx.db
    .select({
      households: areas.households,
      residents: areas.residents,
      kind: areas.kind,
      areaM2: areas.areaM2,
      coveredM2: areas.coveredM2,
      openedOn: areas.openedOn,
      closedOn: areas.closedOn,
      partyFrom: areas.partyFrom,
      partyTo: areas.partyTo,
      drawn: boundaries.drawn,
    })
    .from(areas)
    .leftJoin(boundaries, eq(boundaries.areaId, areas.id))
    .where(eq(areas.id, areaId));
  return found ?? null;
}

export type AreaCodeRow = Awaited<ReturnType<typeof listCodes>>[number];

export function listCodes(ctx: Context, areaId: string) {
  const { scheme, code, name, validFrom, validTo } = areaCodes;
  return ctx.db
    .select({ scheme, code, name, validFrom, validTo })
    .from(areaCodes)
    .where(eq(areaCodes.areaId, areaId))
    .orderBy(asc(scheme), desc(validFrom));
}

export function listPredecessors(ctx: Context, areaId: string) {
  return ctx.db
    .select({ id: areas.id, name: areas.name })
    .from(areaPredecessors)
    .innerJoin(areas, eq(areas.id, areaPredecessors.predecessorId))
    .where(eq(areaPredecessors.areaId, areaId))
    .orderBy(asc(areas.name));
}

export type OfficerRow = Awaited<ReturnType<typeof listOfficers>>[number];

/** The people of an area: those who serve first, then those who did. */
export function listOfficers(ctx: Context, areaId: string) {
  const { id, name, kind, startsOn, endsOn } = officers;
  return ctx.db
    .select({ id, name, kind, startsOn, endsOn })
    .from(officers)
    .where(eq(officers.areaId, areaId))
    .orderBy(sql`${endsOn} desc nulls first`, asc(startsOn), asc(name))
    .limit(50);
}

export type StationRow = Awaited<ReturnType<typeof listStations>>[number];

/** Stations of a community or grid, the open ones first. */
export function listStations(ctx: Context, within: AreaRange) {
  const { id, name, field, openedOn, closedOn } = stations;
  return ctx.db
    .select({ id, name, field, openedOn, closedOn, areaName: areas.name })
    .from(stations)
    .innerJoin(areas, eq(areas.id, stations.areaId))
    .where(and(gte(stations.areaPos, within.pos), lte(stations.areaPos, within.last)))
    .orderBy(sql`${closedOn} desc nulls first`, asc(stations.areaPos), asc(name))
    .limit(100);
}

export type ChildSheet = Awaited<ReturnType<typeof listChildSheets>>[number];

/** The areas right below one, each with the code that holds and who serves there full time. */
export function listChildSheets(ctx: Context, parentId: string) {
  const today = localDay(ctx.now);
  const holds = and(
    eq(areaCodes.areaId, areas.id),
    lte(areaCodes.validFrom, today),
    or(isNull(areaCodes.validTo), gte(areaCodes.validTo, today)),
  );
  const serves = and(
    eq(officers.areaId, areas.id),
    eq(officers.kind, "full_time"),
    lte(officers.startsOn, today),
    or(isNull(officers.endsOn), gte(officers.endsOn, today)),
  );
  const child = aliasedTable(areas, "child");
  // As a condition of its own it names its tables, which a column put straight into a field does not.
  const isBelow = and(eq(child.parentId, areas.id), or(isNull(child.closedOn), gt(child.closedOn, today)));
  return ctx.db
    .select({
      id: areas.id,
      name: areas.name,
      level: areas.level,
      kind: areas.kind,
      households: areas.households,
      residents: areas.residents,
      covered: sql<number | null>`(
        select sum(${groundDays.covered_m2}) / nullif(sum(${groundDays.area_m2}), 0)
        from ${groundDays} where ${and(eq(groundDays.areaId, areas.id), lte(groundDays.day, today))})`,
      hasParty: sql<boolean>`${areas.partyFrom} <= ${today} and coalesce(${areas.partyTo}, 'infinity') >= ${today}`,
      codes: sql<
        { scheme: CodeScheme; code: string }[]
      >`(select coalesce(json_agg(json_build_object('scheme', ${areaCodes.scheme}, 'code', ${areaCodes.code}) order by ${areaCodes.scheme}), '[]') from ${areaCodes} where ${holds})`,
      officers: sql<
        string | null
      >`(select string_agg(${officers.name}, '、' order by ${officers.startsOn}) from ${officers} where ${serves})`,
      children: sql<number>`(select count(*)::int from ${areas} ${child} where ${isBelow})`,
    })
    .from(areas)
    .where(and(eq(areas.parentId, parentId), or(isNull(areas.closedOn), gt(areas.closedOn, today))))
    .orderBy(asc(areas.pos))
    .limit(1_000);
}

export type Ground = Record<GroundCounter, number>;

/** The stock of a counted area as it stands today; null for a grid, which counts nothing of its own. */
export async function findGround(ctx: Context, areaId: string): Promise<Ground | null> {
  const sums = Object.fromEntries(
    groundCounters.map((key) => [key, sql<number>`coalesce(sum(${groundDays[key]}), 0)::float8`]),
  );
  const [found] = await ctx.db
    .select({ days: sql<number>`count(*)::int`, ...sums })
    .from(groundDays)
    .where(and(eq(groundDays.areaId, areaId), lte(groundDays.day, localDay(ctx.now))));
  if (!found || found.days === 0) return null;
  const stock: Record<string, number> = found;
  // Object.fromEntries forgets the names of its keys; they are those of groundCounters.
  return Object.fromEntries(groundCounters.map((key) => [key, stock[key] ?? 0])) as Ground;
}
