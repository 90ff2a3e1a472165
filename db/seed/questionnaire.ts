import { readFileSync } from "node:fs";
import type { Sql, TransactionSql } from "postgres";
import { z } from "zod";
import { defaultInstrument, type Sense } from "../../lib/senses/model";
import { idAt, randomFrom } from "./random";

export type Item = { code: string; sense: Sense | null; low: number; high: number };

const labels = z.record(z.string(), z.string());
const bank = z.array(
  z.object({
    code: z.string(),
    kind: z.string(),
    low: z.number(),
    high: z.number(),
    topFrom: z.number(),
    labels,
    options: z.array(labels),
  }),
);

/** What the demo asks beside the usual questions: an age band, years lived here, a wish to choose and one in words. */
export const asked = { age: "A01", years: "A02", wish: "A06", words: "T01" } as const;

/** The key of the questionnaire of the demo. */
export const wishes = "three-senses-wishes";

/** The usual questionnaire with these four; answers its id. */
export async function writeQuestionnaire(tx: TransactionSql | Sql, seed: string): Promise<string> {
  const { instrument } = await usualInstrument(tx);
  const id = idAt(randomFrom(`${seed}/questionnaire`), Date.UTC(2026, 0, 5));
  const codes = new Set<string>(Object.values(asked));
  const added = bank
    .parse(JSON.parse(readFileSync("db/catalogue/bank.json", "utf8")))
    .filter(({ code }) => codes.has(code));
  await tx`
    insert into instruments (id, key, version, name, group_by, published_at)
    values (${id}, ${wishes}, 1, '三感测评（附心愿题）', ${[asked.age, asked.years]}, '2026-01-05T02:00:00Z')`;
  await tx`
    insert into instrument_items (instrument_id, code, position, kind, sense, low, high, reversed, top_from, scored, weight, labels, options, shown_if)
    select ${id}::uuid, code, position, kind, sense, low, high, reversed, top_from, scored, weight, labels, options, shown_if
    from instrument_items where instrument_id = ${instrument}
    union all
    select ${id}::uuid, i.code, 100 + row_number() over (order by i.code)::int, i.kind, null, i.low, i.high, false, i."topFrom", false, 1, i.labels, i.options, null
    from jsonb_to_recordset(${JSON.stringify(added)}::text::jsonb) i (
      code text, kind text, low int, high int, "topFrom" int, labels jsonb, options jsonb)`;
  return id;
}

/** The questionnaire that ships, in its last version. */
export async function usualInstrument(tx: TransactionSql | Sql): Promise<{ instrument: string; items: Item[] }> {
  const [found] = await tx<
    { id: string }[]
  >`select id from instruments where key = ${defaultInstrument.key} order by version desc limit 1`;
  if (!found) throw new Error("the default questionnaire is loaded with the schema");
  const items = await tx<
    Item[]
  >`select code, sense, low, high from instrument_items where instrument_id = ${found.id} order by position, code`;
  return { instrument: found.id, items: [...items] };
}
