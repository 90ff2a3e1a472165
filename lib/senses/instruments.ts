import { sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import type { Context } from "../context";
import { Refusal } from "../errors";
import type { AnswerMapping, MappedItem } from "./input";
import type { Sense } from "./model";

export type ItemDefinition = {
  code: string;
  position: number;
  sense: Sense | null;
  low: number;
  high: number;
  reversed: boolean;
  topFrom: number;
  scored: boolean;
  labels: Record<string, string>;
};

export type Instrument = { id: string; isNew: boolean; items: ItemDefinition[] };

/** The questionnaire a sheet speaks of: the one that is known under its key and version, or a new one made of the mapping. */
export async function instrumentOf(ctx: Context, mapping: AnswerMapping): Promise<Instrument> {
  const { key, version } = mapping.instrument;
  const [known] = await ctx.db.execute<{ id: string }>(
    sql`select id from instruments where key = ${key} and version = ${version}`,
  );
  if (!known) return { id: uuidv7(), isNew: true, items: Object.entries(mapping.items).map(definedBy) };
  const items = await ctx.db.execute<ItemDefinition>(sql`
    select code, position, sense, low, high, reversed, top_from as "topFrom", scored, labels
    from instrument_items where instrument_id = ${known.id} order by position, code`);
  for (const [code, item] of Object.entries(mapping.items)) agree(code, item, items);
  return { id: known.id, isNew: false, items: [...items] };
}

export async function addInstrument(ctx: Context, { id, items }: Instrument, mapping: AnswerMapping): Promise<void> {
  const { key, version, name } = mapping.instrument;
  await ctx.db.execute(
    sql`insert into instruments (id, key, version, name) values (${id}, ${key}, ${version}, ${name ?? key})`,
  );
  await ctx.db.execute(sql`
    insert into instrument_items (instrument_id, code, position, sense, low, high, reversed, top_from, scored, labels)
    select ${id}, i.code, i.position, i.sense, i.low, i.high, i.reversed, i."topFrom", i.scored, i.labels
    from jsonb_to_recordset(${JSON.stringify(items)}::text::jsonb) i (
      code text, position int, sense text, low int, high int, reversed boolean, "topFrom" int, scored boolean, labels jsonb)`);
}

function definedBy([code, item]: [string, MappedItem], index: number): ItemDefinition {
  const { scale, sense = null, reversed = false } = item;
  if (!scale) throw new Refusal("invalid", "sense.map.scaleNeeded", { code }, "map");
  const [low, high] = scale;
  const share = reversed ? Math.floor(low + (high - low) / 4) : Math.ceil(low + ((high - low) * 3) / 4);
  const topFrom = item.top ?? share;
  if (topFrom < low || topFrom > high) throw new Refusal("invalid", "sense.map.top", { code }, "map");
  const scored = sense !== null && (item.scored ?? true);
  return { code, position: index + 1, sense, low, high, reversed, topFrom, scored, labels: item.labels ?? {} };
}

/** What the mapping says of a known item must be what stands: a changed item gets a new code, a changed sheet a new version. */
function agree(code: string, item: MappedItem, items: readonly ItemDefinition[]): void {
  const known = items.find((candidate) => candidate.code === code);
  if (!known) throw new Refusal("conflict", "sense.map.itemUnknown", { code }, "map");
  const said: Partial<Record<keyof ItemDefinition, unknown>> = {
    sense: item.sense,
    low: item.scale?.[0],
    high: item.scale?.[1],
    topFrom: item.top,
    reversed: item.reversed,
    scored: item.scored,
  };
  for (const [key, value] of Object.entries(said)) {
    // The keys of `said` are those of a definition.
    if (value !== undefined && value !== known[key as keyof ItemDefinition])
      throw new Refusal("conflict", "sense.map.itemDiffers", { code }, "map");
  }
}
