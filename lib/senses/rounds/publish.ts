import "server-only";
import { sql } from "drizzle-orm";
import { authorize } from "../../access/guard";
import type { Context } from "../../context";
import { Refusal } from "../../errors";
import { record } from "../../events/record";
import { getOwnRound } from "../queries-collect";
import type { RoundInput } from "./input";

/** Lets the results of a closed round be known. Who opened it does not decide that. Answers the area it was about. */
export async function publishRound(ctx: Context, { id }: RoundInput): Promise<string> {
  const current = await getOwnRound(ctx, id);
  authorize(ctx.actor, "sense.publish");
  if (current.publishedAt) throw new Refusal("conflict", "round.publishedAlready", { name: current.name });
  if (!current.closedAt) throw new Refusal("conflict", "round.stillOpen", { name: current.name });
  if (current.openedBy === ctx.actor.accountId) throw new Refusal("conflict", "round.author");

  await ctx.db.execute(sql`set local statement_timeout = '5min'`);
  await ctx.db.execute(sql`select release_round(${id}, ${ctx.now.toISOString()})`);
  await record(ctx, {
    subject: "round",
    id,
    action: "round.published",
    areaPos: current.areaPos,
    detail: { name: current.name },
  });
  return current.areaId;
}
