import { and, asc, between, eq, isNull, sql } from "drizzle-orm";
import { units } from "../../../db/schema/areas";
import { cases } from "../../../db/schema/cases";
import { whistles } from "../../../db/schema/whistles";
import type { AreaRange } from "../../areas/model";
import type { Context } from "../../context";

/** The tasks of called units that are owed in a range, for a handler those of the own unit; what is due next stands first. */
export function listOpenCalls(ctx: Context, range: AreaRange, most: number) {
  return ctx.db
    .select({
      id: whistles.id,
      caseId: whistles.caseId,
      number: cases.number,
      title: cases.title,
      unitName: units.name,
      task: whistles.task,
      arrivedAt: whistles.arrivedAt,
      arriveDueAt: whistles.arriveDueAt,
      dueAt: whistles.dueAt,
    })
    .from(whistles)
    .innerJoin(cases, eq(cases.id, whistles.caseId))
    .innerJoin(units, eq(units.id, whistles.unitId))
    .where(
      and(
        between(whistles.areaPos, range.pos, range.last),
        isNull(whistles.answeredAt),
        isNull(whistles.endedAt),
        ctx.actor.unitId === null ? undefined : eq(whistles.unitId, ctx.actor.unitId),
      ),
    )
    .orderBy(
      asc(sql`case when ${whistles.arrivedAt} is null then ${whistles.arriveDueAt} else ${whistles.dueAt} end`),
      asc(whistles.id),
    )
    .limit(most);
}
export type OpenCall = Awaited<ReturnType<typeof listOpenCalls>>[number];
