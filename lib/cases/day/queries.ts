import { count, isNotNull, type SQL, sql } from "drizzle-orm";
import { areas, units } from "../../../db/schema/areas";
import { cases } from "../../../db/schema/cases";
import type { AreaRange } from "../../areas/model";
import type { Context } from "../../context";
import { getSettings } from "../../settings/queries";
import { matching } from "../conditions";
import { caseFilter } from "../filter";
import { askedOf } from "../follow-up/queries";
import { type DayPart, dayOf, dayParts, filterOf } from "./model";

export const rowsAPart = 6;

/** The day of the actor: each part with how many there are, how many of them late, and those that are due first. */
export async function listDay(ctx: Context, range: AreaRange) {
  const asked = askedOf(await getSettings(ctx));
  return Promise.all(
    dayOf(ctx.actor.role).map(async (key) => {
      const filter = filterOf(key, asked);
      const where = matching(caseFilter.parse(filter), range, ctx.now);
      const [total, rows] = await Promise.all([countPart(ctx, key, where), listPart(ctx, key, where)]);
      return { key, filter, ...total, rows };
    }),
  );
}
export type Day = Awaited<ReturnType<typeof listDay>>;
export type DayRow = Day[number]["rows"][number];

/** The first of what waits about a case beside it; a case that is deferred does not stop it. */
const firstDue = (table: "case_requests" | "urges", waits: string) =>
  sql<Date | null>`(select min(w.due_at) from ${sql.raw(table)} w where w.case_id = cases.id and w.${sql.raw(waits)} is null)`.mapWith(
    cases.closeDueAt,
  );

/** What is due next in a part, and since when its clock stands still. */
function clockOf(key: DayPart) {
  const { clock } = dayParts[key];
  const neverStill = sql<Date | null>`null::timestamptz`;
  switch (clock) {
    case "decisionDueAt":
      return { dueAt: firstDue("case_requests", "decided_at"), deferredAt: neverStill };
    case "answerDueAt":
      return { dueAt: firstDue("urges", "answered_at"), deferredAt: neverStill };
    default:
      return { dueAt: cases[clock], deferredAt: cases.deferredAt };
  }
}

async function countPart(ctx: Context, key: DayPart, where: SQL | undefined) {
  const { dueAt, deferredAt } = clockOf(key);
  const [total] = await ctx.db
    .select({
      n: count(),
      late: sql<number>`(count(*) filter (where ${dueAt} < ${ctx.now.toISOString()} and ${deferredAt} is null))::int`,
    })
    .from(cases)
    .where(where);
  return { n: total?.n ?? 0, late: total?.late ?? 0 };
}

function listPart(ctx: Context, key: DayPart, where: SQL | undefined) {
  const { dueAt, deferredAt } = clockOf(key);
  return ctx.db
    .select({
      id: cases.id,
      number: cases.number,
      title: cases.title,
      place: cases.place,
      areaName: sql<string>`(select name from ${areas} where ${areas.id} = ${cases.areaId})`,
      unitName: sql<string | null>`(select name from ${units} where ${units.id} = ${cases.unitId})`,
      state: cases.state,
      urgent: cases.urgent,
      dueAt,
      deferredAt,
    })
    .from(cases)
    .where(where)
    .orderBy(isNotNull(deferredAt), sql`${dueAt} asc nulls last`, cases.id)
    .limit(rowsAPart);
}
