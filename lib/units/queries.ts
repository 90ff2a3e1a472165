import { and, asc, between, count, eq, ilike, isNull, type SQL } from "drizzle-orm";
import { areas, units } from "../../db/schema/areas";
import { cases } from "../../db/schema/cases";
import type { AreaRange } from "../areas/model";
import type { Context } from "../context";
import { Refusal } from "../errors";
import type { UnitFilter } from "./input";

export const mostUnits = 300;

const row = {
  id: units.id,
  name: units.name,
  kind: units.kind,
  closedOn: units.closedOn,
  areaId: units.areaId,
  areaPos: units.areaPos,
  areaName: areas.name,
};

/** Every account may read all units, so that they can be named; those listed lie in its own part of the tree. */
export function listUnitsOf(ctx: Context, range: AreaRange, filter: UnitFilter) {
  return ctx.db
    .select(row)
    .from(units)
    .innerJoin(areas, eq(areas.id, units.areaId))
    .where(matching(range, filter))
    .orderBy(asc(units.areaPos), asc(units.name))
    .limit(mostUnits);
}
export type UnitRow = Awaited<ReturnType<typeof listUnitsOf>>[number];

export async function countUnits(ctx: Context, range: AreaRange, filter: UnitFilter): Promise<number> {
  const [found] = await ctx.db
    .select({ n: count() })
    .from(units)
    .innerJoin(areas, eq(areas.id, units.areaId))
    .where(matching(range, filter));
  return found?.n ?? 0;
}

function matching(range: AreaRange, { kind, q, closed }: UnitFilter): SQL | undefined {
  return and(
    between(units.areaPos, range.pos, range.last),
    kind && eq(units.kind, kind),
    closed ? undefined : isNull(units.closedOn),
    q ? ilike(units.name, `%${q.replace(/[\\%_]/g, "\\$&")}%`) : undefined,
  );
}

/** A unit of the actor's part of the tree: the policy of areas leaves out all others. */
export async function findUnit(ctx: Context, id: string) {
  const [found] = await ctx.db
    .select(row)
    .from(units)
    .innerJoin(areas, eq(areas.id, units.areaId))
    .where(eq(units.id, id));
  return found ?? null;
}
export type UnitDetail = NonNullable<Awaited<ReturnType<typeof findUnit>>>;

/** What any unit is called, also one outside the actor's part of the tree. */
export async function findUnitName(ctx: Context, id: string): Promise<string | null> {
  const [found] = await ctx.db.select({ name: units.name }).from(units).where(eq(units.id, id));
  return found?.name ?? null;
}

export async function getUnit(ctx: Context, id: string): Promise<UnitDetail> {
  const found = await findUnit(ctx, id);
  if (!found) throw new Refusal("not-found", "unit.missing");
  return found;
}

/** How many open requests lie with a unit, as far as the actor sees them. */
export async function countOpenOf(ctx: Context, unitId: string): Promise<number> {
  const [found] = await ctx.db
    .select({ n: count() })
    .from(cases)
    .where(and(eq(cases.unitId, unitId), isNull(cases.closedAt)));
  return found?.n ?? 0;
}
