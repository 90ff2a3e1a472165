import "server-only";
import { authorize } from "../access/guard";
import type { Context } from "../context";
import { checkMove, moveCase, recordMove } from "./change";
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

  const reached = input.outcome === "reached";
  await moveCase(ctx, found, "call-back", {
    calledBackAt: ctx.now,
    callbackOutcome: input.outcome,
    callbackContacted: reached ? input.contacted === "yes" : null,
    callbackSolved: reached ? (input.solved ?? null) : null,
    callbackSatisfaction: reached ? (input.satisfaction ?? null) : null,
  });
  const unhappy = reached && isUnhappy(input);
  const asked = unhappy && (await openRequest(ctx, found, { kind: "reopen", reason: input.note ?? "" }));
  await recordMove(ctx, found, "case.called-back", {
    outcome: input.outcome,
    note: input.note ?? "",
    ...(asked ? { opened: "reopen" } : {}),
  });
}
