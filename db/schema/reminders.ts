import { sql } from "drizzle-orm";
import { check, date, index, pgTable, smallint, uuid } from "drizzle-orm/pg-core";
import { usualDigestHour } from "../../lib/reminders/issue";
import { accounts, grants } from "./accounts";
import { at, readable, writable } from "./columns";

const own = sql.raw("account_id = current_setting('app.account')::uuid");

/** Up to when somebody has seen the reminders of a grant, and when the digest of the day is wanted; for nobody's eyes but the own. */
export const reminderMarks = pgTable(
  "reminder_marks",
  {
    grantId: uuid()
      .primaryKey()
      .references(() => grants.id),
    accountId: uuid()
      .notNull()
      .references(() => accounts.id),
    seenAt: at(),
    /** The local hour; null where none is wanted. */
    digestHour: smallint().default(usualDigestHour),
    /** The last day whose digest had come when another hour was chosen: that day has had its one. */
    digestHad: date(),
  },
  (t) => [
    check("reminder_marks_digest", sql`${t.digestHour} between 0 and 23`),
    index("reminder_marks_account_idx").on(t.accountId),
    readable("reminder_marks", own),
    ...writable("reminder_marks", own),
  ],
);
