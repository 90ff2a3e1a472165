import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { assignments } from "../../db/schema/cases";
import { authorize } from "../access/guard";
import type { Context } from "../context";
import { checkMove, checkUnit, moveCase, recordMove } from "./change";
import type { StepInput } from "./input";
import { getCase } from "./queries";

/** The unit says what it did; whether that closes the case is for those who dispatched it. */
export async function resolveCase(ctx: Context, input: StepInput): Promise<void> {
  const found = await getCase(ctx, input.id);
  authorize(ctx.actor, "case.resolve");
  checkUnit(ctx, found);
  checkMove(found, "resolve", input.version);

  await moveCase(ctx, found, "resolve", { resolvedAt: ctx.now, resolvedBy: ctx.actor.accountId });
  await ctx.db
    .update(assignments)
    .set({ endedAt: ctx.now, endReason: "resolved" })
    .where(and(eq(assignments.caseId, found.current.id), isNull(assignments.endedAt)));
  await recordMove(ctx, found, "case.resolved", { note: input.note ?? "" });
}
