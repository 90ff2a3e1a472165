import "server-only";
import { and, asc, isNotNull, isNull, lt } from "drizzle-orm";
import { cases } from "../../../db/schema/cases";
import { authorize } from "../../access/guard";
import type { Context } from "../../context";
import { resumeCase } from "./resume";

const batch = 500;

/** Lets every clock run again whose pause is over; a pause nobody ends would keep a case out of the rates for good. */
export async function endDeferrals(ctx: Context): Promise<number> {
  authorize(ctx.actor, "case.resume");
  for (let resumed = 0; ; ) {
    const rows = await listOver(ctx);
    for (const at of rows) await resumeCase(ctx, at);
    resumed += rows.length;
    if (rows.length < batch) return resumed;
  }
}

function listOver(ctx: Context) {
  return ctx.db
    .select({ id: cases.id, version: cases.version })
    .from(cases)
    .where(and(lt(cases.deferredUntil, ctx.now), isNotNull(cases.deferredAt), isNull(cases.closedAt)))
    .orderBy(asc(cases.deferredUntil))
    .limit(batch);
}
