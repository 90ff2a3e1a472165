import { sql } from "drizzle-orm";
import { boolean, check, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { linkKinds, requestKinds, requestOutcomes, voidings } from "../../lib/cases/model";
import { accounts } from "./accounts";
import { areas } from "./areas";
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
    /** As what it is to leave the rates. */
    validity: text({ enum: voidings }),
    /** The area that is asked to take the case over. */
    toAreaId: uuid().references(() => areas.id),
    toPos: integer(),
    toName: text(),
    askedBy: uuid()
      .notNull()
      .references(() => accounts.id),
    askedName: text().notNull(),
    askedAt: at().notNull(),
    /** Until when it is to be decided. */
    dueAt: at().notNull(),
    /** It rests on holidays not published yet; computed again when they are. */
    dueProvisional: boolean().notNull().default(false),
    decidedBy: uuid().references(() => accounts.id),
    decidedAt: at(),
    outcome: text({ enum: requestOutcomes }),
  },
  (t) => [
    primaryKey({ columns: [t.caseId, t.id] }),
    uniqueIndex("case_requests_open_key").on(t.caseId, t.kind).where(sql`decided_at is null`),
    index("case_requests_due_idx").on(t.areaPos, t.dueAt).where(sql`decided_at is null`),
    index("case_requests_provisional_idx").on(t.dueAt).where(sql`due_provisional`),
    check("case_requests_until", sql`(${t.until} is not null) = (${t.kind} in ('extend', 'defer'))`),
    check("case_requests_validity", sql`(${t.validity} is not null) = (${t.kind} = 'void')`),
    index("case_requests_to_idx").on(t.toPos).where(sql`decided_at is null`),
    check(
      "case_requests_to",
      sql`(${t.toAreaId} is not null) = (${t.kind} = 'transfer') and (${t.toPos} is not null) = (${t.kind} = 'transfer')`,
    ),
    check("case_requests_decided", sql`(${t.decidedAt} is null) = (${t.outcome} is null)`),
    check("case_requests_another", sql`${t.outcome} = 'lapsed' or ${t.decidedBy} <> ${t.askedBy}`),
    readable("case_requests", assignedScope("case_requests.case_id")),
    ...writable("case_requests", assignedScope("case_requests.case_id")),
  ],
);

/** What one case has to do with another; each of the two has its own row, and none is ever taken away. */
export const caseLinks = pgTable(
  "case_links",
  {
    caseId: uuid()
      .notNull()
      .references(() => cases.id),
    otherId: uuid().notNull(),
    areaPos: areaPos(),
    kind: text({ enum: linkKinds }).notNull(),
    at: at().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.caseId, t.otherId] }),
    check("case_links_other", sql`${t.caseId} <> ${t.otherId}`),
    readable("case_links", assignedScope("case_links.case_id")),
    ...writable("case_links", assignedScope("case_links.case_id")),
  ],
);
