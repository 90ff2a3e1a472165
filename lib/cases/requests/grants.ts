import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { assignments } from "../../../db/schema/cases";
import type { Context } from "../../context";
import { readyReply } from "../../replies/queries";
import { getSettings } from "../../settings/queries";
import { type Found, moveCase } from "../change";
import { signDue } from "../deadlines";
import { closeReasons, type RequestKind, validityAfter } from "../model";
import type { CaseRequest } from "./queries";

/** With what the resident reads where the case ends by it. */
type Granted = CaseRequest & { publicReply: string };

/** What is done where a request is granted; answers the name of the event, which the verb leaves. */
export const grants: Record<
  Exclude<RequestKind, "transfer">,
  (ctx: Context, found: Found, request: Granted) => Promise<string>
> = {
  return: returnCase,
  extend: extendCase,
  defer: deferCase,
  reopen: reopenCase,
  void: voidCase,
};

/** The unit gives it back to be dispatched again, and the lead goes back to where it was first received. */
async function returnCase(ctx: Context, found: Found): Promise<string> {
  const { current } = found;
  await moveCase(ctx, found, "return", {
    state: unserved(found),
    unitId: null,
    signDueAt: null,
    signedAt: null,
    returnedCount: current.returnedCount + 1,
  });
  // biome-ignore lint/plugin: part of the decision, which asks and records
  await ctx.db
    .update(assignments)
    .set({ endedAt: ctx.now, endReason: "returned" })
    .where(and(eq(assignments.caseId, current.id), isNull(assignments.endedAt)));
  return "case.returned";
}

/** A new deadline, from here on the one that is reckoned with; that there was one is counted. */
async function extendCase(ctx: Context, found: Found, { until }: Granted): Promise<string> {
  const { extensionCount } = found.current;
  await moveCase(ctx, found, "extend", {
    closeDueAt: until,
    extendedAt: ctx.now,
    extensionCount: extensionCount + 1,
  });
  return "case.extended";
}

/** The clock stands still, at the longest until the day that was granted. */
async function deferCase(ctx: Context, found: Found, { until }: Granted): Promise<string> {
  const { deferralCount } = found.current;
  await moveCase(ctx, found, "defer", {
    deferredAt: ctx.now,
    deferredUntil: until,
    deferralAt: ctx.now,
    deferralCount: deferralCount + 1,
  });
  return "case.deferred";
}

/**
 * What was not solved was not closed: the end is taken back, the deadline stands, and the unit has to sign once more.
 * What the person said of the first attempt counts until she is asked again.
 */
async function reopenCase(ctx: Context, found: Found): Promise<string> {
  const { current } = found;
  const { unitId } = current;
  const sign = unitId ? signDue(ctx.now, current.urgent, await getSettings(ctx)) : null;
  const signDueAt = sign?.at ?? null;
  await moveCase(ctx, found, "reopen", {
    state: unitId ? "dispatched" : unserved(found),
    validity: "valid",
    voidedAt: null,
    closedAt: null,
    closeReason: null,
    callbackDueAt: null,
    callbackTries: 0,
    callbackTriedAt: null,
    signDueAt,
    dueProvisional: current.dueProvisional || (sign?.provisional ?? false),
    signedAt: null,
    resolvedAt: null,
    resolvedBy: null,
    reopenedAt: ctx.now,
    reopenedCount: current.reopenedCount + 1,
  });
  if (unitId)
    // biome-ignore lint/plugin: part of the decision, which asks and records
    await ctx.db.insert(assignments).values({
      caseId: current.id,
      id: uuidv7(),
      areaPos: current.areaPos,
      unitId,
      dispatchedAt: ctx.now,
      signDueAt,
    });
  return "case.reopened";
}

/** The case leaves the rates for a reason, which the person reads; it stays in what was received. */
async function voidCase(ctx: Context, found: Found, { validity, ...granted }: Granted): Promise<string> {
  const closeReason = closeReasons.find((reason) => validityAfter[reason] === validity) ?? null;
  const publicReply = await readyReply(ctx, found.current.id, granted.publicReply);
  const at = { voidedAt: ctx.now, closedAt: ctx.now };
  await moveCase(ctx, found, "void", { validity: validity ?? "invalid", closeReason, publicReply, ...at });
  return "case.voided";
}

const unserved = ({ current }: Found) => (current.acceptedAt ? "accepted" : "registered");
