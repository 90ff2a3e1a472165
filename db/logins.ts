import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Sql } from "postgres";
import { databaseName, env } from "../lib/env";
import { callable } from "./functions/functions";

/** Every column but the hash of the password, which only functions of the owner read. */
const accountColumns = "id, login, name, oidc_subject, locale, disabled_at, created_at";

/** What the staff login may do to each table; rows are for the policies. It deletes nothing. */
const staffMay: Record<string, string> = {
  accounts: `select (${accountColumns}), insert, update (name, password_hash, oidc_subject, locale, disabled_at)`,
  grants: "select, insert, update",
  settings: "select, insert, update",
  areas: "select, update",
  area_ancestors: "select",
  area_codes: "select, insert, update",
  area_predecessors: "select, insert",
  boundaries: "select, insert, update",
  officers: "select, insert, update",
  stations: "select, insert, update",
  units: "select, insert, update",
  categories: "select, insert",
  category_rules: "select, insert, update",
  cases: "select, insert, update",
  assignments: "select, insert, update",
  case_requests: "select, insert, update",
  callback_draws: "select, insert",
  callback_picks: "select, insert",
  topics: "select, insert, update (title, goal, lead_unit_id, ends_on, closing, closed_on, closed_name)",
  topic_cases: "select, insert, update (linked_at, taken_at)",
  topic_tasks: "select, insert, update (done_on, done_note)",
  topic_notes: "select, insert",
  urges: "select, insert, update (answer, answered_name, answered_at)",
  whistles:
    "select, insert, update (arrived_at, arrived_name, outcome, answer, answered_name, answered_at, ended_at, end_reason, end_note, arrive_due_at, due_at, due_provisional)",
  escalation_rules: "select, insert, update (ended_at)",
  escalations: "select",
  reminder_marks: "select, insert, update (seen_at, digest_hour, digest_had)",
  case_links: "select, insert",
  case_contacts: "select, insert, update",
  case_photos: "select, insert, update (removed_at)",
  estates: "select, insert, update",
  estate_places: "select, insert, update",
  estate_parties: "select, insert, update",
  agreements: "select, insert",
  agreement_tasks: "select, insert, update (done_on, done_note, done_name)",
  ledger_marks: "select, insert, update",
  findings: "select, insert, update (settled_on, result)",
  projects: "select, insert, update (kept_on)",
  reply_templates: "select, insert, update",
  saved_views: "select, insert, update (name, shared, first, removed_at)",
  events: "select",
  visits: "select, insert",
  imports: "select, insert",
  count_changes: "select",
  fresh_cases: "select",
  day_sums: "select",
  mix_sums: "select",
  duration_sums: "select",
  case_sources: "select, insert, update",
  area_days: "select",
  mix_days: "select",
  duration_days: "select",
  ground_days: "select",
  instruments: "select, insert, update (name, draft, group_by, published_at)",
  instrument_items: "select, insert",
  rounds:
    "select, insert (id, area_id, area_pos, area_last, instrument_id, name, mode, opens_on, closes_on, target, code, source_key, source_digest), update (name, opens_on, closes_on, source_digest, told_code, told_at)",
  round_cells: "select",
  improvements: "select, insert, update (outcome, closing, closed_at, topic_id, station_id, project_id)",
  improvement_cases: "select, insert",
  paper_batches: "select, insert (id, round_id, area_id, area_pos, begun_on)",
  answer_batches: "select, insert (id, round_id, area_id, area_pos, code, sheets, made_on), update (revoked_at)",
};

export type Logins = { staff: string; visitor: string };

/** Makes the two logins of this database and gives them what they may do; returns their addresses. */
export async function makeLogins(owner: Sql, ownerUrl: string, dataDir: string): Promise<Logins> {
  const database = databaseName(ownerUrl);
  const staff = `${database}_staff`;
  const visitor = `${database}_visitor`;
  const given = { staff: env.DATABASE_STAFF_URL, visitor: env.DATABASE_VISITOR_URL };
  const passwords = given.staff && given.visitor ? null : passwordsOf(dataDir, database);

  if (passwords) {
    await refuseUnlessMakeable(owner, [staff, visitor]);
    await makeLogin(owner, staff, passwords.staff);
    await makeLogin(owner, visitor, passwords.visitor);
  }
  const staffUrl = given.staff || urlOf(ownerUrl, staff, passwords?.staff ?? "");
  const visitorUrl = given.visitor || urlOf(ownerUrl, visitor, passwords?.visitor ?? "");
  const [staffName, visitorName] = [loginOf(staffUrl), loginOf(visitorUrl)];
  for (const name of [staffName, visitorName]) await refuseMighty(owner, name);
  await allow(owner, staffName, visitorName);
  return { staff: staffUrl, visitor: visitorUrl };
}

async function refuseUnlessMakeable(owner: Sql, names: string[]): Promise<void> {
  const [me] = await owner`
    select current_user::text as name, rolcreaterole or rolsuper as may,
      (select count(*) from pg_roles where rolname in ${owner(names)})::int as made
    from pg_roles where rolname = current_user`;
  if (me?.may) return;
  const both = names.map(identifier);
  const made = both.map((name) => `CREATE ROLE ${name} LOGIN PASSWORD '…';`).join(" ");
  throw new Error(
    `This login may not create roles. Let an administrator run: ${me?.made === 2 ? "" : `${made} `}GRANT ${both.join(", ")} TO ${identifier(String(me?.name))}; and set DATABASE_STAFF_URL and DATABASE_VISITOR_URL to the addresses of the two.`,
  );
}

async function makeLogin(owner: Sql, name: string, password: string): Promise<void> {
  const role = identifier(name);
  const [existing] = await owner`select 1 from pg_roles where rolname = ${name}`;
  await owner.unsafe(`${existing ? "alter" : "create"} role ${role} login password '${password}'`);
  // The command line and the tests of verbs go on as this login inside a transaction of the owner.
  await owner.unsafe(
    `do $$ begin if not pg_has_role('${name.replaceAll("'", "''")}', 'member') then grant ${role} to current_user; end if; end $$`,
  );
}

/** Policies bind neither a superuser nor who goes past them, nor whoever is the owner. */
async function refuseMighty(owner: Sql, name: string): Promise<void> {
  const [login] = await owner`
    select rolsuper or rolbypassrls or rolcreaterole or pg_has_role(${name}, current_user, 'member') as mighty
    from pg_roles where rolname = ${name}`;
  if (!login) throw new Error(`There is no login ${name}, which DATABASE_STAFF_URL or DATABASE_VISITOR_URL names.`);
  if (login.mighty)
    throw new Error(
      `The login ${name} may do more than the row policies allow: it must be no superuser, pass no policies, create no roles and not be a member of the owner.`,
    );
}

async function allow(owner: Sql, staff: string, visitor: string): Promise<void> {
  const both = `${identifier(staff)}, ${identifier(visitor)}`;
  const [here] = await owner`select current_database() as name`;
  const statements = [
    `revoke all on database ${identifier(String(here?.name))} from public`,
    `grant connect, temporary on database ${identifier(String(here?.name))} to ${identifier(staff)}`,
    `grant connect on database ${identifier(String(here?.name))} to ${identifier(visitor)}`,
    "revoke all on schema public from public",
    "revoke execute on all functions in schema public from public",
    `grant usage on schema public to ${both}`,
    `revoke all on all tables in schema public from ${both}`,
    `revoke execute on all functions in schema public from ${both}`,
    ...Object.entries(staffMay).map(([table, rights]) => `grant ${rights} on ${table} to ${identifier(staff)}`),
    `grant usage on all sequences in schema public to ${identifier(staff)}`,
    ...callable.staff.map((signature) => `grant execute on function ${signature} to ${identifier(staff)}`),
    ...callable.visitor.map((signature) => `grant execute on function ${signature} to ${identifier(visitor)}`),
  ];
  await owner.begin((tx) => tx.unsafe(statements.join(";\n")));
}

function passwordsOf(dataDir: string, database: string): { staff: string; visitor: string } {
  const file = join(dataDir, `${database}.logins`);
  if (!existsSync(file)) {
    mkdirSync(dataDir, { recursive: true });
    const made = { staff: randomBytes(24).toString("base64url"), visitor: randomBytes(24).toString("base64url") };
    writeFileSync(file, JSON.stringify(made), { mode: 0o600 });
  }
  return JSON.parse(readFileSync(file, "utf8"));
}

function urlOf(ownerUrl: string, name: string, password: string): string {
  const url = new URL(ownerUrl);
  url.username = encodeURIComponent(name);
  url.password = encodeURIComponent(password);
  return url.toString();
}

const loginOf = (url: string) => decodeURIComponent(new URL(url).username);
const identifier = (name: string) => `"${name.replaceAll('"', '""')}"`;
