import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import type { Sql } from "postgres";
import { uuidv7 } from "uuidv7";
import { z } from "zod";
import { defaultInstrument, senses } from "../../lib/senses/model";

const file = "db/catalogue/three_senses_items.csv";

const line = z.object({
  code: z.string().regex(/^[A-Z]\d?(\.[a-z]+)?$/),
  position: z.coerce.number().int().positive(),
  sense: z.enum(senses),
  low: z.coerce.number().int(),
  high: z.coerce.number().int(),
  top_from: z.coerce.number().int(),
  scored: z.preprocess((value) => value === "1", z.boolean()),
  label_zh: z.string().min(1),
  label_hant: z.string().min(1),
  label_en: z.string().min(1),
});

/** The questions as they ship: 13 of them, of which the last asks for one mark per sense. */
export function readItems(): z.output<typeof line>[] {
  return z.array(line).parse(parse(readFileSync(file, "utf8"), { columns: true, bom: true }));
}

/** Adds the default questionnaire where its version is not known; what stands is never changed, answers rest on it. */
export async function loadInstrument(owner: Sql): Promise<void> {
  const { key, version, name } = defaultInstrument;
  const items = readItems().map(({ label_zh, label_hant, label_en, ...item }) => ({
    ...item,
    labels: { "zh-CN": label_zh, "zh-Hant": label_hant, en: label_en },
  }));
  await owner`
    with made as (
      insert into instruments (id, key, version, name, published_at) values (${uuidv7()}, ${key}, ${version}, ${name}, now())
      on conflict (key, version) do nothing returning id
    )
    insert into instrument_items (instrument_id, code, position, sense, low, high, top_from, scored, labels)
    select made.id, i.code, i.position, i.sense, i.low, i.high, i.top_from, i.scored, i.labels
    from made, jsonb_to_recordset(${JSON.stringify(items)}::text::jsonb) i (
      code text, position int, sense text, low int, high int, top_from int, scored boolean, labels jsonb)`;
}
