import { sql } from "drizzle-orm";
import {
  bigint,
  bigserial,
  boolean,
  check,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { Answer, Limits } from "../../lib/cases/catalogue/model";
import { toBeCalledBack } from "../../lib/cases/clocks";
import type { Pause } from "../../lib/cases/deadlines";
import {
  callbackOutcomes,
  callbackReasons,
  channels,
  closeReasons,
  requestTypes,
  solvedAnswers,
  states,
  validities,
} from "../../lib/cases/model";
import { durationClass } from "../../lib/counters/model";
import { accounts } from "./accounts";
import { areas, units } from "./areas";
import { categories } from "./catalogue";
import {
  areaPos,
  assignedScope,
  at,
  id,
  inScope,
  inTree,
  joined,
  joinedScope,
  noUnit,
  readable,
  writable,
} from "./columns";

export const cases = pgTable(
  "cases",
  {
    id: id(),
    number: bigserial({ mode: "number" }).notNull(),
    areaId: uuid()
      .notNull()
      .references(() => areas.id),
    areaPos: areaPos(),
    /** False while nobody could say where it is: it waits in the queue of the area it was imported into. */
    placed: boolean().notNull().default(true),
    /** That the same matter had been heard at the same place shortly before, as it was known when this came. */
    repeats: boolean().notNull().default(false),
    title: text().notNull(),
    body: text().notNull().default(""),
    place: text(),
    lon: doublePrecision(),
    lat: doublePrecision(),
    channel: text({ enum: channels }).notNull(),
    requestType: text({ enum: requestTypes }).notNull().default("other"),
    categoryCode: text().references(() => categories.code),
    /** What was asked of the category, and answered. */
    answers: jsonb().$type<Answer[]>(),
    /** What an area had laid down for the category at that time; null where the catalogue holds as it ships. */
    limits: jsonb().$type<Limits>(),
    urgent: boolean().notNull().default(false),
    state: text({ enum: states }).notNull().default("registered"),
    validity: text({ enum: validities }).notNull().default("valid"),
    unitId: uuid().references(() => units.id),
    /** The unit that leads; null while the office of the area does, which received it first (首接负责, `leadAfter`). */
    leadUnitId: uuid().references(() => units.id),
    joint: boolean().notNull().default(false),
    registeredAt: at().notNull(),
    contactDueAt: at(),
    dispatchDueAt: at(),
    closeDueAt: at(),
    /** A due time that rests on holidays not published yet; computed again when they are. */
    dueProvisional: boolean().notNull().default(false),
    acceptedAt: at(),
    contactedAt: at(),
    dispatchedAt: at(),
    signDueAt: at(),
    signedAt: at(),
    resolvedAt: at(),
    /** Who said it is resolved; whoever checks or closes it must be another. */
    resolvedBy: uuid(),
    checkedAt: at(),
    closedAt: at(),
    closeReason: text({ enum: closeReasons }),
    publicReply: text(),
    voidedAt: at(),
    extendedAt: at(),
    /** Set while the clock stands still. */
    deferredAt: at(),
    deferredUntil: at(),
    /** When a deferral was last granted; it stays when the clock runs again. */
    deferralAt: at(),
    /** What the deadline after a deferral was reckoned from, where that rests on holidays not published yet. */
    pause: jsonb().$type<Pause>(),
    reopenedAt: at(),
    returnedCount: smallint().notNull().default(0),
    reworkCount: smallint().notNull().default(0),
    reopenedCount: smallint().notNull().default(0),
    transferredCount: smallint().notNull().default(0),
    extensionCount: smallint().notNull().default(0),
    deferralCount: smallint().notNull().default(0),
    callbackDueAt: at(),
    /** On how many days nobody was reached so far, and when last. */
    callbackTries: smallint().notNull().default(0),
    callbackTriedAt: at(),
    calledBackAt: at(),
    callbackOutcome: text({ enum: callbackOutcomes }),
    callbackContacted: boolean(),
    callbackSolved: text({ enum: solvedAnswers }),
    callbackSatisfaction: smallint(),
    callbackReason: text({ enum: callbackReasons }),
    source: text(),
    sourceKey: text(),
    /** What the source said of it the last time, so that the same again changes nothing. */
    sourceHash: text(),
    importId: uuid(),
    version: integer().notNull().default(1),
    /** The classes of duration the case is counted in; the median is looked for in one of them. */
    contactClass: integer().generatedAlwaysAs(sql.raw(durationClass("contacted_at"))),
    dispatchClass: integer().generatedAlwaysAs(sql.raw(durationClass("dispatched_at"))),
  },
  (t) => [
    index("cases_area_registered_idx").on(t.areaPos, t.registeredAt, t.id),
    index("cases_registered_idx").on(t.registeredAt, t.id),
    index("cases_close_open_idx")
      .on(t.closeDueAt, t.areaPos)
      .where(sql`closed_at is null and validity = 'valid' and deferred_at is null`),
    index("cases_contact_open_idx")
      .on(t.contactDueAt, t.areaPos)
      .where(sql`contacted_at is null and validity = 'valid'`),
    index("cases_dispatch_open_idx")
      .on(t.dispatchDueAt, t.areaPos)
      .where(sql`dispatched_at is null and closed_at is null and validity = 'valid'`),
    index("cases_sign_open_idx").on(t.signDueAt, t.areaPos).where(sql`state = 'dispatched'`),
    index("cases_area_closed_idx").on(t.areaPos, t.closedAt),
    index("cases_closed_idx").on(t.closedAt),
    index("cases_provisional_idx").on(t.closeDueAt).where(sql`due_provisional`),
    index("cases_unplaced_idx").on(t.areaPos, t.registeredAt).where(sql`not placed`),
    index("cases_contact_class_idx")
      .on(t.contactClass, t.areaPos, t.contactedAt, t.registeredAt)
      .where(sql`contact_class is not null and validity = 'valid'`),
    index("cases_dispatch_class_idx")
      .on(t.dispatchClass, t.areaPos, t.dispatchedAt, t.registeredAt)
      .where(sql`dispatch_class is not null and validity = 'valid'`),
    index("cases_deferred_idx").on(t.deferredUntil).where(sql`deferred_at is not null and closed_at is null`),
    index("cases_open_idx").on(t.areaPos, t.closeDueAt).where(sql`closed_at is null`),
    index("cases_call_back_idx").on(t.areaPos).where(sql.raw(toBeCalledBack)),
    uniqueIndex("cases_number_idx").on(t.number),
    index("cases_unit_idx").on(t.unitId, t.state),
    index("cases_import_idx").on(t.importId).where(sql`import_id is not null`),
    unique("cases_source_key").on(t.source, t.sourceKey),
    check(
      "cases_times",
      sql`${t.closedAt} >= ${t.registeredAt} and ${t.dispatchedAt} >= ${t.registeredAt} and ${t.contactedAt} >= ${t.registeredAt}`,
    ),
    check(
      "cases_point",
      sql`(${t.lon} is null) = (${t.lat} is null) and ${t.lon} between -180 and 180 and ${t.lat} between -90 and 90`,
    ),
    check(
      "cases_callback",
      sql`(${t.calledBackAt} is null) = (${t.callbackOutcome} is null) and (${t.callbackOutcome} is not distinct from 'reached') = (${t.callbackContacted} is not null and ${t.callbackSolved} is not null and ${t.callbackSatisfaction} is not null)`,
    ),
    check("cases_callback_tries", sql`(${t.callbackTries} = 0) = (${t.callbackTriedAt} is null)`),
    check(
      "cases_callback_reason",
      sql`${t.callbackReason} is null or (${t.callbackOutcome} is not distinct from 'reached')`,
    ),
    index("cases_callback_reason_idx").on(t.areaPos, t.calledBackAt).where(sql`callback_reason is not null`),
    check("cases_satisfaction", sql`${t.callbackSatisfaction} between 1 and 5`),
    check("cases_closed", sql`${t.closeReason} is null or ${t.closedAt} is not null`),
    readable("cases", joinedScope("cases.id")),
    // Nothing new is with a unit yet.
    ...writable("cases", assignedScope("cases.id"), sql`${inScope()} and ${noUnit}`),
  ],
);

/** A unit's task on a case. The first is the lead's; a return ends it. */
export const assignments = pgTable(
  "assignments",
  {
    caseId: uuid()
      .notNull()
      .references(() => cases.id),
    id: uuid().notNull(),
    areaPos: areaPos(),
    unitId: uuid()
      .notNull()
      .references(() => units.id),
    dispatchedAt: at().notNull(),
    signDueAt: at(),
    signedAt: at(),
    endedAt: at(),
    endReason: text({ enum: ["resolved", "returned", "recalled", "closed", "transferred"] }),
  },
  (t) => [
    primaryKey({ columns: [t.caseId, t.id] }),
    index("assignments_unit_idx").on(t.unitId, t.dispatchedAt),
    readable(
      "assignments",
      sql`${inScope()} and (${noUnit} or unit_id = nullif(current_setting('app.unit'), '')::uuid)`,
    ),
    ...writable(
      "assignments",
      sql`${inScope()} and (${noUnit} or unit_id = nullif(current_setting('app.unit'), '')::uuid)`,
    ),
  ],
);

/** The trace of every change: what, who under which role, when, why. Inserted by `record()` alone. */
export const events = pgTable(
  "events",
  {
    subjectId: uuid().notNull(),
    id: uuid().notNull(),
    subject: text({
      enum: [
        "case",
        "area",
        "account",
        "setting",
        "round",
        "import",
        "unit",
        "estate",
        "reply",
        "view",
        "instrument",
        "topic",
      ],
    }).notNull(),
    action: text().notNull(),
    areaPos: areaPos(),
    accountId: uuid()
      .notNull()
      .references(() => accounts.id),
    /** The name the account bore then: who acted is known to all who may read the event. */
    by: text().notNull(),
    role: text().notNull(),
    at: at().notNull(),
    detail: jsonb().$type<Record<string, unknown>>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.subjectId, t.id] }),
    index("events_pos_idx").on(t.areaPos, t.at),
    index("events_at_idx").on(t.at, t.id),
    readable(
      "events",
      sql.raw(
        `case when subject = 'case' and current_setting('app.role') <> 'auditor'
              then area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int
                   and ${joined("events.subject_id")}
              else area_pos between current_setting('app.tree_lo')::int and current_setting('app.tree_hi')::int
                   and (current_setting('app.role') = 'auditor' or (subject not in ('account', 'setting') and current_setting('app.unit') = '')) end`,
      ),
    ),
  ],
);

/** One file that came in: what it was and what came of it. */
export const imports = pgTable(
  "imports",
  {
    id: id(),
    areaId: uuid()
      .notNull()
      .references(() => areas.id),
    areaPos: areaPos(),
    kind: text({ enum: ["areas", "boundaries", "cases", "answers"] }).notNull(),
    fileName: text().notNull(),
    fileHash: text().notNull(),
    rows: integer().notNull(),
    applied: integer().notNull(),
    rejected: integer().notNull(),
    excluded: bigint({ mode: "number" }).notNull().default(0),
    at: at().notNull(),
  },
  (t) => [index("imports_pos_idx").on(t.areaPos), readable("imports", inTree()), ...writable("imports", inTree())],
);
