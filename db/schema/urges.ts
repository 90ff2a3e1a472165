import { sql } from "drizzle-orm";
import { check, index, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { accounts } from "./accounts";
import { cases } from "./cases";
import { areaPos, assignedScope, at, readable, writable } from "./columns";

/** What a leader or a street presses for (督办): why, until when an answer is due, and the answer of who has the case. */
export const urges = pgTable(
  "urges",
  {
    caseId: uuid()
      .notNull()
      .references(() => cases.id),
    id: uuid().notNull(),
    areaPos: areaPos(),
    reason: text().notNull(),
    urgedBy: uuid()
      .notNull()
      .references(() => accounts.id),
    urgedName: text().notNull(),
    urgedAt: at().notNull(),
    dueAt: at().notNull(),
    answer: text(),
    answeredName: text(),
    answeredAt: at(),
  },
  (t) => [
    primaryKey({ columns: [t.caseId, t.id] }),
    uniqueIndex("urges_open_key").on(t.caseId).where(sql`answered_at is null`),
    index("urges_due_idx").on(t.areaPos, t.dueAt).where(sql`answered_at is null`),
    check("urges_answered", sql`(${t.answeredAt} is null) = (${t.answer} is null)`),
    readable("urges", assignedScope("urges.case_id")),
    ...writable("urges", assignedScope("urges.case_id")),
  ],
);
