import { sql } from "drizzle-orm";
import { check, date, index, integer, pgTable, uuid } from "drizzle-orm/pg-core";
import { areas } from "./areas";
import { areaPos, id, inScope, noUnit, readable, writable } from "./columns";

/** Visits are counted by grid and day, never by person. */
export const visits = pgTable(
  "visits",
  {
    id: id(),
    areaId: uuid()
      .notNull()
      .references(() => areas.id),
    areaPos: areaPos(),
    visitedOn: date().notNull(),
    due: integer().notNull(),
    visited: integer().notNull(),
    absent: integer().notNull().default(0),
    refused: integer().notNull().default(0),
  },
  (t) => [
    index("visits_pos_idx").on(t.areaPos, t.visitedOn),
    check(
      "visits_counts",
      sql`${t.due} > 0 and ${t.visited} >= 0 and ${t.absent} >= 0 and ${t.refused} >= 0 and ${t.due} >= ${t.visited} + ${t.absent} + ${t.refused}`,
    ),
    readable("visits", sql`${inScope()} and ${noUnit}`),
    ...writable("visits", sql`${inScope()} and ${noUnit}`),
  ],
);
