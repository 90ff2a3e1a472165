import { sql } from "drizzle-orm";
import { date, doublePrecision, index, integer, pgTable, primaryKey, smallint, text, uuid } from "drizzle-orm/pg-core";
import { clocks, dayCounters, groundCounters, mixDimensions } from "../../lib/counters/model";
import { areas } from "./areas";
import { inScope, inTree, noUnit, readable } from "./columns";

function columns<K extends string, C>(keys: readonly K[], column: () => C): Record<K, C> {
  // Object.fromEntries forgets the names of its keys; they are built right here.
  return Object.fromEntries(keys.map((key) => [key, column()])) as Record<K, C>;
}

/** What was counted in an area on a day. Slots spread the writers of a large area; a reader adds them up. */
export const areaDays = pgTable(
  "area_days",
  {
    areaId: uuid()
      .notNull()
      .references(() => areas.id),
    day: date().notNull(),
    slot: smallint().notNull(),
    areaPos: integer().notNull(),
    ...columns(dayCounters, () => integer().notNull().default(0)),
  },
  (t) => [primaryKey({ columns: [t.areaId, t.day, t.slot] }), readable("area_days", sql`${inScope()} and ${noUnit}`)],
);

/** What was counted in a street or larger area on a day, by category. */
export const mixDays = pgTable(
  "mix_days",
  {
    areaId: uuid()
      .notNull()
      .references(() => areas.id),
    dimension: text({ enum: mixDimensions }).notNull(),
    day: date().notNull(),
    key: text().notNull(),
    slot: smallint().notNull().default(0),
    areaPos: integer().notNull(),
    n: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.areaId, t.dimension, t.day, t.key, t.slot] }),
    readable("mix_days", sql`${inScope()} and ${noUnit}`),
  ],
);

/** How many in a street or larger area took how long on a day: in each array the classes of duration, the shortest first. */
export const durationDays = pgTable(
  "duration_days",
  {
    areaId: uuid()
      .notNull()
      .references(() => areas.id),
    day: date().notNull(),
    slot: smallint().notNull(),
    areaPos: integer().notNull(),
    ...columns(clocks, () => integer().array().notNull()),
  },
  (t) => [
    primaryKey({ columns: [t.areaId, t.day, t.slot] }),
    readable("duration_days", sql`${inScope()} and ${noUnit}`),
  ],
);

/** Changes of the stock (grids, officers, households, stations) by day; the sum up to a day is what stands. */
export const groundDays = pgTable(
  "ground_days",
  {
    areaId: uuid()
      .notNull()
      .references(() => areas.id),
    day: date().notNull(),
    areaPos: integer().notNull(),
    ...columns(groundCounters, () => doublePrecision().notNull().default(0)),
  },
  (t) => [
    primaryKey({ columns: [t.areaId, t.day] }),
    index("ground_days_pos_idx").on(t.areaPos),
    readable("ground_days", inTree()),
  ],
);
