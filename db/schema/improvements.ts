import { sql } from "drizzle-orm";
import { check, date, index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { improvementOutcomes } from "../../lib/senses/model";
import { accounts } from "./accounts";
import { areas, stations, units } from "./areas";
import { cases } from "./cases";
import { areaPos, at, id, inScope, noUnit, readable, writable } from "./columns";
import { projects } from "./projects";
import { rounds } from "./senses";
import { topics } from "./topics";

/** What is done about a question that was answered low, in a community or a larger area: who, until when, and what came of it. */
export const improvements = pgTable(
  "improvements",
  {
    id: id(),
    roundId: uuid()
      .notNull()
      .references(() => rounds.id),
    areaId: uuid()
      .notNull()
      .references(() => areas.id),
    areaPos: areaPos(),
    itemCode: text().notNull(),
    unitId: uuid()
      .notNull()
      .references(() => units.id),
    /** In the words of the public page, as is the closing. */
    plan: text().notNull(),
    dueOn: date().notNull(),
    openedBy: uuid()
      .notNull()
      .references(() => accounts.id),
    openedAt: at().notNull(),
    outcome: text({ enum: improvementOutcomes }),
    /** What was done, or why it cannot be. */
    closing: text(),
    closedAt: at(),
    /** With what it is done: one matter over many cases, a station, a project of a partner. */
    topicId: uuid().references(() => topics.id),
    stationId: uuid().references(() => stations.id),
    projectId: uuid().references(() => projects.id),
  },
  (t) => [
    index("improvements_pos_idx").on(t.areaPos),
    index("improvements_topic_idx").on(t.topicId),
    index("improvements_round_idx").on(t.roundId, t.areaPos),
    check(
      "improvements_closed",
      sql`(${t.outcome} is null) = (${t.closing} is null) and (${t.outcome} is null) = (${t.closedAt} is null)`,
    ),
    readable("improvements", sql`${inScope()} and ${noUnit}`),
    ...writable("improvements", sql`${inScope()} and ${noUnit}`),
  ],
);

/** Cases that belong to an improvement. */
export const improvementCases = pgTable(
  "improvement_cases",
  {
    improvementId: uuid()
      .notNull()
      .references(() => improvements.id),
    caseId: uuid()
      .notNull()
      .references(() => cases.id),
    areaId: uuid()
      .notNull()
      .references(() => areas.id),
    areaPos: areaPos(),
  },
  (t) => [
    primaryKey({ columns: [t.improvementId, t.caseId] }),
    index("improvement_cases_pos_idx").on(t.areaPos),
    readable("improvement_cases", sql`${inScope()} and ${noUnit}`),
    ...writable("improvement_cases", sql`${inScope()} and ${noUnit}`),
  ],
);
