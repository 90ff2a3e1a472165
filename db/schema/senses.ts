import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  date,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgPolicy,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { roundModes } from "../../lib/senses/model";
import { rejectReasons, textStates } from "../../lib/senses/texts/model";
import { accounts } from "./accounts";
import { areas } from "./areas";
import { areaPos, at, id, inScope, noUnit, readable, writable } from "./columns";
import { instruments } from "./instruments";

export const rounds = pgTable(
  "rounds",
  {
    id: id(),
    areaId: uuid()
      .notNull()
      .references(() => areas.id),
    areaPos: areaPos(),
    areaLast: integer().notNull(),
    instrumentId: uuid()
      .notNull()
      .references(() => instruments.id),
    name: text().notNull(),
    mode: text({ enum: roundModes }).notNull(),
    opensOn: date().notNull(),
    closesOn: date().notNull(),
    /** Answers wanted in each community. */
    target: integer(),
    /** The public address of a round that is open to everybody. */
    code: text().unique("rounds_code_key"),
    /** Whoever is acting; the login may not name another. */
    openedBy: uuid()
      .references(() => accounts.id)
      .default(sql`nullif(current_setting('app.account', true), '')::uuid`),
    /** From here on no answer is taken. */
    closedAt: at(),
    /** From here on there are results. */
    publishedAt: at(),
    publishedBy: uuid().references(() => accounts.id),
    /** The fewest answers of which anything is told: that of the day it was published, or of a later one if that was stricter. */
    threshold: integer(),
    /** The address of the page for everybody, once that was put out. */
    toldCode: text().unique("rounds_told_code_key"),
    toldAt: at(),
    /** Codes of the items that anybody answered; known once the round is published. */
    asked: text().array().notNull().default(sql`'{}'`),
    /** The round of an imported file, and one digest over all of its answers together. */
    sourceKey: text(),
    sourceDigest: text(),
  },
  (t) => [
    index("rounds_pos_idx").on(t.areaPos),
    unique("rounds_source_key").on(t.areaId, t.sourceKey),
    check("rounds_dates", sql`${t.closesOn} >= ${t.opensOn}`),
    check("rounds_target", sql`${t.target} between 1 and 100000`),
    check("rounds_published", sql`${t.publishedAt} is null or ${t.closedAt} is not null`),
    // What was asked by one, or brought in a file, is published by another.
    check("rounds_author", sql`${t.publishedBy} is distinct from ${t.openedBy} or ${t.publishedBy} is null`),
    // A round of a city is known in its streets; what they may see of it is for the policy of the cells.
    readable(
      "rounds",
      sql`area_pos <= current_setting('app.hi')::int and area_last >= current_setting('app.lo')::int and ${noUnit}`,
    ),
    pgPolicy("rounds_insert", {
      for: "insert",
      withCheck: sql`${inScope()} and ${noUnit} and exists (
        select 1 from instruments i where i.id = instrument_id and i.published_at is not null)`,
    }),
    pgPolicy("rounds_update", {
      for: "update",
      using: sql`${inScope()} and ${noUnit}`,
      withCheck: sql`${inScope()} and ${noUnit}`,
    }),
  ],
);

/** Anonymous: a random key, no time finer than the round, no path to a person. No login may read it, only the owner counts it. */
export const answers = pgTable(
  "answers",
  {
    roundId: uuid()
      .notNull()
      .references(() => rounds.id),
    id: uuid().notNull().defaultRandom(),
    areaId: uuid()
      .notNull()
      .references(() => areas.id),
    areaPos: areaPos(),
    marks: jsonb().$type<Record<string, number>>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.roundId, t.id] }), index("answers_area_idx").on(t.roundId, t.areaPos)],
).enableRLS();

/**
 * What was answered in words: not beside the answer it came with, under a random key, by community. Nothing of it is
 * here before the round is closed; no login may read it. Functions of the owner give it to whoever reviews it and, once
 * approved, to everybody who is told the results of its community.
 */
export const answerTexts = pgTable(
  "answer_texts",
  {
    roundId: uuid()
      .notNull()
      .references(() => rounds.id),
    id: uuid().notNull().defaultRandom(),
    areaId: uuid()
      .notNull()
      .references(() => areas.id),
    areaPos: areaPos(),
    /** The item of the questionnaire that asked for it. */
    code: text().notNull(),
    /** Once approved as everybody may read them; nothing once rejected. */
    words: text().notNull(),
    /** How many of its community were asked: known when the round is closed. */
    asked: integer().notNull().default(0),
    state: text({ enum: textStates }).notNull().default("waiting"),
    /** Something was taken out of it. */
    edited: boolean().notNull().default(false),
    reason: text({ enum: rejectReasons }),
  },
  (t) => [
    primaryKey({ columns: [t.roundId, t.id] }),
    index("answer_texts_area_idx").on(t.roundId, t.areaPos),
    check("answer_texts_rejected", sql`(${t.state} = 'rejected') = (${t.words} = '')`),
    check("answer_texts_reason", sql`(${t.state} = 'rejected') = (${t.reason} is not null)`),
  ],
).enableRLS();

/**
 * What may be known of a published round, by area and item or sense. What the disclosure control holds back is not here:
 * it is never stored. `mean` and `variance` are in marks for an item, in points of the index for a sense.
 */
export const roundCells = pgTable(
  "round_cells",
  {
    roundId: uuid()
      .notNull()
      .references(() => rounds.id),
    areaId: uuid()
      .notNull()
      .references(() => areas.id),
    key: text().notNull(),
    areaPos: areaPos(),
    n: integer().notNull(),
    missing: integer().notNull(),
    /** Forms on which it was not asked, by the rule of its item. */
    unasked: integer().notNull().default(0),
    mean: doublePrecision().notNull(),
    /** Answers so alike, or so extreme among few, that the mean is told in steps of 5 % and never beyond 5 and 95 %. */
    meanCoarse: boolean().notNull().default(false),
    variance: doublePrecision().notNull(),
    /** Nothing where it is held back, so that that of a neighbour does not follow. */
    top: integer(),
    /** So nearly all or none that shares beyond 5 and 95 % are told as 5 and 95 %. */
    coarse: boolean().notNull().default(false),
    /** Cronbach's alpha of a sense. */
    alpha: doublePrecision(),
    /** Post-stratified by the residents of the communities: mean, its variance, degrees of freedom, effective n. */
    weightedMean: doublePrecision(),
    weightedVariance: doublePrecision(),
    weightedDf: doublePrecision(),
    effectiveN: doublePrecision(),
  },
  (t) => [
    primaryKey({ columns: [t.roundId, t.areaId, t.key] }),
    index("round_cells_pos_idx").on(t.areaPos),
    readable("round_cells", sql`${inScope()} and ${noUnit}`),
  ],
);

/** Sheets of one-time codes printed together for one area, of which the code of the batch is the beginning. */
export const answerBatches = pgTable(
  "answer_batches",
  {
    id: id(),
    roundId: uuid()
      .notNull()
      .references(() => rounds.id),
    areaId: uuid()
      .notNull()
      .references(() => areas.id),
    areaPos: areaPos(),
    code: text().notNull().unique("answer_batches_code_key"),
    sheets: integer().notNull(),
    madeOn: date().notNull(),
    revokedAt: at(),
    /** Of a batch that was taken back: codes used before, in tens begun; known once the round is closed. */
    answered: integer(),
  },
  (t) => [
    check(
      "answer_batches_answered",
      sql`${t.answered} is null or (${t.revokedAt} is not null and ${t.answered} between 0 and ${t.sheets})`,
    ),
    index("answer_batches_round_idx").on(t.roundId, t.areaPos),
    check("answer_batches_sheets", sql`${t.sheets} between 10 and 300`),
    readable("answer_batches", sql`${inScope()} and ${noUnit}`),
    ...writable("answer_batches", sql`${inScope()} and ${noUnit}`),
  ],
);

/**
 * The hashes of the codes of a batch, each with the receipt of its answer or nothing, in one row: what PostgreSQL notes
 * of the last change of a row then tells of the batch, not of a code. Gone when the round is closed.
 */
export const batchTokens = pgTable("batch_tokens", {
  batchId: uuid()
    .primaryKey()
    .references(() => answerBatches.id),
  tokens: jsonb().$type<Record<string, string>>().notNull(),
}).enableRLS();

/**
 * Answers of a community that wait, in an order of their own, until they are ten and are put among the others together;
 * what was said in words waits apart from them until the round is closed.
 */
export const answerBoxes = pgTable(
  "answer_boxes",
  {
    roundId: uuid()
      .notNull()
      .references(() => rounds.id),
    areaId: uuid()
      .notNull()
      .references(() => areas.id),
    waiting: jsonb().$type<Record<string, number>[]>().notNull(),
    texts: jsonb().$type<{ code: string; words: string }[]>().notNull().default([]),
  },
  (t) => [primaryKey({ columns: [t.roundId, t.areaId] })],
).enableRLS();

/** The hashes of the keys under which forms of an open round were sent, and of whole sheets of forms, so that one sent twice is stored once. */
export const answerReceipts = pgTable(
  "answer_receipts",
  {
    roundId: uuid()
      .notNull()
      .references(() => rounds.id),
    receipt: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.roundId, t.receipt] })],
).enableRLS();

/** A pile of paper forms of one area that is keyed in; its totals stand here once it is finished. */
export const paperBatches = pgTable(
  "paper_batches",
  {
    id: id(),
    roundId: uuid()
      .notNull()
      .references(() => rounds.id),
    areaId: uuid()
      .notNull()
      .references(() => areas.id),
    areaPos: areaPos(),
    begunOn: date().notNull(),
    finishedAt: at(),
    forms: integer(),
    /** Forms keyed twice, the marks that were compared so, and those that differed. */
    checked: integer(),
    compared: integer(),
    differing: integer(),
  },
  (t) => [
    index("paper_batches_round_idx").on(t.roundId, t.areaPos),
    readable("paper_batches", sql`${inScope()} and ${noUnit}`),
    pgPolicy("paper_batches_insert", { for: "insert", withCheck: sql`${inScope()} and ${noUnit}` }),
  ],
);

/** The forms of a pile while it is keyed, by their place in the pile; when it is finished they go among the answers and from here. */
export const paperForms = pgTable(
  "paper_forms",
  {
    batchId: uuid()
      .notNull()
      .references(() => paperBatches.id),
    number: integer().notNull(),
    marks: jsonb().$type<Record<string, number>>().notNull(),
    words: jsonb().$type<Record<string, string>>().notNull().default({}),
    /** Of a second reading: the marks that were compared, and those that differed then, whatever was mended since. */
    compared: integer(),
    differing: integer(),
  },
  (t) => [primaryKey({ columns: [t.batchId, t.number] })],
).enableRLS();
