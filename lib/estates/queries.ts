import { and, asc, between, count, desc, eq, ilike, isNull, type SQL, sql } from "drizzle-orm";
import { areas, units } from "../../db/schema/areas";
import { agreements, agreementTasks, estateParties, estatePlaces, estates } from "../../db/schema/estates";
import type { AreaRange } from "../areas/model";
import { localDay } from "../calendar/zone";
import type { Context } from "../context";
import { Refusal } from "../errors";
import { matchingPromises, promised } from "./conditions";
import type { PromiseFilter } from "./input";

const row = {
  id: estates.id,
  name: estates.name,
  areaId: estates.areaId,
  areaPos: estates.areaPos,
  areaName: areas.name,
};

export const mostEstates = 200;

/** The estates of a range with who is a party today and what is owed; a unit finds those it is a party to. */
export async function listEstates(ctx: Context, range: AreaRange, { q }: { q?: string | undefined }) {
  const found = await ctx.db
    .select(row)
    .from(estates)
    .innerJoin(areas, eq(areas.id, estates.areaId))
    .where(
      and(
        between(estates.areaPos, range.pos, range.last),
        q ? ilike(estates.name, `%${q.replace(/[\\%_]/g, "\\$&")}%`) : undefined,
      ),
    )
    .orderBy(asc(estates.areaPos), asc(estates.name))
    .limit(mostEstates + 1);
  const shown = found.slice(0, mostEstates);
  const [parties, owed] = await Promise.all([
    listParties(ctx, and(between(estateParties.areaPos, range.pos, range.last), standing(ctx))),
    countOwed(ctx, range),
  ]);
  return {
    more: found.length > mostEstates,
    rows: shown.map((estate) => ({
      ...estate,
      parties: parties.filter(({ estateId }) => estateId === estate.id),
      ...(owed.get(estate.id) ?? { open: 0, late: 0 }),
    })),
  };
}

/** Promises of each estate that are not done, and those of them whose day is over. */
async function countOwed(ctx: Context, range: AreaRange): Promise<Map<string, { open: number; late: number }>> {
  const today = localDay(ctx.now);
  const rows = await ctx.db
    .select({
      estateId: agreementTasks.estateId,
      open: count(),
      late: sql<number>`count(*) filter (where ${promised("late", today)})::int`,
    })
    .from(agreementTasks)
    .where(matchingPromises(range, { state: "open" }, today))
    .groupBy(agreementTasks.estateId);
  return new Map(rows.map(({ estateId, open, late }) => [estateId, { open, late }]));
}
export type EstateRow = Awaited<ReturnType<typeof listEstates>>["rows"][number];

/** Outside the actor's scope, and to who is no party, an estate does not exist. */
export async function findEstate(ctx: Context, id: string) {
  const [found] = await ctx.db
    .select(row)
    .from(estates)
    .leftJoin(areas, eq(areas.id, estates.areaId))
    .where(eq(estates.id, id));
  return found ?? null;
}
export type Estate = NonNullable<Awaited<ReturnType<typeof findEstate>>>;

export async function getEstate(ctx: Context, id: string): Promise<Estate> {
  const found = await findEstate(ctx, id);
  if (!found) throw new Refusal("not-found", "estate.missing");
  return found;
}

function listParties(ctx: Context, where: SQL | undefined) {
  return ctx.db
    .select({
      estateId: estateParties.estateId,
      id: estateParties.id,
      role: estateParties.role,
      unitId: estateParties.unitId,
      unitName: units.name,
      startsOn: estateParties.startsOn,
      endsOn: estateParties.endsOn,
    })
    .from(estateParties)
    .innerJoin(units, eq(units.id, estateParties.unitId))
    .where(where)
    .orderBy(desc(estateParties.startsOn));
}
export type PartyRow = Awaited<ReturnType<typeof listParties>>[number];

/** All parties an estate has had, the last first. */
export function listPartiesOf(ctx: Context, estateId: string): Promise<PartyRow[]> {
  return listParties(ctx, eq(estateParties.estateId, estateId));
}

/** Who stands in a corner today. */
function standing(ctx: Context): SQL {
  return sql`daterange(${estateParties.startsOn}, ${estateParties.endsOn}, '[]') @> ${localDay(ctx.now)}::date`;
}

export function isStanding({ startsOn, endsOn }: Pick<PartyRow, "startsOn" | "endsOn">, today: string): boolean {
  return startsOn <= today && (endsOn === null || endsOn >= today);
}

/** The places an estate is made of. */
export function listPlacesOf(ctx: Context, estateId: string) {
  return ctx.db
    .select({ id: areas.id, name: areas.name, level: areas.level })
    .from(estatePlaces)
    .innerJoin(areas, eq(areas.id, estatePlaces.placeId))
    .where(and(eq(estatePlaces.estateId, estateId), isNull(estatePlaces.endedOn)))
    .orderBy(asc(areas.pos));
}
export type EstatePlace = Awaited<ReturnType<typeof listPlacesOf>>[number];

/** What can be added to an estate: its community, and all that lies below. */
export function listPlacesFor(ctx: Context, community: AreaRange) {
  return ctx.db
    .select({ id: areas.id, name: areas.name, level: areas.level })
    .from(areas)
    .where(and(between(areas.pos, community.pos, community.last), isNull(areas.closedOn)))
    .orderBy(asc(areas.pos))
    .limit(500);
}

export function listAgreements(ctx: Context, estateId: string) {
  return ctx.db
    .select({
      id: agreements.id,
      title: agreements.title,
      body: agreements.body,
      agreedOn: agreements.agreedOn,
      parties: agreements.parties,
    })
    .from(agreements)
    .where(eq(agreements.estateId, estateId))
    .orderBy(desc(agreements.agreedOn), desc(agreements.id));
}
export type Agreement = Awaited<ReturnType<typeof listAgreements>>[number];

export function listTasks(ctx: Context, where: SQL | undefined) {
  return ctx.db
    .select({
      id: agreementTasks.id,
      estateId: agreementTasks.estateId,
      estateName: estates.name,
      agreementId: agreementTasks.agreementId,
      agreementTitle: agreements.title,
      title: agreementTasks.title,
      unitId: agreementTasks.unitId,
      unitName: units.name,
      dueOn: agreementTasks.dueOn,
      doneOn: agreementTasks.doneOn,
      doneNote: agreementTasks.doneNote,
      doneName: agreementTasks.doneName,
      areaPos: agreementTasks.areaPos,
    })
    .from(agreementTasks)
    .innerJoin(estates, eq(estates.id, agreementTasks.estateId))
    .innerJoin(
      agreements,
      and(eq(agreements.estateId, agreementTasks.estateId), eq(agreements.id, agreementTasks.agreementId)),
    )
    .innerJoin(units, eq(units.id, agreementTasks.unitId))
    .where(where)
    .orderBy(asc(agreementTasks.dueOn), asc(agreementTasks.id));
}
export type TaskRow = Awaited<ReturnType<typeof listTasks>>[number];

export function listTasksOf(ctx: Context, estateId: string): Promise<TaskRow[]> {
  return listTasks(ctx, eq(agreementTasks.estateId, estateId));
}

export const mostPromises = 300;

/** Promises of a range, the first due first, and how many there are. */
export async function listPromises(ctx: Context, range: AreaRange, filter: PromiseFilter) {
  const where = matchingPromises(range, filter, localDay(ctx.now));
  const [rows, [total]] = await Promise.all([
    listTasks(ctx, where).limit(mostPromises),
    ctx.db.select({ n: count() }).from(agreementTasks).where(where),
  ]);
  return { rows, n: total?.n ?? 0 };
}

export async function getTask(ctx: Context, id: string): Promise<TaskRow> {
  const [found] = await listTasks(ctx, eq(agreementTasks.id, id));
  if (!found) throw new Refusal("not-found", "estate.taskMissing");
  return found;
}
