import "server-only";
import { authorize } from "../access/guard";
import { localDay } from "../calendar/zone";
import type { Context } from "../context";
import { Refusal } from "../errors";
import type { Settings } from "../settings/model";
import { getSettings } from "../settings/queries";
import { changeCase, checkMove, type Found, moveCase, recordMove } from "./change";
import { callbackDue } from "./deadlines";
import { isToBeAsked } from "./follow-up/queries";
import type { CallBackInput } from "./input";
import { isUnhappy } from "./model";
import { getCase } from "./queries";
import { openRequest } from "./requests/requests";

/**
 * Asks the person afterwards: reached or not, contacted, solved, satisfied. Only who was reached counts in a rate, and
 * nobody is unreachable before having been called on several days. Who says it is not solved, or is dissatisfied, thereby asks for the case to be taken up again.
 */
export async function callBackCase(ctx: Context, input: CallBackInput): Promise<void> {
  const found = await getCase(ctx, input.id);
  authorize(ctx.actor, "case.call-back");
  checkMove(found, "call-back", input.version);
  const settings = await getSettings(ctx);
  if (!(await isToBeAsked(ctx, input.id, settings))) throw new Refusal("conflict", "callback.notAsked");
  const tries = input.outcome === "unreachable" ? triesOf(found.current, ctx.now) : 0;
  if (tries > 0 && tries < settings.callbackTries) return tryAgain(ctx, found, { tries, note: input.note, settings });

  const said = answerOf(input);
  const isUnmet = input.outcome === "reached" && isUnhappy(input);
  await moveCase(ctx, found, "call-back", {
    calledBackAt: ctx.now,
    callbackOutcome: input.outcome,
    ...(tries > 0 ? { callbackTries: tries, callbackTriedAt: ctx.now } : {}),
    ...said,
  });
  const { callbackReason } = said;
  const asked = isUnmet && (await openRequest(ctx, found, { kind: "reopen", reason: input.note ?? "" }));
  await recordMove(ctx, found, "case.called-back", {
    outcome: input.outcome,
    why: callbackReason ?? "",
    note: input.note ?? "",
    ...(asked ? { opened: "reopen" } : {}),
  });
}

/** On how many days somebody was called in vain, today included. */
function triesOf({ callbackTries, callbackTriedAt }: Found["current"], now: Date): number {
  const isToday = callbackTriedAt !== null && localDay(callbackTriedAt) === localDay(now);
  return isToday ? callbackTries : callbackTries + 1;
}

type Try = { tries: number; note: string | undefined; settings: Settings };

/** Nobody was reached today: that is noted, and the case waits for another day. */
async function tryAgain(ctx: Context, found: Found, { tries, note, settings }: Try): Promise<void> {
  const { closedAt, dueProvisional } = found.current;
  const due = callbackDue(closedAt ?? ctx.now, ctx.now, settings);
  await changeCase(ctx, found, {
    callbackTries: tries,
    callbackTriedAt: ctx.now,
    callbackDueAt: due.at,
    dueProvisional: dueProvisional || due.provisional,
  });
  await recordMove(ctx, found, "case.not-reached", { note: note ?? "" });
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
