import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { photoKinds } from "../../lib/photos/model";
import { accounts } from "./accounts";
import { cases } from "./cases";
import { areaPos, assignedScope, at, readable, writable } from "./columns";

/** A picture of a case; the file lies beside the database under the id. Of a removed one only the row remains. */
export const casePhotos = pgTable(
  "case_photos",
  {
    caseId: uuid()
      .notNull()
      .references(() => cases.id),
    id: uuid().notNull(),
    areaPos: areaPos(),
    kind: text({ enum: photoKinds }).notNull(),
    width: integer().notNull(),
    height: integer().notNull(),
    addedBy: uuid()
      .notNull()
      .references(() => accounts.id),
    addedName: text().notNull(),
    addedAt: at().notNull(),
    removedAt: at(),
  },
  (t) => [
    primaryKey({ columns: [t.caseId, t.id] }),
    index("case_photos_id_idx").on(t.id),
    check("case_photos_size", sql`${t.width} > 0 and ${t.height} > 0`),
    readable("case_photos", assignedScope("case_photos.case_id")),
    ...writable("case_photos", assignedScope("case_photos.case_id")),
  ],
);
