import postgres, { type Sql } from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { databaseUrl } from "../env";
import { closed, staffColumns, staffMay, views } from "./testing/rights";

let owner: Sql;
const staff = decodeURIComponent(new URL(databaseUrl("staff")).username);
const visitor = decodeURIComponent(new URL(databaseUrl("visitor")).username);

beforeAll(() => {
  owner = postgres(databaseUrl("owner"), { max: 1, onnotice: () => {} });
});
afterAll(() => owner.end());

const staffCalls = [
  "account_reach",
  "add_answers",
  "add_areas",
  "answer_transfer",
  "await_tree",
  "case_adds",
  "case_counts",
  "case_mix",
  "case_text",
  "check_form",
  "close_round",
  "contact_report",
  "count_answers",
  "count_reveals",
  "decide_text",
  "empty_round",
  "end_sessions",
  "enter",
  "estate_ledger",
  "fill_ground",
  "finish_pile",
  "fold_counts",
  "found_cases",
  "fresh_counts",
  "hold_tree",
  "incoming_transfers",
  "key_form",
  "local_day",
  "move_area",
  "my_estates",
  "my_grants",
  "my_password_hash",
  "neighbours",
  "pile_totals",
  "put_tokens",
  "record",
  "records_since",
  "release_round",
  "review_tally",
  "sessions_of",
  "set_my_password",
  "switch_grant",
  "take_sheet",
  "tally_answers",
  "texts_in_review",
  "tighten_rounds",
  "told_texts",
  "unit_tasks",
  "units_around",
  "visit_counts",
];
const visitorCalls = [
  "account_of_identity",
  "answer_sheet",
  "begin_sign_in",
  "demo_accounts",
  "end_session",
  "erase_contacts",
  "escalate_late",
  "escalation_needs",
  "give_answer",
  "give_open_answer",
  "heard_page",
  "known_photos",
  "note_failure",
  "open_session",
  "open_sheet",
];

const names = (rows: readonly Record<string, unknown>[]) => rows.map(({ name }) => String(name));

test("neither login has a power of its own, is a member of anything, or owns anything", async () => {
  const roles = await owner`
    select rolname as name, rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication as powerful,
      (select count(*)::int from pg_auth_members m where m.member = r.oid) as member_of,
      (select count(*)::int from pg_shdepend d where d.refobjid = r.oid and d.refclassid = 'pg_authid'::regclass and d.deptype = 'o') as owns
    from pg_roles r where rolname in (${staff}, ${visitor}) order by 1`;
  expect(roles.map((role) => ({ ...role }))).toEqual(
    [staff, visitor].sort().map((name) => ({ name, powerful: false, member_of: 0, owns: 0 })),
  );
});

test("the logins may do to tables what the list says, and nothing else", async () => {
  const rights = await owner`
    select r.login, c.relname as name, string_agg(left(lower(p.verb), 1), '' order by p.n) as may
    from (values (${staff}::text, 'staff'), (${visitor}::text, 'visitor')) r (role, login)
    cross join pg_class c
    cross join unnest(array['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER']) with ordinality p (verb, n)
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'f') and has_table_privilege(r.role, c.oid, p.verb)
    group by 1, 2`;
  const found = (login: string) =>
    Object.fromEntries(rights.filter((row) => row.login === login).map(({ name, may }) => [name, may]));
  expect(found("staff")).toEqual({ ...staffMay, ...views });
  expect(found("visitor")).toEqual({});
});

test("of some tables the staff login reads and writes some columns only", async () => {
  const columns = await owner`
    select c.relname as name, lower(p.verb) as verb, array_agg(a.attname::text order by a.attname) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    cross join unnest(array['SELECT', 'INSERT', 'UPDATE']) p (verb)
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
      and has_column_privilege(${staff}, c.oid, a.attnum, p.verb) and not has_table_privilege(${staff}, c.oid, p.verb)
    group by 1, 2`;
  const found: Record<string, Record<string, string[]>> = {};
  for (const { name, verb, columns: held } of columns) found[name] = { ...found[name], [verb]: held };
  expect(found).toEqual(staffColumns);
  const visible = await owner`
    select a.attname as name from pg_attribute a join pg_class c on c.oid = a.attrelid
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
      and (has_column_privilege(${visitor}, c.oid, a.attnum, 'SELECT') or has_column_privilege(${visitor}, c.oid, a.attnum, 'UPDATE')
        or has_column_privilege(${visitor}, c.oid, a.attnum, 'INSERT'))`;
  expect(names(visible)).toEqual([]);
});

test("every table has row-level security, and every one that is granted has a policy for each right", async () => {
  const tables = await owner`
    select c.relname as name, c.relrowsecurity as on, coalesce((
      select array_agg(distinct case p.polcmd when 'r' then 's' when 'a' then 'i' when 'w' then 'u' else p.polcmd::text end)
      from pg_policy p where p.polrelid = c.oid), '{}') as policies
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') order by 1`;
  expect(names(tables)).toEqual([...Object.keys(staffMay), ...closed].sort());
  for (const { name, on, policies } of tables) {
    expect(on, name).toBe(true);
    const granted = new Set([...(staffMay[name] ?? ""), ...Object.keys(staffColumns[name] ?? {}).map(([c]) => c)]);
    for (const right of granted) expect(policies, `${name} ${right}`).toContain(right);
    if (closed.includes(name)) expect(policies, name).toEqual([]);
  }
});

test("no policy widens another, and none is for other rights or for everybody by name", async () => {
  const policies = await owner`
    select c.relname || ' ' || p.polcmd::text as name, count(*)::int as n, bool_and(p.polpermissive) as permissive,
      bool_or(coalesce(pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid)) = 'true') as everything
    from pg_policy p join pg_class c on c.oid = p.polrelid group by 1`;
  expect(policies.length).toBeGreaterThan(40);
  expect(names(policies.filter(({ n }) => n !== 1))).toEqual([]);
  const known = ["categories", "instrument_items", "settings", "units"].map((name) => `${name} r`);
  expect(names(policies.filter(({ everything }) => everything)).sort()).toEqual(known);
});

test("a view reads with the rights of whoever asks; no stored result stands beside the policies, nothing runs behind a table", async () => {
  const found = await owner`
    select relname as name from pg_class
    where relnamespace = 'public'::regnamespace and (relkind in ('m', 'f') or relkind = 'v' and not 'security_invoker=true' = any(coalesce(reloptions, '{}')))
    union all select tgname from pg_trigger where not tgisinternal
    union all select rulename from pg_rules where schemaname = 'public' and rulename <> '_RETURN'`;
  expect(names(found)).toEqual([]);
});

test("functions that act as the owner look only where they are told to", async () => {
  const definers = await owner`
    select proname as name, coalesce(array_to_string(proconfig, ';'), '') as config, pg_get_userbyid(proowner) = current_user as ours
    from pg_proc where pronamespace = 'public'::regnamespace and prosecdef order by 1`;
  expect(definers.length).toBeGreaterThan(20);
  for (const { name, config, ours } of definers) {
    const settings: string[] = config.replaceAll('"', "").split(";");
    const ofSpeed = /^(plan_cache_mode|work_mem)=/;
    expect(
      settings.filter((setting) => !ofSpeed.test(setting)),
      name,
    ).toEqual(["search_path=pg_catalog, public, pg_temp"]);
    expect(ours, name).toBe(true);
  }
});

test("each login may execute the functions of its list, and nobody else any", async () => {
  const callable = (role: string) => owner`
    select distinct proname as name from pg_proc
    where pronamespace = 'public'::regnamespace and not exists (
        select 1 from pg_depend d where d.objid = pg_proc.oid and d.deptype = 'e')
      and has_function_privilege(${role}, oid, 'EXECUTE') order by 1`;
  expect(names(await callable(staff))).toEqual(staffCalls);
  expect(names(await callable(visitor))).toEqual(visitorCalls);
  expect(names(await callable("pg_monitor"))).toEqual([]);
});

test("neither login makes anything in the schema, nor does anybody by default", async () => {
  const rights = await owner`
    select has_schema_privilege(${staff}, 'public', 'CREATE') or has_schema_privilege(${visitor}, 'public', 'CREATE')
      or has_database_privilege(${staff}, current_database(), 'CREATE') or has_database_privilege(${visitor}, current_database(), 'CREATE')
      or has_database_privilege(${visitor}, current_database(), 'TEMPORARY')
      or has_database_privilege('pg_monitor', current_database(), 'CONNECT') as any`;
  expect(rights[0]?.any).toBe(false);
});
