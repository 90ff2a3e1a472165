import "server-only";
import { and, eq, isNull, ne, or } from "drizzle-orm";
import { whistles } from "../../../db/schema/whistles";
import { authorize } from "../../access/guard";
import type { Context } from "../../context";
import { Refusal } from "../../errors";
import { checkMove, moveCase, recordMove } from "../change";
import { getCase } from "../queries";
import { changeWhistle } from "./change";
import type { StandDownInput } from "./input";
import { getWhistle } from "./queries";

/** Takes a call back, by who made it and with the reason. A case nobody else works on any more is joint no longer. */
export async function standDown(ctx: Context, input: StandDownInput): Promise<void> {
  const found = await getCase(ctx, input.id);
  const called = await getWhistle(ctx, input.id, input.whistle);
  authorize(ctx.actor, "case.whistle");
  checkMove(found, "stand-down", input.version);
  if (called.whistle.calledBy !== ctx.actor.accountId) throw new Refusal("conflict", "case.whistle.notYours");

  await moveCase(ctx, found, "stand-down", { joint: await isJointWithout(ctx, called.whistle) });
  await changeWhistle(ctx, called, { endedAt: ctx.now, endReason: "withdrawn", endNote: input.note });
  await recordMove(ctx, found, "case.stood-down", { unit: called.unitName, note: input.note });
}

async function isJointWithout(ctx: Context, { caseId, id }: { caseId: string; id: string }): Promise<boolean> {
  const others = await ctx.db
    .select({ id: whistles.id })
    .from(whistles)
    .where(
      and(
        eq(whistles.caseId, caseId),
        ne(whistles.id, id),
        or(isNull(whistles.endReason), ne(whistles.endReason, "withdrawn")),
      ),
    )
    .limit(1);
  return others.length > 0;
}
