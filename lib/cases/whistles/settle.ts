import "server-only";
import { and, asc, eq, isNull } from "drizzle-orm";
import { units } from "../../../db/schema/areas";
import { cases } from "../../../db/schema/cases";
import { whistles } from "../../../db/schema/whistles";
import { authorize } from "../../access/guard";
import { localDay } from "../../calendar/zone";
import type { Context } from "../../context";
import { record } from "../../events/record";
import { getSettings } from "../../settings/queries";
import { callDue } from "./due";

/** Computes again the limits of open calls that rested on a calendar not published then, each with its trace. */
export async function settleCalls(ctx: Context): Promise<{ provisional: number; settled: number }> {
  authorize(ctx.actor, "case.settle");
  const [settings, calls] = await Promise.all([getSettings(ctx), listProvisional(ctx)]);
  const done = { provisional: 0, settled: 0 };
  for (const { whistle, urgent, unit } of calls) {
    const { caseId, id, calledAt, dueLimit, areaPos } = whistle;
    const due = dueLimit && callDue({ calledAt, dueLimit, urgent }, settings);
    if (!due || due.dueProvisional) {
      done.provisional += 1;
      continue;
    }
    await ctx.db
      .update(whistles)
      .set(due)
      .where(and(eq(whistles.caseId, caseId), eq(whistles.id, id)));
    await record(ctx, {
      subject: "case",
      id: caseId,
      action: "case.settled",
      areaPos,
      detail: { unit, until: localDay(due.dueAt) },
    });
    done.settled += 1;
  }
  return done;
}

function listProvisional(ctx: Context) {
  return ctx.db
    .select({ whistle: whistles, urgent: cases.urgent, unit: units.name })
    .from(whistles)
    .innerJoin(cases, eq(cases.id, whistles.caseId))
    .innerJoin(units, eq(units.id, whistles.unitId))
    .where(and(whistles.dueProvisional, isNull(whistles.answeredAt), isNull(whistles.endedAt)))
    .orderBy(asc(whistles.calledAt), asc(whistles.id));
}
