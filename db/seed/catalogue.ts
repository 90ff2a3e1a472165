import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import type { Sql } from "postgres";
import { z } from "zod";
import { areaLevels } from "../../lib/areas/model";
import { limitUnits } from "../../lib/calendar/model";
import { emergencyNumbers } from "../../lib/cases/catalogue/model";

const file = "db/catalogue/event_categories.csv";

const blank = (value: unknown) => (value === "" ? null : value);
const limit = z.preprocess(blank, z.coerce.number().int().positive().nullable());
const unit = z.preprocess(blank, z.enum(limitUnits).nullable());
const words = z.string().transform((text) => text.split(" ").filter(Boolean));

const line = z.object({
  code: z.string().regex(/^\d{2}(\d{2})?$/),
  parent_code: z.preprocess(blank, z.string().nullable()),
  name_zh: z.string().min(1),
  name_hant: z.string().min(1),
  name_en: z.string().min(1),
  close_limit: limit,
  close_unit: unit,
  first_contact_limit: limit,
  first_contact_unit: unit,
  urgent: z.preprocess((value) => value === "1", z.boolean()),
  default_level: z.preprocess(blank, z.enum(areaLevels).nullable()),
  basis: z.preprocess(blank, z.string().nullable()),
  words,
  emergency: z.preprocess(blank, z.enum(emergencyNumbers).nullable()),
  emergency_words: words,
});
export type CatalogueLine = z.output<typeof line>;

/** The catalogue as it ships: what a street starts from. */
export function readCatalogue(): CatalogueLine[] {
  return z.array(line).parse(parse(readFileSync(file, "utf8"), { columns: true, bom: true }));
}

/** Adds what the database does not know yet, and brings the words along; what streets lay down stands beside it. */
export async function loadCatalogue(owner: Sql): Promise<void> {
  await owner`
    insert into categories (code, parent_code, name_zh, name_hant, name_en, close_limit, close_unit, contact_limit, contact_unit, urgent, default_level, basis, words, emergency, emergency_words)
    select code, parent_code, name_zh, name_hant, name_en, close_limit, close_unit, first_contact_limit, first_contact_unit, urgent, default_level, basis, words, emergency, emergency_words
    from jsonb_to_recordset(${JSON.stringify(readCatalogue())}::text::jsonb) c (
      code text, parent_code text, name_zh text, name_hant text, name_en text, close_limit int, close_unit text,
      first_contact_limit int, first_contact_unit text, urgent boolean, default_level text, basis text,
      words text[], emergency text, emergency_words text[])
    on conflict (code) do update set words = excluded.words, emergency = excluded.emergency, emergency_words = excluded.emergency_words
    where (categories.words, categories.emergency, categories.emergency_words) is distinct from (excluded.words, excluded.emergency, excluded.emergency_words)`;
}
