import "server-only";
import { sql } from "drizzle-orm";
import { authorize } from "../../access/guard";
import type { Context } from "../../context";
import { Refusal } from "../../errors";
import { record } from "../../events/record";
import { getOwnRound } from "../queries-collect";
import type { ApproveTextInput } from "./input";
import { isTakenFrom } from "./model";
import { getText, whyNotReviewed } from "./queries";

/** Lets words be read, as they were said or with something taken out; then what was said is gone. */
export async function approveText(ctx: Context, { roundId, id, words }: ApproveTextInput): Promise<void> {
  const round = await getOwnRound(ctx, roundId);
  authorize(ctx.actor, "sense.review");
  const why = whyNotReviewed(ctx, round);
  if (why) throw new Refusal("conflict", `text.${why}`, { name: round.name });
  const current = await getText(ctx, round, id);
  if (current.state !== "waiting") throw new Refusal("conflict", "text.decided");
  if (!isTakenFrom(words, current.words)) throw new Refusal("invalid", "text.added", {}, "words");

  const [done] = await ctx.db.execute<{ decided: boolean }>(
    sql`select decide_text(${roundId}, ${id}, 'approved', ${words}, null) as decided`,
  );
  if (!done?.decided) throw new Refusal("conflict", "text.decided");
  await record(ctx, {
    subject: "round",
    id: roundId,
    action: "round.textApproved",
    areaPos: round.areaPos,
    detail: { text: id, item: current.code, edited: words !== current.words },
  });
}
