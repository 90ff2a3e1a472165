import { and, asc, desc, eq, isNull, sql } from "drizzle-orm";
import { areas } from "../../db/schema/areas";
import { cases } from "../../db/schema/cases";
import { escalationRules, escalations } from "../../db/schema/escalation";
import { type AreaRange, isWithin } from "../areas/model";
import { stillRuns } from "../cases/clocks";
import { under } from "../cases/conditions";
import type { Context } from "../context";
import { Refusal } from "../errors";

/** The rules that hold in an area: its own and those of the areas around it, the widest first. Of these the name is not known to all. */
export function listRules(ctx: Context, range: AreaRange) {
  return ctx.db
    .select({ rule: escalationRules, areaName: areas.name })
    .from(escalationRules)
    .leftJoin(areas, eq(areas.id, escalationRules.areaId))
    .where(
      and(
        isNull(escalationRules.endedAt),
        sql`${escalationRules.areaPos} <= ${range.pos} and ${escalationRules.areaLast} >= ${range.last}`,
      ),
    )
    .orderBy(asc(escalationRules.areaPos), asc(escalationRules.addedAt), asc(escalationRules.id));
}
export type EscalationRule = Awaited<ReturnType<typeof listRules>>[number]["rule"];

/** A rule of the actor's own part of the tree: of the areas around it one may know the rules and not end them. */
export async function getRule(ctx: Context, id: string) {
  const [found] = await ctx.db.select().from(escalationRules).where(eq(escalationRules.id, id));
  const own = found && isWithin({ pos: found.areaPos, last: found.areaLast }, ctx.actor);
  if (!found || !own) throw new Refusal("not-found", "escalation.missing");
  return found;
}

/** What was brought before somebody and still runs: each case once, by what came last and highest; what is late longest first. */
export function listEscalated(ctx: Context, range: AreaRange, most: number) {
  const told = ctx.db
    .selectDistinctOn([cases.id], {
      id: cases.id,
      title: cases.title,
      clock: escalations.clock,
      lateBy: escalationRules.lateBy,
      lateUnit: escalationRules.unit,
      toRole: escalations.toRole,
      toName: sql<string | null>`${areas.name}`.as("to_name"),
      dueAt: escalations.dueAt,
      times: sql<number>`(count(*) over (partition by ${cases.id}))::int`.as("times"),
    })
    .from(escalations)
    .innerJoin(cases, eq(cases.id, escalations.caseId))
    .innerJoin(escalationRules, eq(escalationRules.id, escalations.ruleId))
    .leftJoin(areas, eq(areas.id, escalations.toAreaId))
    .where(and(under(range), sql.raw(stillRuns("escalations"))))
    .orderBy(cases.id, desc(escalations.at), sql`${areas.pos} asc nulls first`, desc(escalationRules.lateBy))
    .as("told");
  return ctx.db.select().from(told).orderBy(asc(told.dueAt), asc(told.id)).limit(most);
}
export type Escalated = Awaited<ReturnType<typeof listEscalated>>[number];
