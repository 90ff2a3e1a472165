import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { assignments } from "../../db/schema/cases";
import { authorize } from "../access/guard";
import type { Context } from "../context";
import { checkMove, checkUnit, moveCase, recordMove } from "./change";
import type { StepInput } from "./input";
import { getCase } from "./queries";

/** The unit takes the case on, and the lead with it. */
export async function signCase(ctx: Context, input: StepInput): Promise<void> {
  const found = await getCase(ctx, input.id);
  authorize(ctx.actor, "case.sign");
  checkUnit(ctx, found);
  checkMove(found, "sign", input.version);

  await moveCase(ctx, found, "sign", { signedAt: ctx.now });
  await ctx.db
    .update(assignments)
    .set({ signedAt: ctx.now })
    .where(and(eq(assignments.caseId, found.current.id), isNull(assignments.endedAt)));
  await recordMove(ctx, found, "case.signed", { note: input.note ?? "" });
}
