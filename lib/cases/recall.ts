import "server-only";
import { and, desc, eq, isNull } from "drizzle-orm";
import { assignments, events } from "../../db/schema/cases";
import { authorize } from "../access/guard";
import type { Context } from "../context";
import { Refusal } from "../errors";
import { type Found, moveCase, recordMove } from "./change";
import type { RecallInput } from "./input";
import { getCase } from "./queries";

const minutes = 30;

/** Takes back a dispatch that was a mistake: by who made it, at once, and while the unit has not signed. No return. */
export async function recallCase(ctx: Context, input: RecallInput): Promise<void> {
  const found = await getCase(ctx, input.id);
  authorize(ctx.actor, "case.dispatch");
  const { current } = found;
  if (current.state !== "dispatched") throw new Refusal("conflict", "case.state", { state: current.state });
  await checkOwnAndFresh(ctx, found);

  await moveCase(ctx, found, "return", {
    state: current.acceptedAt ? "accepted" : "registered",
    unitId: null,
    leadUnitId: current.leadUnitId === current.unitId ? null : current.leadUnitId,
    dispatchedAt: current.returnedCount + current.reopenedCount > 0 ? current.dispatchedAt : null,
    signDueAt: null,
  });
  await ctx.db
    .update(assignments)
    .set({ endedAt: ctx.now, endReason: "recalled" })
    .where(and(eq(assignments.caseId, current.id), isNull(assignments.endedAt)));
  await recordMove(ctx, found, "case.recalled", {});
}

async function checkOwnAndFresh(ctx: Context, { current }: Found): Promise<void> {
  const [last] = await ctx.db
    .select({ action: events.action, by: events.accountId, at: events.at })
    .from(events)
    .where(eq(events.subjectId, current.id))
    .orderBy(desc(events.at), desc(events.id))
    .limit(1);
  const isOwn = last?.action === "case.dispatched" && last.by === ctx.actor.accountId;
  if (!isOwn || ctx.now.getTime() - last.at.getTime() > minutes * 60_000)
    throw new Refusal("conflict", "case.notRecallable", { state: current.state });
}
