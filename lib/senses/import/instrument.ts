import { sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import type { Context } from "../../context";
import { Refusal } from "../../errors";
import type { AnswerMapping, MappedItem } from "../input";
import { type DraftItem, isChanged } from "../instruments/model";
import { addItems } from "../instruments/publish";
import { itemsBefore, itemsOf } from "../instruments/queries";

export type Instrument = { id: string; isNew: boolean; items: DraftItem[] };

/** The questionnaire a sheet speaks of: the one that is known under its key and version, or a new one made of the mapping. */
export async function instrumentOf(ctx: Context, mapping: AnswerMapping): Promise<Instrument> {
  const { key, version } = mapping.instrument;
  const [known] = await ctx.db.execute<{ id: string }>(
    sql`select id from instruments where key = ${key} and version = ${version} and published_at is not null`,
  );
  if (known) {
    const items = await itemsOf(ctx, { id: known.id, draft: null });
    for (const [code, item] of Object.entries(mapping.items)) agree(code, item, items);
    return { id: known.id, isNew: false, items };
  }
  const made = { id: uuidv7(), isNew: true, items: Object.entries(mapping.items).map(definedBy) };
  const before = await itemsBefore(ctx, { id: made.id, key });
  const changed = made.items.find((item) => isChanged(item, before));
  if (changed) throw new Refusal("conflict", "sense.map.itemDiffers", { code: changed.code }, "map");
  return made;
}

type Into = { id: string; pos: number; last: number };

export async function addInstrument(
  ctx: Context,
  { id, items }: Instrument,
  { mapping, into }: { mapping: AnswerMapping; into: Into },
): Promise<void> {
  const { key, version, name } = mapping.instrument;
  await ctx.db.execute(sql`
    insert into instruments (id, key, version, name, area_id, area_pos, area_last, draft)
    values (${id}, ${key}, ${version}, ${name ?? key}, ${into.id}, ${into.pos}, ${into.last}, '[]')`);
  await addItems(ctx, id, items);
  await ctx.db.execute(
    sql`update instruments set draft = null, published_at = ${ctx.now.toISOString()} where id = ${id}`,
  );
}

function definedBy([code, item]: [string, MappedItem]): DraftItem {
  const { scale, sense = null, reversed = false } = item;
  if (!scale) throw new Refusal("invalid", "sense.map.scaleNeeded", { code }, "map");
  const [low, high] = scale;
  const share = reversed ? Math.floor(low + (high - low) / 4) : Math.ceil(low + ((high - low) * 3) / 4);
  const topFrom = item.top ?? share;
  if (topFrom < low || topFrom > high) throw new Refusal("invalid", "sense.map.top", { code }, "map");
  const scored = sense !== null && (item.scored ?? true);
  const labels = item.labels ?? {};
  return {
    code,
    kind: "scale",
    sense,
    low,
    high,
    reversed,
    topFrom,
    scored,
    weight: 1,
    labels,
    options: [],
    shownIf: null,
  };
}

/** What the mapping says of a known item must be what stands: a changed item gets a new code, a changed sheet a new version. */
function agree(code: string, item: MappedItem, items: readonly DraftItem[]): void {
  const known = items.find((candidate) => candidate.code === code);
  if (!known) throw new Refusal("conflict", "sense.map.itemUnknown", { code }, "map");
  if (known.kind === "text") throw new Refusal("invalid", "sense.map.itemText", { code }, "map");
  const said: Partial<Record<keyof DraftItem, unknown>> = {
    sense: item.sense,
    low: item.scale?.[0],
    high: item.scale?.[1],
    topFrom: item.top,
    reversed: item.reversed,
    scored: item.scored,
  };
  for (const [key, value] of Object.entries(said)) {
    // The keys of `said` are those of a definition.
    if (value !== undefined && value !== known[key as keyof DraftItem])
      throw new Refusal("conflict", "sense.map.itemDiffers", { code }, "map");
  }
}
