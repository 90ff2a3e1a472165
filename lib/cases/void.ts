import "server-only";
import { authorize } from "../access/guard";
import type { Context } from "../context";
import { checkMove, moveCase, recordMove } from "./change";
import type { VoidInput } from "./input";
import { getCase } from "./queries";

/** Takes a case out of the rates for a reason, by a person, at a time; it stays in what was received. */
export async function voidCase(ctx: Context, input: VoidInput): Promise<void> {
  const found = await getCase(ctx, input.id);
  authorize(ctx.actor, "case.void");
  checkMove(found, "void", input.version);

  await moveCase(ctx, found, "void", { validity: input.validity, voidedAt: ctx.now, closedAt: ctx.now });
  await recordMove(ctx, found, "case.voided", { validity: input.validity, note: input.note });
}
