import { sql } from "drizzle-orm";
import { index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { cases } from "./cases";
import { areaPos, at } from "./columns";

/**
 * What is searched of a case, apart from the row that every move rewrites. No login reads it: `found_cases` answers
 * which cases of the actor hold the words. Its index calls `text_grams`, of which the migration made the first.
 */
export const caseTexts = pgTable(
  "case_texts",
  {
    caseId: uuid()
      .primaryKey()
      .references(() => cases.id, { onDelete: "cascade" }),
    /** Where and when the case is, so that a search need not ask it. */
    areaPos: areaPos(),
    registeredAt: at().notNull(),
    text: text().notNull(),
  },
  (t) => [index("case_texts_grams_idx").using("gin", sql`array_to_tsvector(text_grams(${t.text}))`)],
).enableRLS();

/** Cases whose text is new: until `fold_counts` has put it into the index they are read themselves. */
export const textChanges = pgTable("text_changes", { caseId: uuid().notNull() }).enableRLS();
