import { sql } from "drizzle-orm";
import { check, date, index, jsonb, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { roles } from "../../lib/access/model";
import { areas, units } from "./areas";
import { at, id, isRole, readable, writable } from "./columns";

const administrators = isRole("sysadmin", "secadmin");
const self = sql.raw("id = current_setting('app.account')::uuid");
const own = sql.raw("account_id = current_setting('app.account')::uuid");
/** Policies of areas hold in here too: what is found lies in the tree of who asks. */
const inMyTree = sql.raw("exists (select 1 from areas a where a.id = area_id)");
/** 'all', 'some' or 'none' of what an account holds lies in the tree of who asks; without grants it is everybody's. */
const reach = (...answers: string[]) =>
  sql.raw(`account_reach(id) in (${answers.map((answer) => `'${answer}'`).join(", ")})`);

export const accounts = pgTable(
  "accounts",
  {
    id: id(),
    /** What is typed at sign-in: NFKC, lower case. */
    login: text().notNull(),
    name: text().notNull(),
    /** argon2id; null where the account cannot sign in by password. */
    passwordHash: text(),
    oidcSubject: text(),
    locale: text(),
    disabledAt: at(),
    createdAt: at().notNull().defaultNow(),
  },
  (t) => [
    unique("accounts_login_key").on(t.login),
    unique("accounts_oidc_key").on(t.oidcSubject),
    readable("accounts", sql`(${administrators} and ${reach("all", "some")}) or ${self}`),
    ...writable("accounts", sql`${isRole("sysadmin")} and ${reach("all")}`),
  ],
);

/** One role in one area, for one unit where the role is a handler. */
export const grants = pgTable(
  "grants",
  {
    id: id(),
    accountId: uuid()
      .notNull()
      .references(() => accounts.id),
    role: text({ enum: roles }).notNull(),
    areaId: uuid()
      .notNull()
      .references(() => areas.id),
    unitId: uuid().references(() => units.id),
    startsOn: date(),
    endsOn: date(),
    revokedAt: at(),
    createdAt: at().notNull().defaultNow(),
  },
  (t) => [
    index("grants_account_idx").on(t.accountId),
    check("grants_unit", sql`(${t.role} = 'handler') = (${t.unitId} is not null)`),
    readable("grants", sql`(${administrators} and ${inMyTree}) or ${own}`),
    ...writable("grants", sql`${isRole("secadmin")} and ${inMyTree} and not (${own})`),
  ],
);

/** Signed in, under one grant at a time. Reached only through functions of the owner. */
export const sessions = pgTable(
  "sessions",
  {
    id: id(),
    accountId: uuid()
      .notNull()
      .references(() => accounts.id),
    grantId: uuid().references(() => grants.id),
    createdAt: at().notNull().defaultNow(),
    seenAt: at().notNull().defaultNow(),
    endedAt: at(),
  },
  (t) => [index("sessions_account_idx").on(t.accountId)],
).enableRLS();

/** Wrong passwords by account and by place, so that guessing is slow; reached only through functions of the owner. */
export const signInFailures = pgTable("sign_in_failures", {
  key: text().primaryKey(),
  failures: jsonb().$type<string[]>().notNull(),
}).enableRLS();

export const settings = pgTable("settings", { key: text().primaryKey(), value: jsonb().notNull() }, () => [
  readable("settings", sql`true`),
  ...writable("settings", isRole("sysadmin")),
]);
