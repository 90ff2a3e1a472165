import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { cases } from "../../db/schema/cases";
import { findings } from "../../db/schema/findings";
import { authorize } from "../access/guard";
import { isPlace } from "../areas/model";
import { getOpenArea } from "../areas/queries";
import { localDay } from "../calendar/zone";
import type { Context } from "../context";
import { Refusal } from "../errors";
import { record } from "../events/record";
import type { RecordFindingInput, SettleFindingInput } from "./input";
import { getFinding } from "./queries";

/** Notes what mediation, a patrol or an errand found at a place, and what came of it if that is known already. */
export async function recordFinding(ctx: Context, input: RecordFindingInput): Promise<void> {
  const area = await getOpenArea(ctx, input.areaId);
  authorize(ctx.actor, "finding.record");
  if (!isPlace(area.level)) throw new Refusal("invalid", "finding.level", {}, "areaId");
  if (input.foundOn > localDay(ctx.now)) throw new Refusal("invalid", "estate.future", {}, "foundOn");
  const { id, kind, foundOn, what, result } = input;
  const caseId = input.number === undefined ? null : await caseNumbered(ctx, input.number);

  const added = await ctx.db
    .insert(findings)
    .values({
      ...{ id, kind, foundOn, what, caseId, areaId: area.id, areaPos: area.pos },
      ...(result === undefined ? {} : { result, settledOn: localDay(ctx.now) }),
    })
    .onConflictDoNothing()
    .returning({ id: findings.id });
  if (added.length === 0) throw new Refusal("conflict", "finding.twice");
  await record(ctx, {
    subject: "area",
    id: area.id,
    action: "finding.recorded",
    areaPos: area.pos,
    detail: { finding: id, kind, foundOn, settled: result !== undefined },
  });
}

/** Says what came of it. */
export async function settleFinding(ctx: Context, input: SettleFindingInput): Promise<void> {
  const current = await getFinding(ctx, input.findingId);
  authorize(ctx.actor, "finding.record");
  if (current.settledOn !== null) throw new Refusal("conflict", "finding.settled", { day: current.settledOn });
  if (input.settledOn < current.foundOn) throw new Refusal("invalid", "area.endBeforeStart", {}, "settledOn");
  if (input.settledOn > localDay(ctx.now)) throw new Refusal("invalid", "estate.future", {}, "settledOn");

  const settled = await ctx.db
    .update(findings)
    .set({ settledOn: input.settledOn, result: input.result })
    .where(and(eq(findings.id, current.id), isNull(findings.settledOn)))
    .returning({ id: findings.id });
  if (settled.length === 0) throw new Refusal("conflict", "area.changedMeanwhile");
  await record(ctx, {
    subject: "area",
    id: current.areaId,
    action: "finding.settled",
    areaPos: current.areaPos,
    detail: { finding: current.id, kind: current.kind, settledOn: input.settledOn },
  });
}

async function caseNumbered(ctx: Context, number: number): Promise<string> {
  const [found] = await ctx.db.select({ id: cases.id }).from(cases).where(eq(cases.number, number)).limit(1);
  if (!found) throw new Refusal("invalid", "finding.noCase", { number }, "number");
  return found.id;
}
