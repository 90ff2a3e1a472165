import "server-only";
import { randomInt } from "node:crypto";
import { and, eq, isNull, sql } from "drizzle-orm";
import { answerBatches } from "../../../db/schema/senses";
import { authorize } from "../../access/guard";
import { isCounted } from "../../areas/model";
import { getOpenArea } from "../../areas/queries";
import { localDay } from "../../calendar/zone";
import type { Context } from "../../context";
import { Refusal } from "../../errors";
import { record } from "../../events/record";
import { findRound } from "../queries-collect";
import type { MakeBatchInput, RoundInput } from "../rounds/input";
import { hashOf } from "./answer";
import { batchCodeLength, drawCode, sheetCodeLength } from "./codes";

/** Makes one-time codes for sheets in one area. They are told here and never again: only their hashes are kept. */
export async function makeBatch(ctx: Context, input: MakeBatchInput): Promise<{ codes: string; area: string }> {
  const round = await findRound(ctx, input.roundId);
  const area = await getOpenArea(ctx, input.areaId);
  if (!round) throw new Refusal("not-found", "round.missing");
  authorize(ctx.actor, "sense.collect");
  if (round.mode !== "drawn") throw new Refusal("conflict", "round.notDrawn");
  if (round.closedAt) throw new Refusal("conflict", "round.closedAlready", { name: round.name });
  if (!isCounted(area.level) || area.pos < round.areaPos || area.pos > round.areaLast)
    throw new Refusal("conflict", "round.elsewhere", { name: area.name }, "areaId");

  const code = drawCode(batchCodeLength, randomInt);
  const codes = Array.from(
    { length: input.sheets },
    () => code + drawCode(sheetCodeLength - batchCodeLength, randomInt),
  );
  const { id, sheets } = input;
  const made = await ctx.db.execute(sql`
    insert into answer_batches (id, round_id, area_id, area_pos, code, sheets, made_on)
    values (${id}, ${round.id}, ${area.id}, ${area.pos}, ${code}, ${sheets}, ${localDay(ctx.now)})
    on conflict (id) do nothing returning id`);
  if (made.length === 0) throw new Refusal("conflict", "round.batchMade");
  const hashes = JSON.stringify(codes.map(hashOf));
  await ctx.db.execute(sql`select put_tokens(${id}, array(select jsonb_array_elements_text(${hashes}::text::jsonb)))`);
  await record(ctx, {
    subject: "round",
    id: round.id,
    action: "round.sheetsMade",
    areaPos: area.pos,
    detail: { batch: code, sheets, area: area.name },
  });
  return { codes: codes.join(" "), area: area.name };
}

/** Takes the codes of a batch back: a pile of sheets that was lost, or printed twice. */
export async function revokeBatch(ctx: Context, { id }: RoundInput): Promise<void> {
  const [current] = await ctx.db.select().from(answerBatches).where(eq(answerBatches.id, id));
  if (!current) throw new Refusal("not-found", "round.batchMissing");
  authorize(ctx.actor, "sense.collect");
  if (current.revokedAt) throw new Refusal("conflict", "round.batchRevoked");

  const revoked = await ctx.db
    .update(answerBatches)
    .set({ revokedAt: ctx.now })
    .where(and(eq(answerBatches.id, id), isNull(answerBatches.revokedAt)))
    .returning({ id: answerBatches.id });
  if (revoked.length === 0) throw new Refusal("conflict", "round.batchRevoked");
  await record(ctx, {
    subject: "round",
    id: current.roundId,
    action: "round.sheetsRevoked",
    areaPos: current.areaPos,
    detail: { batch: current.code, sheets: current.sheets },
  });
}
