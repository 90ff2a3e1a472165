import "server-only";
import { and, asc, eq, isNull } from "drizzle-orm";
import { caseRequests } from "../../../db/schema/requests";
import { authorize } from "../../access/guard";
import { localDay } from "../../calendar/zone";
import type { Context } from "../../context";
import { record } from "../../events/record";
import { getSettings } from "../../settings/queries";
import { decisionDue } from "../deadlines";

/** Computes again until when open requests must be decided, where that rested on a calendar not published then. */
export async function settleRequests(ctx: Context): Promise<{ provisional: number; settled: number }> {
  authorize(ctx.actor, "case.settle");
  const settings = await getSettings(ctx);
  const done = { provisional: 0, settled: 0 };
  for (const { caseId, id, areaPos, kind, askedAt } of await listProvisional(ctx)) {
    const due = decisionDue(askedAt, settings);
    if (due.provisional) {
      done.provisional += 1;
      continue;
    }
    await ctx.db
      .update(caseRequests)
      .set({ dueAt: due.at, dueProvisional: false })
      .where(and(eq(caseRequests.caseId, caseId), eq(caseRequests.id, id)));
    await record(ctx, {
      subject: "case",
      id: caseId,
      action: "case.settled",
      areaPos,
      detail: { request: kind, until: localDay(due.at) },
    });
    done.settled += 1;
  }
  return done;
}

function listProvisional(ctx: Context) {
  return ctx.db
    .select()
    .from(caseRequests)
    .where(and(caseRequests.dueProvisional, isNull(caseRequests.decidedAt)))
    .orderBy(asc(caseRequests.askedAt), asc(caseRequests.id));
}
