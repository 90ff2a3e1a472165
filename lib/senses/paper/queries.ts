import { asc, desc, eq, sql } from "drizzle-orm";
import { areas } from "../../../db/schema/areas";
import { instrumentItems } from "../../../db/schema/instruments";
import { paperBatches, rounds } from "../../../db/schema/senses";
import type { Context } from "../../context";
import { Refusal } from "../../errors";
import type { AskedItem } from "../items";

const row = {
  id: paperBatches.id,
  roundId: paperBatches.roundId,
  instrumentId: rounds.instrumentId,
  areaName: areas.name,
  areaPos: paperBatches.areaPos,
  begunOn: paperBatches.begunOn,
  finishedAt: paperBatches.finishedAt,
  forms: sql<number>`coalesce(${paperBatches.forms}, totals.forms)::int`,
  checked: sql<number>`coalesce(${paperBatches.checked}, totals.checked)::int`,
  compared: sql<number>`coalesce(${paperBatches.compared}, totals.compared)::int`,
  differing: sql<number>`coalesce(${paperBatches.differing}, totals.differing)::int`,
  /** Marks keyed so far; of a finished pile nothing is told but the above. */
  marks: sql<number>`totals.marks`,
  last: sql<number>`totals.last`,
};

function piles(ctx: Context) {
  return ctx.db
    .select(row)
    .from(paperBatches)
    .innerJoin(rounds, eq(rounds.id, paperBatches.roundId))
    .innerJoin(areas, eq(areas.id, paperBatches.areaId))
    .innerJoin(sql`lateral pile_totals(${paperBatches.id}) totals`, sql`true`);
}

export type PileRow = Awaited<ReturnType<typeof listPiles>>[number];

/** The piles of paper forms of a round, as far as the actor sees them, last first. */
export function listPiles(ctx: Context, roundId: string) {
  return piles(ctx).where(eq(paperBatches.roundId, roundId)).orderBy(desc(paperBatches.begunOn), desc(paperBatches.id));
}

export async function findPile(ctx: Context, id: string): Promise<PileRow | null> {
  const [found] = await piles(ctx).where(eq(paperBatches.id, id));
  return found ?? null;
}

export async function getPile(ctx: Context, id: string): Promise<PileRow> {
  const found = await findPile(ctx, id);
  if (!found) throw new Refusal("not-found", "round.pileMissing");
  return found;
}

/** The questions of a round in the order they are asked. */
export function listItems(ctx: Context, instrumentId: string): Promise<AskedItem[]> {
  return ctx.db
    .select({
      code: instrumentItems.code,
      kind: instrumentItems.kind,
      low: instrumentItems.low,
      high: instrumentItems.high,
      labels: instrumentItems.labels,
      options: instrumentItems.options,
      shownIf: instrumentItems.shownIf,
    })
    .from(instrumentItems)
    .where(eq(instrumentItems.instrumentId, instrumentId))
    .orderBy(asc(instrumentItems.position), asc(instrumentItems.code));
}
