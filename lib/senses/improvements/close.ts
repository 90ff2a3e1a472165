import "server-only";
import { sql } from "drizzle-orm";
import { authorize } from "../../access/guard";
import type { Context } from "../../context";
import { Refusal } from "../../errors";
import { recordWith } from "../../events/record";
import type { CloseImprovementInput } from "./input";
import { getImprovement } from "./queries";

/** Says what was done, or why it cannot be done. */
export async function closeImprovement(ctx: Context, input: CloseImprovementInput): Promise<void> {
  const found = await getImprovement(ctx, input.id);
  authorize(ctx.actor, "improvement.close");

  const { id, outcome, closing } = input;
  const changed = sql`(
    update improvements set outcome = ${outcome}, closing = ${closing}, closed_at = ${ctx.now.toISOString()}
    where id = ${id} and closed_at is null returning id)`;
  const isClosed = await recordWith(ctx, changed, {
    subject: "round",
    id: found.roundId,
    action: "improvement.closed",
    areaPos: found.areaPos,
    detail: { item: found.itemCode, outcome, closing },
  });
  if (!isClosed) throw new Refusal("conflict", "improvement.closedAlready");
}
