import { and, asc, count, desc, eq, gt, lte, type SQL, sql } from "drizzle-orm";
import { areas } from "../../db/schema/areas";
import { cases } from "../../db/schema/cases";
import { escalations } from "../../db/schema/escalation";
import { endOfDay, localDay } from "../calendar/zone";
import { stillRuns } from "../cases/clocks";
import { matching } from "../cases/conditions";
import type { Context } from "../context";
import type { Issue } from "./issue";
import { listDated } from "./queries-dated";

const most = 10;

/** What a day begins with: what is due in it, what became late and what was escalated to the actor since the last issue, and tasks. */
export async function readDigest(ctx: Context, { after, at }: Issue) {
  const open = matching({ queue: "open" }, ctx.actor, ctx.now);
  const [dueToday, becameLate, escalated, dated] = await Promise.all([
    section(ctx, and(open, gt(cases.closeDueAt, at), lte(cases.closeDueAt, endOfDay(localDay(at))))),
    section(ctx, and(open, gt(cases.closeDueAt, after), lte(cases.closeDueAt, at))),
    section(ctx, and(matching({}, ctx.actor, ctx.now), toldSince(ctx, after, at))),
    listDated(ctx, { after, at }),
  ]);
  return { dueToday, becameLate, escalated, dated };
}

function toldSince({ actor }: Context, after: Date, at: Date): SQL {
  return sql`exists (select from ${escalations} where ${and(
    eq(escalations.caseId, cases.id),
    eq(escalations.toAreaId, actor.areaId),
    sql`${escalations.toRole} = ${actor.role}`,
    gt(escalations.at, after),
    lte(escalations.at, at),
    sql.raw(stillRuns("escalations")),
  )})`;
}

async function section(ctx: Context, where: SQL | undefined) {
  const [rows, [total]] = await Promise.all([
    ctx.db
      .select({
        id: cases.id,
        number: cases.number,
        title: cases.title,
        areaName: sql<string>`(select name from ${areas} where ${areas.id} = ${cases.areaId})`,
        urgent: cases.urgent,
        state: cases.state,
        closeDueAt: cases.closeDueAt,
        deferredAt: cases.deferredAt,
      })
      .from(cases)
      .where(where)
      .orderBy(desc(cases.urgent), asc(cases.closeDueAt), asc(cases.id))
      .limit(most),
    ctx.db.select({ n: count() }).from(cases).where(where),
  ]);
  return { rows, n: total?.n ?? 0 };
}
