import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { caseRequests } from "../../../db/schema/requests";
import { authorize } from "../../access/guard";
import { localDay } from "../../calendar/zone";
import type { Context } from "../../context";
import { Refusal } from "../../errors";
import { record } from "../../events/record";
import { checkAnother, checkMove, recordMove } from "../change";
import type { DecideInput } from "../input";
import { decidePermission } from "../model";
import { getCase } from "../queries";
import { grants } from "./grants";
import { type CaseRequest, getRequest } from "./queries";

/** Grants or refuses what somebody else asked for; what is granted happens at once. */
export async function decideRequest(ctx: Context, input: DecideInput): Promise<void> {
  const found = await getCase(ctx, input.id);
  const request = await getRequest(ctx, input.id, input.request);
  authorize(ctx.actor, decidePermission[request.kind]);
  if (request.kind === "transfer") throw new Refusal("invalid", "case.notDecidedHere");
  checkMove(found, request.kind, input.version);
  checkAnother(ctx, request.askedBy);

  checkReply(request, input);
  await settle(ctx, request, input.outcome);
  const { current } = found;
  const { kind, askedName: asked, reason, validity } = request;
  const detail = {
    request: kind,
    asked,
    note: [reason, input.note ?? ""].filter(Boolean).join("\n"),
    ...(validity ? { validity } : {}),
    ...(request.until ? { until: localDay(request.until) } : {}),
  };
  if (input.outcome === "granted") {
    const granted = { ...request, publicReply: input.publicReply ?? "" };
    await recordMove(ctx, found, await grants[kind](ctx, found, granted), detail);
  } else {
    await record(ctx, { subject: "case", id: current.id, action: "case.refused", areaPos: current.areaPos, detail });
  }
}

/** What leaves the rates ends, and as with every end the person is told. */
function checkReply({ kind }: CaseRequest, { outcome, publicReply }: DecideInput): void {
  if (kind === "void" && outcome === "granted" && !publicReply)
    throw new Refusal("invalid", "case.replyMissing", {}, "publicReply");
}

/** Of two who decide at once one is told that it is decided. */
async function settle(ctx: Context, { caseId, id }: CaseRequest, outcome: DecideInput["outcome"]): Promise<void> {
  const settled = await ctx.db
    .update(caseRequests)
    .set({ outcome, decidedAt: ctx.now, decidedBy: ctx.actor.accountId })
    .where(and(eq(caseRequests.caseId, caseId), eq(caseRequests.id, id), isNull(caseRequests.decidedAt)))
    .returning({ id: caseRequests.id });
  if (settled.length === 0) throw new Refusal("conflict", "case.decided");
}
