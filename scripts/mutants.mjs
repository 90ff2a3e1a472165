import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./places.mjs";

const rows = { tests: ["lib/access/rows.test.ts"] };
const signIn = { tests: ["lib/accounts/sign-in.test.ts"] };
const matrix = (only) => ({
  tests: ["lib/access/matrix.test.ts", "lib/access/jobs.test.ts"],
  ...(only ? { only } : {}),
});

/** Put at the end of a migration, a statement changes what the tests find in their database. */
const after = "return await makeLogins(owner, url, dataDir);";
const statement = (name, text) => ({
  name,
  file: "./db/migrate.ts",
  find: after,
  put: `await owner.unsafe(${JSON.stringify(text)}); ${after}`,
  ...rows,
});

/** Each policy taken away, each opened to everything, each table without any; but for those that guard what is not granted. */
export async function policyMutants(sql, staff) {
  const policies = await sql`
    select quote_ident(p.polname) as policy, c.relname as table, pg_get_expr(p.polqual, p.polrelid) as using, pg_get_expr(p.polwithcheck, p.polrelid) as check
    from pg_policy p join pg_class c on c.oid = p.polrelid where c.relnamespace = 'public'::regnamespace
      and has_any_column_privilege(${staff}, c.oid, case p.polcmd when 'r' then 'SELECT' when 'a' then 'INSERT' else 'UPDATE' end) order by 2, 1`;
  const tables = new Set(policies.map(({ table }) => table));
  return [
    ...policies.map(({ policy, table }) => statement(`${policy} dropped`, `drop policy ${policy} on ${table}`)),
    ...policies.flatMap(opened),
    ...[...tables].map((table) =>
      statement(`${table} without policies`, `alter table ${table} disable row level security`),
    ),
  ];
}

function opened({ policy, table, using, check }) {
  const isOpen = (expression) => expression === null || expression === "true";
  if (isOpen(using) && isOpen(check)) return [];
  const parts = [using === null ? "" : "using (true)", check === null ? "" : "with check (true)"].join(" ");
  const both = statement(`${policy} open`, `alter policy ${policy} on ${table} ${parts}`);
  if (using === null || check === null || !carried.has(table)) return [both];
  return [both, statement(`${policy} open for what comes out`, `alter policy ${policy} on ${table} with check (true)`)];
}

/** Where a change of a row can carry it over the border. */
const carried = new Set(JSON.parse(readFileSync(join(root, "lib/access/testing/carried.json"), "utf8")));

/** Each call of the guard taken out, wherever it stands. */
export function guardMutants() {
  return sources("lib")
    .concat(sources("app"))
    .flatMap((file) => {
      const text = readFileSync(join(root, file), "utf8");
      return [...text.matchAll(/authorize\(ctx\.actor, "([a-z.-]+)"\);/g)].map(([call, permission], i) => ({
        name: `${file} ${permission}${i > 0 ? ` (${i + 1})` : ""}`,
        file: `./${file}`,
        ...nth(text, call, i),
        ...(ownTests[permission] ?? matrix(permission)),
      }));
    });
}

/** What only a command asks for is tried beside its verb. */
const ownTests = { "sense.import": { tests: ["lib/senses/import/import.test.ts"] } };

/** The text from the line before a call to the call, so that one of several alike is meant. */
function nth(text, call, i) {
  const all = [...text.matchAll(/authorize\(ctx\.actor, "[a-z.-]+"\);/g)];
  const at = all[i]?.index ?? 0;
  let from = at;
  while (text.indexOf(text.slice(from, at + call.length)) !== from) from -= 1;
  return { find: text.slice(from, at + call.length), put: text.slice(from, at) };
}

function sources(folder) {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .map((file) => `${folder}/${file.replaceAll("\\", "/")}`)
    .filter((file) => /\.tsx?$/.test(file) && !file.includes(".test.") && !file.includes("/testing/"));
}

const check = (file, find, put, suite) => ({ name: `${file}: ${find}`, file: `./${file}`, find, put, ...suite });

/** The other locks, one by one. */
export const lockMutants = [
  check("db/functions/entering.ts", "and a.disabled_at is null", "", signIn),
  check("db/functions/entering.ts", "and g.revoked_at is null", "", signIn),
  check("db/functions/entering.ts", "and daterange(g.starts_on, g.ends_on, '[]') @> local_day(now())", "", signIn),
  check(
    "db/functions/entering.ts",
    "where s.id = session and s.ended_at is null\n    and s.seen_at",
    "where s.id = session\n    and s.seen_at",
    signIn,
  ),
  check(
    "db/functions/entering.ts",
    "and s.seen_at > now() - interval '${idleMinutes} minutes' and s.created_at",
    "and s.created_at",
    signIn,
  ),
  check("db/functions/entering.ts", " and s.created_at > now() - interval '${absoluteHours} hours'", "", signIn),
  check("db/functions/sign-in.ts", "if cardinality(tries) >= allowed then", "if false then", signIn),
  check(
    "db/functions/sign-in.ts",
    "if wait = 0 then\n    wait := note_try('place:'",
    "if false then\n    wait := note_try('place:'",
    signIn,
  ),
  check("db/functions/sign-in.ts", "bucket := bucket || ':' || place;", "", signIn),
  check(
    "db/functions/sign-in.ts",
    "on a.login = given_login and a.disabled_at is null",
    "on a.login = given_login",
    signIn,
  ),
  check("db/functions/sign-in.ts", "and ${holds}\n  where a.id = account", "where a.id = account", signIn),
  check(
    "db/functions/sign-in.ts",
    "where g.id = target and g.account_id = account and ${holds}",
    "where g.id = target and g.account_id = account",
    signIn,
  ),
  check(
    "db/functions/sign-in.ts",
    "where g.id = target and g.account_id = account and ${holds}",
    "where g.id = target and ${holds}",
    signIn,
  ),
  check(
    "db/functions/sign-in.ts",
    "where id = session and account_id = account and ended_at is null",
    "where id = session and ended_at is null",
    signIn,
  ),
  check(
    "db/functions/sign-in.ts",
    "if account <> current_setting('app.account')::uuid and current_setting('app.role') not in",
    "if current_setting('app.role') in ('x') and current_setting('app.role') not in",
    signIn,
  ),
  check(
    "db/functions/sign-in.ts",
    "if current_setting('app.role') not in ('sysadmin', 'secadmin') and account <>",
    "if false and account <>",
    signIn,
  ),
  check(
    "db/functions/sign-in.ts",
    "where oidc_subject = subject and disabled_at is null",
    "where oidc_subject = subject",
    signIn,
  ),
  check(
    "db/functions/sign-in.ts",
    "where login = email and oidc_subject is null and",
    "where login = email and",
    signIn,
  ),
  check(
    "db/functions/sign-in.ts",
    "update sessions set ended_at = now() where id = previous and ended_at is null;",
    "",
    signIn,
  ),
  check("lib/accounts/sign-in.ts", "if (!right) {", "if (false as boolean) {", signIn),
  check("lib/accounts/password.ts", "return same && stored !== null;", "return true;", signIn),
  check("db/index.ts", "adminRoles.includes(role) ? [1, 0] : [pos, last]", "[pos, last]", rows),
  check("db/index.ts", "set local app.unit = '${unitId ?? \"\"}'", "set local app.unit = ''", rows),
  check("db/index.ts", "set local app.tree_lo = '${pos}'", "set local app.tree_lo = '0'", rows),
  check("db/index.ts", "set local app.hi = '${hi}'", "set local app.hi = '${hi === 0 ? 0 : 2147483647}'", rows),
  check(
    "lib/next/origin.ts",
    "if (!isOwnOrigin(await headers(), env.APP_URL))",
    "if (false as boolean)",
    matrix("from a page of ours"),
  ),
  check(
    "lib/next/session.ts",
    "const read = await decode({ token, secret: env.AUTH_SECRET, salt: sessionCookie });",
    "const read = { sid: token };",
    matrix("was somebody"),
  ),
  check(
    "lib/accounts/grant.ts",
    "const [area, held] = await Promise.all([getArea(ctx, input.areaId), listGrants(ctx, account.id)]);",
    "const [area, held] = [{ id: input.areaId, pos: 1, last: 1 }, await listGrants(ctx, account.id)];",
    matrix("account.grant"),
  ),
];
