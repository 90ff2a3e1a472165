import "server-only";
import { authorize } from "../access/guard";
import type { Context } from "../context";
import { Refusal } from "../errors";
import { laidLimits } from "./catalogue/model";
import { getLaidDown } from "./catalogue/queries";
import { checkMove, type Found, moveCase, recordMove } from "./change";
import { type Deadlines, deadlinesOf } from "./deadlines";
import type { RecategoriseInput } from "./input";
import { isLate } from "./model";
import { getCase } from "./queries";

/**
 * Puts right what a request is about; its limits are those it would have had from the beginning.
 * What is late by them stays late: another has to grant that it no longer counts as such.
 */
export async function recategoriseCase(ctx: Context, input: RecategoriseInput): Promise<void> {
  const found = await getCase(ctx, input.id);
  authorize(ctx.actor, "case.recategorise");
  checkMove(found, "recategorise", input.version);
  const { current } = found;
  const { category, settings } = await getLaidDown(ctx, current.areaId, input.categoryCode);
  if (category?.code === current.categoryCode) throw new Refusal("conflict", "case.sameCategory", {}, "categoryCode");

  const urgent = input.urgent || (category?.urgent ?? false);
  const due = granted(current, deadlinesOf(current.registeredAt, urgent, category, settings));
  if (isLate(current, ctx.now) && !isLate({ ...current, ...due }, ctx.now))
    throw new Refusal("conflict", "case.lateLonger", {}, "categoryCode");
  await moveCase(ctx, found, "recategorise", {
    categoryCode: input.categoryCode,
    limits: laidLimits(category),
    urgent,
    ...due,
  });
  await recordMove(ctx, found, "case.recategorised", {
    from: current.categoryCode,
    category: category ? `${category.code} ${category.nameZh}` : "",
    note: input.note,
  });
}

/** More time that was granted is not taken away again. */
function granted({ extendedAt, deferralAt, closeDueAt }: Found["current"], due: Deadlines): Deadlines {
  const isMoved = extendedAt !== null || deferralAt !== null;
  const isLater = isMoved && closeDueAt !== null && due.closeDueAt !== null && closeDueAt > due.closeDueAt;
  return isLater ? { ...due, closeDueAt } : due;
}
