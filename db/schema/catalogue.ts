import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgPolicy,
  pgSequence,
  pgTable,
  primaryKey,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { areaLevels } from "../../lib/areas/model";
import { limitUnits } from "../../lib/calendar/model";
import { emergencyNumbers, type Question } from "../../lib/cases/catalogue/model";
import { areas } from "./areas";
import { areaPos, at, inScope, isRole, readable, writable } from "./columns";

/** What holds for a category: its limits (null: no deadline), and what is said and asked when it is registered. */
const rules = () => ({
  closeLimit: integer(),
  closeUnit: text({ enum: limitUnits }),
  contactLimit: integer(),
  contactUnit: text({ enum: limitUnits }),
  urgent: boolean().notNull().default(false),
  closedAt: at(),
  /** Shown to who registers. */
  notice: text(),
  /** Words in a text that suggest it. */
  words: text().array().notNull().default(sql`'{}'`),
  /** The number to be called first: for the category itself, and wherever one of the words stands. */
  emergency: text({ enum: emergencyNumbers }),
  emergencyWords: text().array().notNull().default(sql`'{}'`),
  questions: jsonb().$type<Question[]>().notNull().default(sql`'[]'`),
});

const limited = (t: { [Key in "closeLimit" | "closeUnit" | "contactLimit" | "contactUnit"]: AnyPgColumn }) =>
  sql`(${t.closeLimit} is null) = (${t.closeUnit} is null) and (${t.contactLimit} is null) = (${t.contactUnit} is null) and ${t.closeLimit} > 0 and ${t.contactLimit} > 0`;

/** Numbers of the categories that an area adds below one of ours, eight digits with it. */
export const categoryCodes = pgSequence("category_codes", { startWith: 900_001, maxValue: 999_999 });

/** What is asked for, two levels: those that ship, known everywhere, and those an area has added to them. */
export const categories = pgTable(
  "categories",
  {
    code: text().primaryKey(),
    parentCode: text(),
    nameZh: text().notNull(),
    nameHant: text().notNull(),
    nameEn: text().notNull(),
    ...rules(),
    defaultLevel: text({ enum: areaLevels }),
    basis: text(),
    /** Whose own it is. */
    areaId: uuid().references(() => areas.id),
  },
  (t) => [
    check("categories_limits", limited(t)),
    readable("categories", sql`true`),
    // What ships changes with a release; an area adds only its own.
    pgPolicy("categories_insert", {
      for: "insert",
      withCheck: sql`${isRole("official")} and area_id in (select a.id from areas a where ${inScope("a.pos")})`,
    }),
  ],
);

/** What an area lays down for a category, for itself and all below it; the nearest area that says something counts. */
export const categoryRules = pgTable(
  "category_rules",
  {
    areaId: uuid()
      .notNull()
      .references(() => areas.id),
    areaPos: areaPos(),
    areaLast: integer().notNull(),
    code: text()
      .notNull()
      .references(() => categories.code),
    /** What the area calls it, in every language. */
    name: text(),
    ...rules(),
    version: integer().notNull().default(1),
  },
  (t) => [
    primaryKey({ columns: [t.areaId, t.code] }),
    index("category_rules_code_idx").on(t.code, t.areaPos),
    check("category_rules_limits", limited(t)),
    readable(
      "category_rules",
      sql`area_pos <= current_setting('app.hi')::int and area_last >= current_setting('app.lo')::int`,
    ),
    ...writable("category_rules", sql`${inScope()} and ${isRole("official")}`),
  ],
);
