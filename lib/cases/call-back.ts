import "server-only";
import { authorize } from "../access/guard";
import type { Context } from "../context";
import { checkMove, moveCase, recordMove } from "./change";
import type { CallBackInput } from "./input";
import { getCase } from "./queries";

/** Asks the person afterwards: reached or not, contacted, solved, satisfied. Only who was reached counts in a rate. */
export async function callBackCase(ctx: Context, input: CallBackInput): Promise<void> {
  const found = await getCase(ctx, input.id);
  authorize(ctx.actor, "case.call-back");
  checkMove(found, "call-back", input.version);

  const reached = input.outcome === "reached";
  await moveCase(ctx, found, "call-back", {
    calledBackAt: ctx.now,
    callbackOutcome: input.outcome,
    callbackContacted: reached ? input.contacted === "yes" : null,
    callbackSolved: reached ? (input.solved ?? null) : null,
    callbackSatisfaction: reached ? (input.satisfaction ?? null) : null,
  });
  await recordMove(ctx, found, "case.called-back", { outcome: input.outcome, note: input.note ?? "" });
}
