import { sql } from "drizzle-orm";
import { check, date, index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { areas, units } from "./areas";
import { areaPos, id, inScope, noUnit, readable, writable } from "./columns";

/** What a partner offered a community for what it needs, promised by a day. */
export const projects = pgTable(
  "projects",
  {
    id: id(),
    areaId: uuid()
      .notNull()
      .references(() => areas.id),
    areaPos: areaPos(),
    partnerId: uuid()
      .notNull()
      .references(() => units.id),
    offer: text().notNull(),
    need: text().notNull(),
    promisedBy: date().notNull(),
    /** Null while it is not kept. */
    keptOn: date(),
  },
  (t) => [
    index("projects_pos_idx").on(t.areaPos, t.promisedBy),
    check("projects_words", sql`length(${t.offer}) between 1 and 120 and length(${t.need}) between 1 and 300`),
    readable("projects", sql`${inScope()} and ${noUnit}`),
    ...writable("projects", sql`${inScope()} and ${noUnit}`),
  ],
);
