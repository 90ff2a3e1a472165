import "server-only";
import { eq } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { units } from "../../db/schema/areas";
import { assignments } from "../../db/schema/cases";
import { authorize } from "../access/guard";
import type { Context } from "../context";
import { Refusal } from "../errors";
import { getSettings } from "../settings/queries";
import { checkMove, moveCase, recordMove } from "./change";
import { signDue } from "./deadlines";
import type { DispatchInput } from "./input";
import { getCase } from "./queries";

/** Hands a heard case to the unit that is to serve it, with its own task and clock; it leads once it has signed. */
export async function dispatchCase(ctx: Context, input: DispatchInput): Promise<void> {
  const found = await getCase(ctx, input.id);
  authorize(ctx.actor, "case.dispatch");
  const [[unit], settings] = await Promise.all([
    ctx.db.select().from(units).where(eq(units.id, input.unitId)),
    getSettings(ctx),
  ]);
  checkMove(found, "dispatch", input.version, settings);
  if (!unit || unit.closedOn) throw new Refusal("invalid", "case.unitClosed", {}, "unitId");

  const { current } = found;
  const { at: signDueAt, provisional } = signDue(ctx.now, current.urgent, settings);
  await moveCase(ctx, found, "dispatch", {
    unitId: unit.id,
    dispatchedAt: current.dispatchedAt ?? ctx.now,
    signDueAt,
    dueProvisional: current.dueProvisional || provisional,
  });
  await ctx.db.insert(assignments).values({
    caseId: current.id,
    id: uuidv7(),
    areaPos: current.areaPos,
    unitId: unit.id,
    dispatchedAt: ctx.now,
    signDueAt,
  });
  await recordMove(ctx, found, "case.dispatched", { unit: unit.name, note: input.note ?? "" });
}
