import "server-only";
import { authorize } from "../access/guard";
import type { Context } from "../context";
import { readyReply } from "../replies/queries";
import { getSettings } from "../settings/queries";
import { checkAnother, checkLeaving, checkMove, moveCase, recordMove } from "./change";
import { callbackDue } from "./deadlines";
import type { CloseInput } from "./input";
import { validityAfter } from "./model";
import { getCase } from "./queries";

/**
 * Ends the work on a case with one of the reasons kept apart, and the answer the resident reads. Who ends what another
 * resolved has looked at it: that is its check, where none was made before.
 */
export async function closeCase(ctx: Context, input: CloseInput): Promise<void> {
  const found = await getCase(ctx, input.id);
  authorize(ctx.actor, "case.close");
  const settings = await getSettings(ctx);
  checkMove(found, "close", input.version, settings);
  checkLeaving(ctx, found, "close", input.reason);
  const isChecked = found.current.state === "resolved";
  if (isChecked) checkAnother(ctx, found.current.resolvedBy);

  const validity = validityAfter[input.reason];
  const callback = callbackDue(ctx.now, null, settings);
  const publicReply = await readyReply(ctx, input.id, input.publicReply);
  await moveCase(ctx, found, "close", {
    closedAt: ctx.now,
    closeReason: input.reason,
    publicReply,
    callbackDueAt: callback.at,
    dueProvisional: found.current.dueProvisional || callback.provisional,
    ...(isChecked ? { checkedAt: ctx.now } : {}),
    ...(validity ? { validity, voidedAt: ctx.now } : {}),
  });
  const { state, dueProvisional, callbackDueAt, checkedAt } = found.current;
  const was = { state, publicReply: found.current.publicReply, dueProvisional, callbackDueAt, checkedAt };
  await recordMove(ctx, found, "case.closed", { reason: input.reason, note: input.note ?? "", was });
}
