import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  doublePrecision,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { type Condition, itemKinds, type Labels } from "../../lib/senses/items";
import { senses } from "../../lib/senses/model";
import { id, noUnit, readable, writable } from "./columns";

export const instruments = pgTable(
  "instruments",
  { id: id(), key: text().notNull(), version: integer().notNull(), name: text().notNull() },
  (t) => [
    unique("instruments_key").on(t.key, t.version),
    readable("instruments", sql`true`),
    ...writable("instruments", sql`${noUnit}`),
  ],
);

export const instrumentItems = pgTable(
  "instrument_items",
  {
    instrumentId: uuid()
      .notNull()
      .references(() => instruments.id),
    code: text().notNull(),
    position: integer().notNull(),
    kind: text({ enum: itemKinds }).notNull().default("scale"),
    sense: text({ enum: senses }),
    /** The ends of a scale; of a choice the first and the last option; of an item in words 0. */
    low: integer().notNull(),
    high: integer().notNull(),
    /** The lowest mark is the best answer. */
    reversed: boolean().notNull().default(false),
    /** The mark nearest to the middle that still counts as top box. */
    topFrom: integer().notNull(),
    /** An item that feeds the index of its sense; the others are shown beside it. */
    scored: boolean().notNull(),
    /** How much it counts in the index beside the other items of its sense. */
    weight: doublePrecision().notNull().default(1),
    labels: jsonb().$type<Labels>().notNull(),
    /** What each mark means, from the lowest; empty where numbers or the five words of agreeing say it. */
    options: jsonb().$type<Labels[]>().notNull().default([]),
    /** Asked only of who gave one of these marks to an item before it. */
    shownIf: jsonb().$type<Condition>(),
  },
  (t) => [
    primaryKey({ columns: [t.instrumentId, t.code] }),
    check(
      "instrument_items_scale",
      sql`case ${t.kind} when 'text' then ${t.low} = 0 and ${t.high} = 0 and ${t.topFrom} = 0
        else ${t.low} < ${t.high} and ${t.topFrom} between ${t.low} and ${t.high} end`,
    ),
    check("instrument_items_scored", sql`not ${t.scored} or (${t.kind} = 'scale' and ${t.sense} is not null)`),
    check("instrument_items_weight", sql`${t.weight} > 0 and ${t.weight} <= 100`),
    check(
      "instrument_items_options",
      sql`case ${t.kind} when 'text' then jsonb_array_length(${t.options}) = 0
        when 'choice' then ${t.low} = 1 and jsonb_array_length(${t.options}) = ${t.high}
        else jsonb_array_length(${t.options}) in (0, ${t.high} - ${t.low} + 1) end`,
    ),
    readable("instrument_items", sql`true`),
    ...writable("instrument_items", sql`${noUnit}`),
  ],
);
