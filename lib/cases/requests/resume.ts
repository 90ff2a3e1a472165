import "server-only";
import { eq } from "drizzle-orm";
import { categories } from "../../../db/schema/catalogue";
import { authorize } from "../../access/guard";
import type { Context } from "../../context";
import { getSettings } from "../../settings/queries";
import { checkMove, checkUnit, type Found, moveCase, recordMove } from "../change";
import { type Pause, resumedDue } from "../deadlines";
import type { StepInput } from "../input";
import { getCase } from "../queries";

/** The clock of a deferred case runs again. */
export async function resumeCase(ctx: Context, input: StepInput): Promise<void> {
  const found = await getCase(ctx, input.id);
  authorize(ctx.actor, "case.resume");
  checkUnit(ctx, found);
  checkMove(found, "resume", input.version);

  const due = await dueAfterPause(ctx, found);
  await moveCase(ctx, found, "resume", { deferredAt: null, deferredUntil: null, ...due });
  await recordMove(ctx, found, "case.resumed", { note: input.note ?? "" });
}

/** A pause counts up to the day that was granted, also where somebody ends it later. */
async function dueAfterPause(ctx: Context, { current }: Found) {
  const { closeDueAt, deferredAt, deferredUntil } = current;
  if (!closeDueAt || !deferredAt) return {};
  const settings = await getSettings(ctx);
  const resumedAt = deferredUntil && deferredUntil < ctx.now ? deferredUntil : ctx.now;
  const unit = await unitOfLimit(ctx, current);
  const { at, provisional } = resumedDue({ closeDueAt, deferredAt, unit }, resumedAt, settings);
  const pause: Pause = {
    closeDueAt: closeDueAt.toISOString(),
    deferredAt: deferredAt.toISOString(),
    unit,
    resumedAt: resumedAt.toISOString(),
    ledTo: at.toISOString(),
  };
  return { closeDueAt: at, dueProvisional: current.dueProvisional || provisional, pause: provisional ? pause : null };
}

async function unitOfLimit(ctx: Context, { urgent, categoryCode, limits }: Found["current"]) {
  if (urgent || categoryCode === null) return "hour";
  if (limits) return limits.closeUnit ?? "hour";
  const [category] = await ctx.db
    .select({ unit: categories.closeUnit })
    .from(categories)
    .where(eq(categories.code, categoryCode));
  return category?.unit ?? "hour";
}
