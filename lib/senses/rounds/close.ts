import "server-only";
import { sql } from "drizzle-orm";
import { authorize } from "../../access/guard";
import type { Context } from "../../context";
import { Refusal } from "../../errors";
import { record } from "../../events/record";
import { getOwnRound } from "../queries-collect";
import type { RoundInput } from "./input";

/** Ends the asking. What was answered stays unknown until somebody else publishes it. */
export async function closeRound(ctx: Context, { id }: RoundInput): Promise<void> {
  const current = await getOwnRound(ctx, id);
  authorize(ctx.actor, "sense.open");
  if (current.closedAt) throw new Refusal("conflict", "round.closedAlready", { name: current.name });
  if (current.state === "planned") throw new Refusal("conflict", "round.notBegun", { day: current.opensOn });

  await ctx.db.execute(sql`select close_round(${id}, ${ctx.now.toISOString()})`);
  await record(ctx, {
    subject: "round",
    id,
    action: "round.closed",
    areaPos: current.areaPos,
    detail: { name: current.name },
  });
}
