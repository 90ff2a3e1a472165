import "server-only";
import { and, eq, isNull, type SQL } from "drizzle-orm";
import { whistles } from "../../../db/schema/whistles";
import type { Context } from "../../context";
import { Refusal } from "../../errors";
import type { FoundWhistle } from "./queries";

type Change = Partial<typeof whistles.$inferInsert>;

/** A unit does its own task and no other; who works for no unit may do it for any. */
export function checkCalled(ctx: Context, { whistle }: FoundWhistle): void {
  if (ctx.actor.unitId !== null && ctx.actor.unitId !== whistle.unitId)
    throw new Refusal("forbidden", "case.elsewhere");
}

/** Changes a task that has no answer yet; of two at once exactly one wins, the other is told. */
export async function changeWhistle(
  ctx: Context,
  { whistle }: FoundWhistle,
  change: Change,
  still?: SQL,
): Promise<void> {
  // biome-ignore lint/plugin: the verb that changes the task has asked, and records it
  const changed = await ctx.db
    .update(whistles)
    .set(change)
    .where(
      and(
        eq(whistles.caseId, whistle.caseId),
        eq(whistles.id, whistle.id),
        isNull(whistles.answeredAt),
        isNull(whistles.endedAt),
        still,
      ),
    )
    .returning({ id: whistles.id });
  if (changed.length === 0) throw new Refusal("conflict", "case.whistle.moved");
}
