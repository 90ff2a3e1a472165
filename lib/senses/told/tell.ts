import "server-only";
import { randomInt } from "node:crypto";
import { sql } from "drizzle-orm";
import { authorize } from "../../access/guard";
import type { Context } from "../../context";
import { Refusal } from "../../errors";
import { recordWith } from "../../events/record";
import { drawCode, roundCodeLength } from "../answering/codes";
import { getOwnRound } from "../queries-collect";
import type { RoundInput } from "../rounds/input";

/** Puts out the page on which residents read what they said and what is done about it. Its address stays. */
export async function tellRound(ctx: Context, { id }: RoundInput): Promise<void> {
  const current = await getOwnRound(ctx, id);
  authorize(ctx.actor, "sense.tell");
  if (!current.publishedAt) throw new Refusal("conflict", "heard.unpublished", { name: current.name });

  const told = sql`(
    update rounds set told_code = ${drawCode(roundCodeLength, randomInt)}, told_at = ${ctx.now.toISOString()}
    where id = ${id} and told_at is null returning id)`;
  const isNew = await recordWith(ctx, told, {
    subject: "round",
    id,
    action: "round.told",
    areaPos: current.areaPos,
    detail: { name: current.name },
  });
  if (!isNew) throw new Refusal("conflict", "heard.already", { name: current.name });
}
