import { sql } from "drizzle-orm";
import { check, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { keptFromContacts } from "../../lib/contacts/model";
import { cases } from "./cases";
import { areaPos, assignedScope, at, readable, writable } from "./columns";

/** A property company and an owners' committee are often whom a request is about: they never learn who asked. */
const learns = sql.raw(
  `not exists (select 1 from units u where u.id = nullif(current_setting('app.unit'), '')::uuid and u.kind in (${keptFromContacts.map((kind) => `'${kind}'`).join(", ")}))`,
);

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
    readable("case_contacts", sql`${assignedScope("case_contacts.case_id")} and ${learns}`),
    ...writable("case_contacts", sql`${assignedScope("case_contacts.case_id")} and ${learns}`),
  ],
);
