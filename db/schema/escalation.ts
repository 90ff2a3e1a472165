import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { clockNames } from "../../lib/cases/clocks";
import { lateUnits, toldLevels, toldRoles } from "../../lib/escalation/model";
import { areas } from "./areas";
import { cases } from "./cases";
import { areaPos, assignedScope, at, id, inScope, noUnit, readable, writable } from "./columns";

/** Which clock, how late, brings a case of the area before whom. A rule is ended and never changed. */
export const escalationRules = pgTable(
  "escalation_rules",
  {
    id: id(),
    areaId: uuid()
      .notNull()
      .references(() => areas.id),
    areaPos: areaPos(),
    areaLast: integer().notNull(),
    clock: text({ enum: clockNames as [(typeof clockNames)[number]] }).notNull(),
    lateBy: integer().notNull(),
    unit: text({ enum: lateUnits }).notNull(),
    toRole: text({ enum: toldRoles }).notNull(),
    toLevel: text({ enum: toldLevels }).notNull(),
    addedAt: at().notNull(),
    endedAt: at(),
  },
  (t) => [
    index("escalation_rules_pos_idx").on(t.areaPos),
    check(
      "escalation_rules_late",
      sql`(${t.unit} = 'work_hour' and ${t.lateBy} between 0 and 240) or (${t.unit} = 'times' and ${t.lateBy} between 2 and 10)`,
    ),
    // A rule of a city is known in its streets, where it holds.
    readable(
      "escalation_rules",
      sql.raw("area_pos <= current_setting('app.tree_hi')::int and area_last >= current_setting('app.tree_lo')::int"),
    ),
    ...writable("escalation_rules", sql`${inScope()} and ${noUnit}`),
  ],
);

/** A case that a rule brought before somebody, once for each rule; written by the owner's function alone. */
export const escalations = pgTable(
  "escalations",
  {
    caseId: uuid()
      .notNull()
      .references(() => cases.id),
    ruleId: uuid()
      .notNull()
      .references(() => escalationRules.id),
    areaPos: areaPos(),
    clock: text({ enum: clockNames as [(typeof clockNames)[number]] }).notNull(),
    toAreaId: uuid()
      .notNull()
      .references(() => areas.id),
    toRole: text({ enum: toldRoles }).notNull(),
    /** The limit that had passed. */
    dueAt: at().notNull(),
    at: at().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.caseId, t.ruleId] }),
    index("escalations_to_idx").on(t.toAreaId, t.toRole, t.at),
    index("escalations_pos_idx").on(t.areaPos, t.at),
    readable("escalations", assignedScope("escalations.case_id")),
  ],
);
