import "server-only";
import { randomInt } from "node:crypto";
import { and, eq, isNull, sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { answerBatches } from "../../../db/schema/senses";
import { authorize } from "../../access/guard";
import { isCounted } from "../../areas/model";
import { getOpenArea } from "../../areas/queries";
import { localDay } from "../../calendar/zone";
import type { Context } from "../../context";
import { Refusal } from "../../errors";
import { record } from "../../events/record";
import { type CollectedRound, findRound, listAskedAreas } from "../queries-collect";
import { type MakeBatchInput, mostSheets, type RoundInput } from "../rounds/input";
import { hashOf } from "./answer";
import { batchCodeLength, drawCode, sheetCodeLength } from "./codes";

/** Makes a batch of sheets for an area, or for each that is asked, all or none; a line for each: its name, a tab, its codes. */
export async function makeBatches(ctx: Context, input: MakeBatchInput): Promise<{ batches: string }> {
  const round = await findRound(ctx, input.roundId);
  if (!round) throw new Refusal("not-found", "round.missing");
  const asked = input.areaId === "each" ? await listEach(ctx, round, input.sheets) : [{ id: input.areaId }];
  const lines: string[] = [];
  for (const [n, { id }] of asked.entries()) {
    const { area, codes } = await makeBatch(ctx, round, {
      id: n === 0 ? input.id : uuidv7(),
      areaId: id,
      sheets: input.sheets,
    });
    lines.push(`${area}\t${codes.join(" ")}`);
  }
  return { batches: lines.join("\n") };
}

async function listEach(ctx: Context, round: CollectedRound, sheets: number) {
  authorize(ctx.actor, "sense.collect");
  const asked = await listAskedAreas(ctx, round);
  if (asked.length * sheets > mostSheets)
    throw new Refusal("invalid", "round.tooManySheets", { most: mostSheets }, "sheets");
  return asked;
}

type Batch = { id: string; areaId: string; sheets: number };

/** One-time codes are told here and never again: only their hashes are kept. */
async function makeBatch(ctx: Context, round: CollectedRound, { id, areaId, sheets }: Batch) {
  const area = await getOpenArea(ctx, areaId);
  authorize(ctx.actor, "sense.collect");
  if (round.mode !== "drawn") throw new Refusal("conflict", "round.notDrawn");
  if (round.closedAt) throw new Refusal("conflict", "round.closedAlready", { name: round.name });
  if (!isCounted(area.level) || area.pos < round.areaPos || area.pos > round.areaLast)
    throw new Refusal("conflict", "round.elsewhere", { name: area.name }, "areaId");

  const code = drawCode(batchCodeLength, randomInt);
  const codes = Array.from({ length: sheets }, () => code + drawCode(sheetCodeLength - batchCodeLength, randomInt));
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
  return { codes, area: area.name };
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
