import "server-only";
import { authorize } from "../access/guard";
import type { Context } from "../context";
import { Refusal } from "../errors";
import { getSettings } from "../settings/queries";
import { checkMove, moveCase, recordMove } from "./change";
import { isToBeAsked } from "./follow-up/queries";
import type { CallBackInput } from "./input";
import { isUnhappy } from "./model";
import { getCase } from "./queries";
import { openRequest } from "./requests/requests";

/**
 * Asks the person afterwards: reached or not, contacted, solved, satisfied. Only who was reached counts in a rate. Who
 * says it is not solved, or is dissatisfied, thereby asks for the case to be taken up again.
 */
export async function callBackCase(ctx: Context, input: CallBackInput): Promise<void> {
  const found = await getCase(ctx, input.id);
  authorize(ctx.actor, "case.call-back");
  checkMove(found, "call-back", input.version);
  const settings = await getSettings(ctx);
  if (!(await isToBeAsked(ctx, input.id, settings))) throw new Refusal("conflict", "callback.notAsked");

  const said = answerOf(input);
  const isUnmet = input.outcome === "reached" && isUnhappy(input);
  await moveCase(ctx, found, "call-back", { calledBackAt: ctx.now, callbackOutcome: input.outcome, ...said });
  const { callbackReason } = said;
  const asked = isUnmet && (await openRequest(ctx, found, { kind: "reopen", reason: input.note ?? "" }));
  await recordMove(ctx, found, "case.called-back", {
    outcome: input.outcome,
    why: callbackReason ?? "",
    note: input.note ?? "",
    ...(asked ? { opened: "reopen" } : {}),
  });
}

/** Only who was reached has said anything. */
function answerOf({ outcome, contacted, solved, satisfaction, why }: CallBackInput) {
  if (outcome !== "reached")
    return { callbackContacted: null, callbackSolved: null, callbackSatisfaction: null, callbackReason: null };
  return {
    callbackContacted: contacted === "yes",
    callbackSolved: solved ?? null,
    callbackSatisfaction: satisfaction ?? null,
    callbackReason: why ?? null,
  };
}
