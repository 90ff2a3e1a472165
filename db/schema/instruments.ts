import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  doublePrecision,
  integer,
  jsonb,
  pgPolicy,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { DraftItem } from "../../lib/senses/instruments/model";
import { type Condition, itemKinds, type Labels } from "../../lib/senses/items";
import { senses } from "../../lib/senses/model";
import { areas } from "./areas";
import { at, id, inScope, noUnit, readable } from "./columns";

/** A version of a questionnaire: a draft, or published and from then on as it is. */
export const instruments = pgTable(
  "instruments",
  {
    id: id(),
    key: text().notNull(),
    version: integer().notNull(),
    name: text().notNull(),
    /** Where it is kept up; one that ships belongs to the whole. */
    areaId: uuid().references(() => areas.id),
    areaPos: integer(),
    areaLast: integer(),
    /** The items while they are written; published they stand each in its row. */
    draft: jsonb().$type<DraftItem[]>(),
    /** The items with options by which results are told apart, each for itself. */
    groupBy: text().array().notNull().default(sql`'{}'`),
    publishedAt: at(),
  },
  (t) => [
    unique("instruments_key").on(t.key, t.version),
    uniqueIndex("instruments_draft").on(t.key).where(sql`${t.publishedAt} is null`),
    check("instruments_groups", sql`cardinality(${t.groupBy}) <= 2`),
    check("instruments_state", sql`(${t.draft} is null) = (${t.publishedAt} is not null)`),
    readable("instruments", sql`published_at is not null or (${inScope()} and ${noUnit})`),
    pgPolicy("instruments_insert", {
      for: "insert",
      withCheck: sql`${inScope()} and ${noUnit} and published_at is null`,
    }),
    pgPolicy("instruments_update", {
      for: "update",
      using: sql`${inScope()} and ${noUnit} and published_at is null`,
      withCheck: sql`${inScope()} and ${noUnit}`,
    }),
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
    // Written once, with the version they belong to; no login changes an item.
    pgPolicy("instrument_items_insert", {
      for: "insert",
      withCheck: sql`exists (
        select 1 from instruments i where i.id = instrument_id and i.published_at is null and ${inScope("i.area_pos")} and ${noUnit})`,
    }),
  ],
);
