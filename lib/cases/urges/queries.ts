import { and, asc, desc, eq, isNull, sql } from "drizzle-orm";
import { units } from "../../../db/schema/areas";
import { cases } from "../../../db/schema/cases";
import { urges } from "../../../db/schema/urges";
import type { AreaRange } from "../../areas/model";
import type { Context } from "../../context";
import { matching, under } from "../conditions";
import { type Watched, watched } from "../filter";
import { countQueues } from "../queries-owed";

export function listUrges(ctx: Context, caseId: string) {
  return ctx.db.select().from(urges).where(eq(urges.caseId, caseId)).orderBy(desc(urges.urgedAt));
}
export type Urge = Awaited<ReturnType<typeof listUrges>>[number];

/** What was pressed for and has no answer yet, the first due first. */
export function listOpenUrges(ctx: Context, range: AreaRange, most: number) {
  return ctx.db
    .select({
      id: cases.id,
      title: cases.title,
      unitName: units.name,
      reason: urges.reason,
      urgedName: urges.urgedName,
      dueAt: urges.dueAt,
    })
    .from(urges)
    .innerJoin(cases, eq(cases.id, urges.caseId))
    .leftJoin(units, eq(units.id, cases.unitId))
    .where(and(under(range), isNull(urges.answeredAt)))
    .orderBy(asc(urges.dueAt), asc(urges.id))
    .limit(most);
}

/** How many cases stand in each list that is watched. */
export function countWatched(ctx: Context, range: AreaRange): Promise<Record<Watched, number>> {
  return countQueues(ctx, range, watched);
}

/** The open cases that are late, the longest first. */
export function listLatest(ctx: Context, range: AreaRange, most: number) {
  return ctx.db
    .select({
      id: cases.id,
      number: cases.number,
      title: cases.title,
      state: cases.state,
      unitName: units.name,
      closeDueAt: cases.closeDueAt,
      urged: sql<boolean>`exists (select 1 from urges u where u.case_id = ${cases.id} and u.answered_at is null)`,
    })
    .from(cases)
    .leftJoin(units, eq(units.id, cases.unitId))
    .where(matching({ queue: "overdue" }, range, ctx.now))
    .orderBy(asc(cases.closeDueAt), asc(cases.id))
    .limit(most);
}
