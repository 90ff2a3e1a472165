import { sql } from "drizzle-orm";
import { check, index, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { requestKinds, requestOutcomes } from "../../lib/cases/model";
import { accounts } from "./accounts";
import { cases } from "./cases";
import { areaPos, assignedScope, at, readable, writable } from "./columns";

/** What one person asks for and another grants: with the reason, until when it must be decided, and what came of it. */
export const caseRequests = pgTable(
  "case_requests",
  {
    caseId: uuid()
      .notNull()
      .references(() => cases.id),
    id: uuid().notNull(),
    areaPos: areaPos(),
    kind: text({ enum: requestKinds }).notNull(),
    reason: text().notNull(),
    /** Until when more time is asked for. */
    until: at(),
    askedBy: uuid()
      .notNull()
      .references(() => accounts.id),
    askedName: text().notNull(),
    askedAt: at().notNull(),
    /** Until when it is to be decided. */
    dueAt: at().notNull(),
    decidedBy: uuid().references(() => accounts.id),
    decidedAt: at(),
    outcome: text({ enum: requestOutcomes }),
  },
  (t) => [
    primaryKey({ columns: [t.caseId, t.id] }),
    uniqueIndex("case_requests_open_key").on(t.caseId, t.kind).where(sql`decided_at is null`),
    index("case_requests_due_idx").on(t.areaPos, t.dueAt).where(sql`decided_at is null`),
    check("case_requests_until", sql`(${t.until} is not null) = (${t.kind} in ('extend', 'defer'))`),
    check("case_requests_decided", sql`(${t.decidedAt} is null) = (${t.outcome} is null)`),
    check("case_requests_another", sql`${t.outcome} = 'lapsed' or ${t.decidedBy} <> ${t.askedBy}`),
    readable("case_requests", assignedScope("case_requests.case_id")),
    ...writable("case_requests", assignedScope("case_requests.case_id")),
  ],
);
