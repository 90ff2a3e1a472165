import { count, isNotNull, sql } from "drizzle-orm";
import { areas, units } from "../../../db/schema/areas";
import { cases } from "../../../db/schema/cases";
import type { AreaRange } from "../../areas/model";
import type { Context } from "../../context";
import { matching } from "../conditions";
import { caseFilter } from "../filter";
import { type DayPart, dayOf, dayParts } from "./model";

export const rowsAPart = 6;

/** The day of the actor: each part with how many there are, how many of them late, and those that are due first. */
export function listDay(ctx: Context, range: AreaRange) {
  return Promise.all(
    dayOf(ctx.actor.role).map(async (key) => {
      const [total, rows] = await Promise.all([countPart(ctx, range, key), listPart(ctx, range, key)]);
      return { key, ...total, rows };
    }),
  );
}
export type Day = Awaited<ReturnType<typeof listDay>>;
export type DayRow = Day[number]["rows"][number];

/** By the same condition as the list behind the number. */
const conditionOf = (key: DayPart, range: AreaRange, now: Date) =>
  matching(caseFilter.parse(dayParts[key].filter), range, now);

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

async function countPart(ctx: Context, range: AreaRange, key: DayPart) {
  const { dueAt, deferredAt } = clockOf(key);
  const [total] = await ctx.db
    .select({
      n: count(),
      late: sql<number>`(count(*) filter (where ${dueAt} < ${ctx.now.toISOString()} and ${deferredAt} is null))::int`,
    })
    .from(cases)
    .where(conditionOf(key, range, ctx.now));
  return { n: total?.n ?? 0, late: total?.late ?? 0 };
}

function listPart(ctx: Context, range: AreaRange, key: DayPart) {
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
    .where(conditionOf(key, range, ctx.now))
    .orderBy(isNotNull(deferredAt), sql`${dueAt} asc nulls last`, cases.id)
    .limit(rowsAPart);
}
