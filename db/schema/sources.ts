import { sql } from "drizzle-orm";
import { jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import type { SheetColumns } from "../../lib/cases/import/model";
import { areas } from "./areas";
import { areaPos, at, inScope, noUnit, readable, writable } from "./columns";

/** How the sheets of a source are read in an area, so that the next one needs no explaining. */
export const caseSources = pgTable(
  "case_sources",
  {
    areaId: uuid()
      .notNull()
      .references(() => areas.id),
    areaPos: areaPos(),
    source: text().notNull(),
    columns: jsonb().$type<SheetColumns>().notNull(),
    changedAt: at().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.areaId, t.source] }),
    readable("case_sources", sql`${inScope()} and ${noUnit}`),
    ...writable("case_sources", sql`${inScope()} and ${noUnit}`),
  ],
);
