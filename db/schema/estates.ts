import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  date,
  foreignKey,
  index,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { partyRoles } from "../../lib/estates/model";
import { areas, units } from "./areas";
import { cases } from "./cases";
import { areaPos, at, estateScope, id, inScope, noUnit, readable, writable } from "./columns";

/** A housing estate of a community: the places it is made of, and three parties who share one ledger. */
export const estates = pgTable(
  "estates",
  {
    id: id(),
    areaId: uuid()
      .notNull()
      .references(() => areas.id),
    areaPos: areaPos(),
    name: text().notNull(),
  },
  (t) => [
    uniqueIndex("estates_name_key").on(t.areaId, t.name),
    index("estates_pos_idx").on(t.areaPos),
    readable("estates", estateScope("estates.id")),
    ...writable("estates", sql`${inScope()} and ${noUnit}`),
  ],
);

const ofEstate = {
  estateId: uuid()
    .notNull()
    .references(() => estates.id),
  areaId: uuid()
    .notNull()
    .references(() => areas.id),
  areaPos: areaPos(),
};

/** The community, a grid or a building: with all that lies below it. What left the estate has its last day. */
export const estatePlaces = pgTable(
  "estate_places",
  {
    ...ofEstate,
    placeId: uuid()
      .notNull()
      .references(() => areas.id),
    endedOn: date(),
  },
  (t) => [
    primaryKey({ columns: [t.estateId, t.placeId] }),
    index("estate_places_place_idx").on(t.placeId),
    readable("estate_places", estateScope("estate_places.estate_id")),
    ...writable("estate_places", sql`${inScope()} and ${noUnit}`),
  ],
);

/** Which unit stands in which corner, from when to when; only while it does it sees the ledger. */
export const estateParties = pgTable(
  "estate_parties",
  {
    ...ofEstate,
    id: uuid().notNull(),
    role: text({ enum: partyRoles }).notNull(),
    unitId: uuid()
      .notNull()
      .references(() => units.id),
    startsOn: date().notNull(),
    endsOn: date(),
  },
  (t) => [
    primaryKey({ columns: [t.estateId, t.id] }),
    uniqueIndex("estate_parties_open_key").on(t.estateId, t.role).where(sql`ends_on is null`),
    index("estate_parties_unit_idx").on(t.unitId),
    check("estate_parties_dates", sql`${t.endsOn} >= ${t.startsOn}`),
    readable("estate_parties", estateScope("estate_parties.estate_id")),
    ...writable("estate_parties", sql`${inScope()} and ${noUnit}`),
  ],
);

/** What two or three of the parties have agreed on. */
export const agreements = pgTable(
  "agreements",
  {
    ...ofEstate,
    id: uuid().notNull(),
    title: text().notNull(),
    body: text().notNull(),
    agreedOn: date().notNull(),
    parties: text({ enum: partyRoles }).array().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.estateId, t.id] }),
    check("agreements_parties", sql`cardinality(${t.parties}) between 2 and 3`),
    readable("agreements", estateScope("agreements.estate_id")),
    ...writable("agreements", sql`${inScope()} and ${noUnit}`),
  ],
);

/** What a unit has promised by a day, and whether it did it. */
export const agreementTasks = pgTable(
  "agreement_tasks",
  {
    ...ofEstate,
    agreementId: uuid().notNull(),
    id: uuid().notNull(),
    title: text().notNull(),
    unitId: uuid()
      .notNull()
      .references(() => units.id),
    dueOn: date().notNull(),
    /** Null for what was given before this was kept. */
    addedAt: at(),
    doneOn: date(),
    doneNote: text(),
    doneName: text(),
  },
  (t) => [
    primaryKey({ columns: [t.estateId, t.id] }),
    foreignKey({ columns: [t.estateId, t.agreementId], foreignColumns: [agreements.estateId, agreements.id] }),
    index("agreement_tasks_due_idx").on(t.areaPos, t.dueOn),
    index("agreement_tasks_unit_idx").on(t.unitId, t.dueOn),
    check("agreement_tasks_done", sql`(${t.doneOn} is null) = (${t.doneName} is null)`),
    readable("agreement_tasks", estateScope("agreement_tasks.estate_id")),
    ...writable(
      "agreement_tasks",
      sql`${estateScope("agreement_tasks.estate_id")} and (${noUnit} or unit_id = nullif(current_setting('app.unit'), '')::uuid)`,
    ),
  ],
);

/** What is put into the ledger of its estate though it is of another group, or kept out though it is of that one. */
export const ledgerMarks = pgTable(
  "ledger_marks",
  {
    caseId: uuid()
      .primaryKey()
      .references(() => cases.id),
    areaPos: areaPos(),
    shared: boolean().notNull(),
    markedAt: at().notNull(),
  },
  () => [
    readable("ledger_marks", sql`${inScope()} and ${noUnit}`),
    ...writable("ledger_marks", sql`${inScope()} and ${noUnit}`),
  ],
);
