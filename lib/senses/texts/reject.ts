import "server-only";
import { sql } from "drizzle-orm";
import { authorize } from "../../access/guard";
import type { Context } from "../../context";
import { Refusal } from "../../errors";
import { record } from "../../events/record";
import { getOwnRound } from "../queries-collect";
import type { RejectTextInput } from "./input";
import { getText, whyNotReviewed } from "./queries";

/** Keeps words from being read, also those that were approved before; they are gone, and stay so. */
export async function rejectText(ctx: Context, { roundId, id, reason }: RejectTextInput): Promise<void> {
  const round = await getOwnRound(ctx, roundId);
  authorize(ctx.actor, "sense.review");
  const why = whyNotReviewed(ctx, round);
  if (why) throw new Refusal("conflict", `text.${why}`, { name: round.name });
  const current = await getText(ctx, round, id);
  if (current.state === "rejected") throw new Refusal("conflict", "text.decided");

  const [done] = await ctx.db.execute<{ decided: boolean }>(
    sql`select decide_text(${roundId}, ${id}, 'rejected', '', ${reason}) as decided`,
  );
  if (!done?.decided) throw new Refusal("conflict", "text.decided");
  await record(ctx, {
    subject: "round",
    id: roundId,
    action: "round.textRejected",
    areaPos: round.areaPos,
    detail: { text: id, item: current.code, reason, before: current.state },
  });
}
