import { sql } from "drizzle-orm";
import { boolean, check, date, index, integer, pgTable, primaryKey, smallint, text, uuid } from "drizzle-orm/pg-core";
import { areas } from "./areas";
import { cases } from "./cases";
import { areaPos, at, id, inScope, noUnit, readable, writable } from "./columns";

/** Who of those whose cases were solved is asked afterwards: drawn by a seed that stays readable, never by hand. */
export const callbackDraws = pgTable(
  "callback_draws",
  {
    id: id(),
    areaId: uuid()
      .notNull()
      .references(() => areas.id),
    areaPos: areaPos(),
    seed: text().notNull(),
    /** Of a hundred. */
    share: smallint().notNull(),
    fromDay: date().notNull(),
    toDay: date().notNull(),
    total: integer().notNull(),
    picked: integer().notNull(),
    drawnName: text().notNull(),
    drawnAt: at().notNull(),
  },
  (t) => [
    index("callback_draws_pos_idx").on(t.areaPos, t.drawnAt),
    check("callback_draws_counts", sql`${t.picked} between 0 and ${t.total} and ${t.share} between 1 and 100`),
    readable("callback_draws", sql`${inScope()} and ${noUnit}`),
    ...writable("callback_draws", sql`${inScope()} and ${noUnit}`),
  ],
);

/** Every case a draw had to do with and the place it drew; once drawn about, it is not drawn about again. */
export const callbackPicks = pgTable(
  "callback_picks",
  {
    caseId: uuid()
      .notNull()
      .references(() => cases.id),
    drawId: uuid().notNull(),
    areaPos: areaPos(),
    rank: integer().notNull(),
    picked: boolean().notNull(),
    drawnAt: at().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.caseId, t.drawId] }),
    readable("callback_picks", sql`${inScope()} and ${noUnit}`),
    ...writable("callback_picks", sql`${inScope()} and ${noUnit}`),
  ],
);
