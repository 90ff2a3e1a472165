import { sql } from "drizzle-orm";
import { check, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { cases } from "./cases";
import { areaPos, assignedScope, at, readable, writable } from "./columns";

/**
 * How to reach whoever asked, for this one case: sealed under a key that the database does not hold. It bears nothing by
 * which two cases could be told to be of one person. Once erased only the days remain.
 */
export const caseContacts = pgTable(
  "case_contacts",
  {
    caseId: uuid()
      .primaryKey()
      .references(() => cases.id),
    areaPos: areaPos(),
    sealed: text(),
    givenAt: at().notNull(),
    erasedAt: at(),
  },
  (t) => [
    check("case_contacts_erased", sql`(${t.sealed} is null) = (${t.erasedAt} is not null)`),
    readable("case_contacts", assignedScope("case_contacts.case_id")),
    ...writable("case_contacts", assignedScope("case_contacts.case_id")),
  ],
);
