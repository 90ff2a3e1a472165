import { sql } from "drizzle-orm";
import { check, date, index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { areas, units } from "./areas";
import { cases } from "./cases";
import { areaPos, at, id, inScope, noUnit, readable, writable } from "./columns";

const mine = sql`${inScope()} and ${noUnit}`;
const ofArea = () => ({
  areaId: uuid()
    .notNull()
    .references(() => areas.id),
  areaPos: areaPos(),
});

/** One matter over many cases (每月一题): what is meant by it, who leads, from which day something was done about it. */
export const topics = pgTable(
  "topics",
  {
    id: id(),
    ...ofArea(),
    title: text().notNull(),
    goal: text().notNull(),
    /** Categories of either level; with none, the word alone says what is meant. */
    categoryCodes: text().array().notNull(),
    keyword: text(),
    leadUnitId: uuid()
      .notNull()
      .references(() => units.id),
    /** The day of the action; weeks are counted from it, backwards and forwards. */
    startsOn: date().notNull(),
    endsOn: date(),
    openedName: text().notNull(),
    openedAt: at().notNull(),
    /** What came of it, once it is over. */
    closing: text(),
    closedOn: date(),
    closedName: text(),
  },
  (t) => [
    index("topics_pos_idx").on(t.areaPos, t.startsOn),
    index("topics_day_idx").on(t.startsOn, t.areaPos),
    check("topics_matter", sql`cardinality(${t.categoryCodes}) > 0 or ${t.keyword} is not null`),
    check("topics_days", sql`${t.endsOn} >= ${t.startsOn}`),
    check("topics_closed", sql`num_nulls(${t.closing}, ${t.closedOn}, ${t.closedName}) in (0, 3)`),
    readable("topics", mine),
    ...writable("topics", mine),
  ],
);

export const topicCases = pgTable(
  "topic_cases",
  {
    topicId: uuid()
      .notNull()
      .references(() => topics.id),
    caseId: uuid()
      .notNull()
      .references(() => cases.id),
    ...ofArea(),
    linkedAt: at().notNull(),
    /** Set where it was taken out again. */
    takenAt: at(),
  },
  (t) => [
    primaryKey({ columns: [t.topicId, t.caseId] }),
    index("topic_cases_case_idx").on(t.caseId),
    readable("topic_cases", mine),
    ...writable("topic_cases", mine),
  ],
);

export const topicTasks = pgTable(
  "topic_tasks",
  {
    topicId: uuid()
      .notNull()
      .references(() => topics.id),
    id: uuid().notNull(),
    ...ofArea(),
    unitId: uuid()
      .notNull()
      .references(() => units.id),
    task: text().notNull(),
    dueOn: date().notNull(),
    /** Null for what was given before this was kept. */
    addedAt: at(),
    doneOn: date(),
    doneNote: text(),
  },
  (t) => [
    primaryKey({ columns: [t.topicId, t.id] }),
    index("topic_tasks_pos_idx").on(t.areaPos),
    check("topic_tasks_done", sql`(${t.doneOn} is null) = (${t.doneNote} is null)`),
    readable("topic_tasks", mine),
    ...writable("topic_tasks", mine),
  ],
);

/** What happened on a day, to be read beside the numbers of that time. */
export const topicNotes = pgTable(
  "topic_notes",
  {
    topicId: uuid()
      .notNull()
      .references(() => topics.id),
    id: uuid().notNull(),
    ...ofArea(),
    day: date().notNull(),
    note: text().notNull(),
    notedName: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.topicId, t.id] }),
    index("topic_notes_pos_idx").on(t.areaPos, t.day),
    index("topic_notes_day_idx").on(t.day, t.areaPos),
    readable("topic_notes", mine),
    ...writable("topic_notes", mine),
  ],
);
