import "server-only";
import { authorize } from "../access/guard";
import type { Context } from "../context";
import { getSettings } from "../settings/queries";
import { checkMove, moveCase, recordMove } from "./change";
import { callbackDue } from "./deadlines";
import type { CloseInput } from "./input";
import type { CloseReason, Validity } from "./model";
import { getCase } from "./queries";

/** Ends the work on a case with one of the reasons kept apart, and the answer the resident reads. */
export async function closeCase(ctx: Context, input: CloseInput): Promise<void> {
  const found = await getCase(ctx, input.id);
  authorize(ctx.actor, "case.close");
  checkMove(found, "close", input.version);
  const settings = await getSettings(ctx);

  const validity = validityAfter[input.reason];
  const callback = callbackDue(ctx.now, settings);
  await moveCase(ctx, found, "close", {
    closedAt: ctx.now,
    closeReason: input.reason,
    publicReply: input.publicReply,
    callbackDueAt: callback.at,
    dueProvisional: found.current.dueProvisional || callback.provisional,
    ...(validity ? { validity, voidedAt: ctx.now } : {}),
  });
  await recordMove(ctx, found, "case.closed", { reason: input.reason, note: input.note ?? "" });
}

/** Closing for these reasons takes a case out of the rates; the share taken out is itself shown. */
const validityAfter: Partial<Record<CloseReason, Validity>> = {
  not_ours: "out_of_scope",
  withdrawn: "withdrawn",
  duplicate: "duplicate",
};
