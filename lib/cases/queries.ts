import { and, asc, count, desc, eq, gte, inArray, isNull, lte, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { planAnew } from "../../db/planning";
import { areas, units } from "../../db/schema/areas";
import { assignments, cases, events } from "../../db/schema/cases";
import { categories } from "../../db/schema/catalogue";
import { areaDays } from "../../db/schema/counts";
import { type AreaLevel, type AreaRange, isCounted } from "../areas/model";
import type { Context } from "../context";
import { Refusal } from "../errors";
import { calledThere } from "./catalogue/queries";
import { matching } from "./conditions";
import type { CaseFilter } from "./filter";
import { beyond, cursorOf, orderOf, placeIn } from "./list-order";
import { searchCases } from "./search";

export const pageSize = 50;

const row = {
  id: cases.id,
  number: cases.number,
  title: cases.title,
  state: cases.state,
  validity: cases.validity,
  channel: cases.channel,
  urgent: cases.urgent,
  placed: cases.placed,
  categoryCode: cases.categoryCode,
  categoryName: calledThere,
  areaName: areas.name,
  unitName: units.name,
  registeredAt: cases.registeredAt,
  contactedAt: cases.contactedAt,
  contactDueAt: cases.contactDueAt,
  dispatchDueAt: cases.dispatchDueAt,
  closeDueAt: cases.closeDueAt,
  dueProvisional: cases.dueProvisional,
  closedAt: cases.closedAt,
  deferredAt: cases.deferredAt,
  version: cases.version,
};

const said = sql<string>`concat_ws(' · ', ${cases.place}, ${cases.body})`;

export type CasePage = Awaited<ReturnType<typeof listCases>>;
export type CaseRow = CasePage["rows"][number];

/** Newest first, or what falls due first, by keyset: a cursor, never an offset, so page 10,000 costs what page 1 costs. */
export async function listCases(ctx: Context, range: AreaRange, filter: CaseFilter, size = pageSize) {
  await planAnew(ctx.db);
  const backwards = filter.newer !== undefined;
  const by = orderOf(filter);
  const turn = backwards === (by === "newest") ? asc : desc;
  const order = [turn(placeIn[by]), turn(cases.id)];
  const all = and(matching(filter, range, ctx.now), beyond(filter));
  const wanted = { where: all, narrow: !isUnfiltered(filter), range, size: size + 1, oldestFirst: backwards };
  const met = filter.q === undefined ? null : await searchCases(ctx, filter.q, wanted);
  const where = met ? inArray(cases.id, met.ids) : all;
  const page = ctx.db
    .select({ id: cases.id })
    .from(cases)
    .where(where)
    .orderBy(...order)
    .limit(size + 1)
    .as("page");
  const found = await ctx.db
    .select({ ...row, said: filter.q === undefined ? sql<null>`null` : said })
    .from(page)
    .innerJoin(cases, eq(cases.id, page.id))
    .leftJoin(areas, eq(areas.id, cases.areaId))
    .leftJoin(categories, eq(categories.code, cases.categoryCode))
    .leftJoin(units, eq(units.id, cases.unitId))
    .orderBy(...order);
  const rows = found.slice(0, size);
  if (backwards) rows.reverse();
  const more = found.length > size;
  return {
    rows,
    /** What a search of the first page has counted on its way. */
    total: met && !filter.newer && !filter.older ? { n: met.n, more: met.more } : null,
    newer: backwards ? more && cursorOf(rows[0], by) : filter.older !== undefined && cursorOf(rows[0], by),
    older: backwards ? cursorOf(rows.at(-1), by) : more && cursorOf(rows.at(-1), by),
  };
}

export async function countCases(
  ctx: Context,
  range: AreaRange & { id?: string; level?: AreaLevel },
  filter: CaseFilter,
): Promise<{ n: number; more: boolean }> {
  await planAnew(ctx.db);
  if (filter.q !== undefined)
    return searchCases(ctx, filter.q, {
      where: matching(filter, range, ctx.now),
      narrow: !isUnfiltered(filter),
      range,
      size: pageSize,
    });
  const counted = range.id && range.level && isCounted(range.level) ? range.id : null;
  if (counted && ctx.actor.unitId === null && isUnfiltered(filter))
    return { n: await countReceived(ctx, counted, filter), more: false };
  const [total] = await ctx.db
    .select({ n: count() })
    .from(cases)
    .where(matching(filter, range, ctx.now));
  return { n: total?.n ?? 0, more: false };
}

const narrowing = [
  "state",
  "channel",
  "unit",
  "category",
  "queue",
  "ready",
  "figure",
  "topic",
  "matter",
  "outside",
  "given",
] as const;
const isUnfiltered = (filter: CaseFilter) => narrowing.every((key) => filter[key] === undefined);

/** All cases of an area are counted already; a city has too many to count again for a line above a list. */
async function countReceived(ctx: Context, areaId: string, { from, to }: CaseFilter): Promise<number> {
  const [total] = await ctx.db
    .select({ n: sql<number>`coalesce(sum(${areaDays.received}), 0)::int` })
    .from(areaDays)
    .where(
      and(
        eq(areaDays.areaId, areaId),
        from ? gte(areaDays.day, from) : undefined,
        to ? lte(areaDays.day, to) : undefined,
      ),
    );
  return total?.n ?? 0;
}

const isOffice = sql.raw("u.kind in ('community', 'street_office') and u.closed_on is null");

/**
 * The office an area belongs to, which leads what no unit has signed. An officer sees no office in the own part of the
 * tree; it is the nearest above.
 */
const office = sql<string | null>`coalesce(
  (select u.name from area_ancestors n join units u on u.area_id = n.ancestor_id
   where n.area_id = ${cases.areaId} and ${isOffice} order by n.ancestor_pos desc limit 1),
  (select u.name from units u
   where u.id in (select units_around()) and u.area_pos < current_setting('app.tree_lo')::int and ${isOffice}
   order by u.area_pos desc limit 1))`;

/** Outside the actor's scope a case does not exist: null, never "forbidden". Row-level security sees to it. */
export async function findCase(ctx: Context, id: string) {
  const lead = alias(units, "lead");
  const [found] = await ctx.db
    .select({
      current: cases,
      areaName: areas.name,
      unitName: units.name,
      leadName: sql<string | null>`coalesce(${lead.name}, ${office}, ${areas.name})`,
      category: calledThere,
    })
    .from(cases)
    .leftJoin(areas, eq(areas.id, cases.areaId))
    .leftJoin(categories, eq(categories.code, cases.categoryCode))
    .leftJoin(units, eq(units.id, cases.unitId))
    .leftJoin(lead, eq(lead.id, cases.leadUnitId))
    .where(eq(cases.id, id));
  return found ?? null;
}
export type CaseDetail = NonNullable<Awaited<ReturnType<typeof findCase>>>;

/** The row to be changed, and the same row as the counts know it. */
export async function getCase(ctx: Context, id: string) {
  const [found] = await ctx.db
    .select({ current: cases, before: sql<unknown>`to_jsonb(${cases})` })
    .from(cases)
    .where(eq(cases.id, id));
  if (!found) throw new Refusal("not-found", "case.missing");
  return found;
}

/** The history of cases on one line, as far as the actor can see them. */
export function listCaseEvents(ctx: Context, ...ids: string[]) {
  return ctx.db
    .select({
      id: events.id,
      subjectId: events.subjectId,
      action: events.action,
      at: events.at,
      role: events.role,
      accountId: events.accountId,
      by: events.by,
      detail: events.detail,
    })
    .from(events)
    .where(inArray(events.subjectId, ids))
    .orderBy(asc(events.at), asc(events.id));
}
export type CaseEvent = Awaited<ReturnType<typeof listCaseEvents>>[number];

/** The tasks units had on a case, as far as the actor can see them, the first given first. */
export function listAssignments(ctx: Context, caseId: string) {
  return ctx.db
    .select({
      id: assignments.id,
      unitName: units.name,
      dispatchedAt: assignments.dispatchedAt,
      signDueAt: assignments.signDueAt,
      signedAt: assignments.signedAt,
      endedAt: assignments.endedAt,
      endReason: assignments.endReason,
    })
    .from(assignments)
    .innerJoin(units, eq(units.id, assignments.unitId))
    .where(eq(assignments.caseId, caseId))
    .orderBy(asc(assignments.dispatchedAt), asc(assignments.id));
}
export type Assignment = Awaited<ReturnType<typeof listAssignments>>[number];

/** Whom requests may be given to now: the units around, but for those that were closed. */
export function listUnits(ctx: Context) {
  return ctx.db
    .select({ id: units.id, name: units.name, kind: units.kind })
    .from(units)
    .where(and(isNull(units.closedOn), sql`${units.id} in (select units_around())`))
    .orderBy(asc(units.areaPos), asc(units.name));
}
