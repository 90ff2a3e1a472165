import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  index,
  jsonb,
  pgPolicy,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { Limit } from "../../lib/calendar/model";
import { whistleEnds, whistleOutcomes } from "../../lib/cases/whistles/model";
import { accounts } from "./accounts";
import { units } from "./areas";
import { cases } from "./cases";
import { areaPos, at, inScope, noUnit, readable } from "./columns";

const ownUnit = sql.raw("unit_id = nullif(current_setting('app.unit'), '')::uuid");
const standing = sql.raw("end_reason is distinct from 'withdrawn'");
const leading = sql.raw(
  "exists (select 1 from assignments a where a.case_id = whistles.case_id and a.unit_id = nullif(current_setting('app.unit'), '')::uuid)",
);
const ownOrAll = sql`${inScope()} and (${noUnit} or ${ownUnit})`;

/** A unit that was called to a case of another (吹哨报到): its own task and clocks, when it came, and what it answered. */
export const whistles = pgTable(
  "whistles",
  {
    caseId: uuid()
      .notNull()
      .references(() => cases.id),
    id: uuid().notNull(),
    areaPos: areaPos(),
    unitId: uuid()
      .notNull()
      .references(() => units.id),
    task: text().notNull(),
    calledBy: uuid()
      .notNull()
      .references(() => accounts.id),
    calledName: text().notNull(),
    calledAt: at().notNull(),
    arriveDueAt: at().notNull(),
    dueAt: at().notNull(),
    /** What `dueAt` was reckoned from, where it may have to be reckoned again. */
    dueLimit: jsonb().$type<Limit>(),
    /** Its limits met a day whose holidays were not published yet. */
    dueProvisional: boolean().notNull().default(false),
    arrivedAt: at(),
    arrivedName: text(),
    outcome: text({ enum: whistleOutcomes }),
    answer: text(),
    answeredName: text(),
    answeredAt: at(),
    /** Taken back, or ended with the case, or with its leaving the area, before there was an answer. */
    endedAt: at(),
    endReason: text({ enum: whistleEnds }),
    endNote: text(),
  },
  (t) => [
    primaryKey({ columns: [t.caseId, t.id] }),
    uniqueIndex("whistles_open_key").on(t.caseId, t.unitId).where(sql`answered_at is null and ended_at is null`),
    index("whistles_unit_idx").on(t.unitId, t.calledAt),
    index("whistles_pos_idx").on(t.areaPos, t.calledAt),
    index("whistles_due_idx").on(t.areaPos, t.dueAt).where(sql`answered_at is null and ended_at is null`),
    index("whistles_provisional_idx").on(t.dueAt).where(sql`due_provisional`),
    check(
      "whistles_answered",
      sql`(${t.answeredAt} is null) = (${t.answer} is null) and (${t.answeredAt} is null) = (${t.outcome} is null) and (${t.answeredAt} is null or ${t.arrivedAt} is not null)`,
    ),
    check(
      "whistles_ended",
      sql`(${t.endedAt} is null) = (${t.endReason} is null) and (${t.endedAt} is null or ${t.answeredAt} is null)`,
    ),
    readable("whistles", sql`${inScope()} and (${noUnit} or (${ownUnit} and ${standing}) or ${leading})`),
    pgPolicy("whistles_insert", { for: "insert", withCheck: sql`${inScope()} and ${noUnit}` }),
    pgPolicy("whistles_update", { for: "update", using: ownOrAll, withCheck: ownOrAll }),
  ],
);
