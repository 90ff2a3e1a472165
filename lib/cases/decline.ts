import "server-only";
import { authorize } from "../access/guard";
import type { Context } from "../context";
import { readyReply } from "../replies/queries";
import { checkLeaving, checkMove, moveCase, recordMove } from "./change";
import type { DeclineInput } from "./input";
import { validityAfter } from "./model";
import { getCase } from "./queries";

/** Does not take a request on, for one of the reasons kept apart; the person reads why and where else to turn. */
export async function declineCase(ctx: Context, input: DeclineInput): Promise<void> {
  const found = await getCase(ctx, input.id);
  authorize(ctx.actor, "case.accept");
  checkMove(found, "decline", input.version);
  checkLeaving(ctx, found, "decline");

  const publicReply = await readyReply(ctx, input.id, input.publicReply);
  await moveCase(ctx, found, "decline", {
    closedAt: ctx.now,
    closeReason: input.reason,
    publicReply,
    validity: validityAfter[input.reason],
    voidedAt: ctx.now,
  });
  await recordMove(ctx, found, "case.declined", { reason: input.reason });
}
