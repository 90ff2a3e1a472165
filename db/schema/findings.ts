import { sql } from "drizzle-orm";
import { check, date, index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { findingKinds } from "../../lib/findings/model";
import { areas } from "./areas";
import { areaPos, id, inScope, noUnit, readable, writable } from "./columns";

/** What mediation, a patrol or an errand found about a place or a thing, and what came of it. Of nobody in particular. */
export const findings = pgTable(
  "findings",
  {
    id: id(),
    areaId: uuid()
      .notNull()
      .references(() => areas.id),
    areaPos: areaPos(),
    kind: text({ enum: findingKinds }).notNull(),
    foundOn: date().notNull(),
    what: text().notNull(),
    /** Null while it is open. */
    settledOn: date(),
    result: text(),
    /** The request that came of it. */
    caseId: uuid(),
  },
  (t) => [
    index("findings_pos_idx").on(t.areaPos, t.foundOn),
    check("findings_settled", sql`(${t.settledOn} is null) = (${t.result} is null) and ${t.settledOn} >= ${t.foundOn}`),
    readable("findings", sql`${inScope()} and ${noUnit}`),
    ...writable("findings", sql`${inScope()} and ${noUnit}`),
  ],
);
