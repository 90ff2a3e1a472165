import "server-only";
import { and, desc, eq } from "drizzle-orm";
import { assignments } from "../../db/schema/cases";
import { authorize } from "../access/guard";
import type { Context } from "../context";
import { checkAnother, checkMove, moveCase, recordMove } from "./change";
import type { ReasonInput } from "./input";
import { getCase } from "./queries";

/** Somebody other than who resolved it has looked, and it does not hold: the unit goes on with its task. */
export async function reworkCase(ctx: Context, input: ReasonInput): Promise<void> {
  const found = await getCase(ctx, input.id);
  authorize(ctx.actor, "case.check");
  checkMove(found, "rework", input.version);
  const { current } = found;
  checkAnother(ctx, current.resolvedBy);

  await moveCase(ctx, found, "rework", {
    checkedAt: ctx.now,
    reworkCount: current.reworkCount + 1,
    resolvedAt: null,
    resolvedBy: null,
  });
  await resumeTask(ctx, current.id);
  await recordMove(ctx, found, "case.reworked", { note: input.note });
}

async function resumeTask(ctx: Context, caseId: string): Promise<void> {
  const [last] = await ctx.db
    .select({ id: assignments.id })
    .from(assignments)
    .where(eq(assignments.caseId, caseId))
    .orderBy(desc(assignments.dispatchedAt), desc(assignments.id))
    .limit(1);
  if (!last) return;
  await ctx.db
    .update(assignments)
    .set({ endedAt: null, endReason: null })
    .where(and(eq(assignments.caseId, caseId), eq(assignments.id, last.id)));
}
