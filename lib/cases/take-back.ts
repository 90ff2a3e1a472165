import "server-only";
import { and, desc, eq, isNull } from "drizzle-orm";
import { assignments, events } from "../../db/schema/cases";
import { caseRequests } from "../../db/schema/requests";
import { whistles } from "../../db/schema/whistles";
import { authorize } from "../access/guard";
import type { Context } from "../context";
import { Refusal } from "../errors";
import { changeCase, type Found, recordMove } from "./change";
import { type TakeBackInput, wasInput } from "./input";
import { stepToTakeBack, type TakenBack, takenBack } from "./model";
import { getCase } from "./queries";

/**
 * Takes back a step that was a mistake, as if it had not been: by who took it, at once, and while nothing has come of it.
 * A dispatch taken back is no return, a closing taken back no reopening.
 */
export async function takeBack(ctx: Context, input: TakeBackInput): Promise<void> {
  const found = await getCase(ctx, input.id);
  const step = takenBack[input.step];
  authorize(ctx.actor, step.permission);
  const { state } = found.current;
  if (state !== step.state) throw new Refusal("conflict", "case.state", { state });
  const told = await getOwnFresh(ctx, found, input.step);

  await undo[input.step](ctx, found, told);
  await recordMove(ctx, found, step.undone, {});
}

type Told = { at: Date; detail: Record<string, unknown> };

/** The last trace of the case, where it is that step and the actor's own. */
async function getOwnFresh(ctx: Context, { current }: Found, step: TakenBack): Promise<Told> {
  const [last] = await ctx.db
    .select({ action: events.action, accountId: events.accountId, at: events.at, detail: events.detail })
    .from(events)
    .where(eq(events.subjectId, current.id))
    .orderBy(desc(events.at), desc(events.id))
    .limit(1);
  const may = stepToTakeBack(current.state, last, { accountId: ctx.actor.accountId, now: ctx.now });
  if (!last || may !== step) throw new Refusal("conflict", "case.notTakenBack", { state: current.state });
  return last;
}

const undo: Record<TakenBack, (ctx: Context, found: Found, told: Told) => Promise<void>> = {
  accept: (ctx, found) => changeCase(ctx, found, { state: "registered", acceptedAt: null }),
  dispatch: recall,
  close: openAgain,
};

/** What had been dispatched before was so first; all else is as if it had never been. */
async function recall(ctx: Context, found: Found, { at }: Told): Promise<void> {
  const { current } = found;
  const isFirst = current.dispatchedAt?.getTime() === at.getTime();
  await changeCase(ctx, found, {
    state: current.acceptedAt ? "accepted" : "registered",
    unitId: null,
    dispatchedAt: isFirst ? null : current.dispatchedAt,
    signDueAt: null,
  });
  await ctx.db
    .update(assignments)
    .set({ endedAt: ctx.now, endReason: "recalled" })
    .where(and(eq(assignments.caseId, current.id), isNull(assignments.endedAt)));
}

/** All that the closing changed is again what it was: what it let lapse waits to be decided, and who was called owes an answer. */
async function openAgain(ctx: Context, found: Found, { detail }: Told): Promise<void> {
  const { current } = found;
  const before = wasInput.safeParse(detail.was);
  if (!before.success) throw new Refusal("conflict", "case.notTakenBack", { state: current.state });
  await changeCase(ctx, found, {
    ...before.data,
    validity: "valid",
    voidedAt: null,
    closedAt: null,
    closeReason: null,
  });
  if (!current.closedAt) return;
  await ctx.db
    .update(caseRequests)
    .set({ outcome: null, decidedAt: null })
    .where(
      and(
        eq(caseRequests.caseId, current.id),
        eq(caseRequests.outcome, "lapsed"),
        eq(caseRequests.decidedAt, current.closedAt),
      ),
    );
  await ctx.db
    .update(whistles)
    .set({ endedAt: null, endReason: null })
    .where(
      and(
        eq(whistles.caseId, current.id),
        eq(whistles.endReason, "closed"),
        eq(whistles.endedAt, current.closedAt),
        isNull(whistles.answeredAt),
      ),
    );
}
