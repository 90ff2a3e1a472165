import { and, asc, eq } from "drizzle-orm";
import { units } from "../../../db/schema/areas";
import { whistles } from "../../../db/schema/whistles";
import type { Context } from "../../context";
import { Refusal } from "../../errors";

/** The units that were called to a case, as far as the actor can see them, the first called first. */
export function listWhistles(ctx: Context, caseId: string) {
  return ctx.db
    .select({
      id: whistles.id,
      unitId: whistles.unitId,
      unitName: units.name,
      task: whistles.task,
      calledBy: whistles.calledBy,
      calledName: whistles.calledName,
      calledAt: whistles.calledAt,
      arriveDueAt: whistles.arriveDueAt,
      dueAt: whistles.dueAt,
      dueProvisional: whistles.dueProvisional,
      arrivedAt: whistles.arrivedAt,
      arrivedName: whistles.arrivedName,
      outcome: whistles.outcome,
      answer: whistles.answer,
      answeredName: whistles.answeredName,
      answeredAt: whistles.answeredAt,
      endedAt: whistles.endedAt,
      endReason: whistles.endReason,
      endNote: whistles.endNote,
    })
    .from(whistles)
    .innerJoin(units, eq(units.id, whistles.unitId))
    .where(eq(whistles.caseId, caseId))
    .orderBy(asc(whistles.calledAt), asc(whistles.id));
}
export type Whistle = Awaited<ReturnType<typeof listWhistles>>[number];

export async function getWhistle(ctx: Context, caseId: string, id: string) {
  const [found] = await ctx.db
    .select({ whistle: whistles, unitName: units.name })
    .from(whistles)
    .innerJoin(units, eq(units.id, whistles.unitId))
    .where(and(eq(whistles.caseId, caseId), eq(whistles.id, id)));
  if (!found) throw new Refusal("not-found", "case.missing");
  return found;
}
export type FoundWhistle = Awaited<ReturnType<typeof getWhistle>>;
