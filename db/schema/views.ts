import { sql } from "drizzle-orm";
import { boolean, index, integer, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { accounts } from "./accounts";
import { areas } from "./areas";
import { areaPos, at, id, inScope, noUnit, readable, writable } from "./columns";

/** A filter of the list of cases under a name: of one account, and known in the area where it is shared. */
export const savedViews = pgTable(
  "saved_views",
  {
    id: id(),
    areaId: uuid()
      .notNull()
      .references(() => areas.id),
    areaPos: areaPos(),
    areaLast: integer().notNull(),
    ownerId: uuid()
      .notNull()
      .references(() => accounts.id),
    ownerName: text().notNull(),
    name: text().notNull(),
    /** The filter as it stands in the address. */
    query: text().notNull(),
    shared: boolean().notNull(),
    /** The one that its owner's list opens with. */
    first: boolean().notNull().default(false),
    savedAt: at().notNull(),
    removedAt: at(),
  },
  (t) => [
    index("saved_views_owner_idx").on(t.ownerId),
    index("saved_views_pos_idx").on(t.areaPos).where(sql`shared`),
    uniqueIndex("saved_views_first_key").on(t.ownerId).where(sql`first and removed_at is null`),
    readable(
      "saved_views",
      sql`owner_id = current_setting('app.account')::uuid or (shared and area_pos <= current_setting('app.hi')::int and area_last >= current_setting('app.lo')::int and ${noUnit})`,
    ),
    ...writable("saved_views", sql`owner_id = current_setting('app.account')::uuid and ${inScope()}`),
  ],
);
