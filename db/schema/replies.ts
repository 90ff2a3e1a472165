import { sql } from "drizzle-orm";
import { index, integer, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { replyMoves } from "../../lib/replies/model";
import { areas } from "./areas";
import { categories } from "./catalogue";
import { areaPos, at, id, inScope, noUnit, readable, writable } from "./columns";

/** What is often answered, with places to be filled in; of an area, and known in all areas below it. */
export const replyTemplates = pgTable(
  "reply_templates",
  {
    id: id(),
    areaId: uuid()
      .notNull()
      .references(() => areas.id),
    areaPos: areaPos(),
    areaLast: integer().notNull(),
    name: text().notNull(),
    move: text({ enum: replyMoves }).notNull(),
    /** For all categories where there is none. */
    categoryCode: text().references(() => categories.code),
    body: text().notNull(),
    changedName: text().notNull(),
    changedAt: at().notNull(),
    retiredAt: at(),
    version: integer().notNull().default(1),
  },
  (t) => [
    index("reply_templates_pos_idx").on(t.areaPos),
    readable(
      "reply_templates",
      sql`area_pos <= current_setting('app.hi')::int and area_last >= current_setting('app.lo')::int and ${noUnit}`,
    ),
    ...writable("reply_templates", sql`${inScope()} and ${noUnit}`),
  ],
);
