import { and, asc, eq, isNull } from "drizzle-orm";
import { drizzle } from "drizzle-orm/postgres-js";
import type { Sql } from "postgres";
import { setScope, withActor } from "../db/index";
import { openOwner } from "../db/migrate";
import { ensureRoot } from "../db/root";
import { accounts, grants } from "../db/schema/accounts";
import { areas } from "../db/schema/areas";
import type { Role } from "../lib/access/model";
import { plainLogin } from "../lib/accounts/model";
import type { AreaLevel } from "../lib/areas/model";
import type { Context } from "../lib/context";
import { databaseUrl } from "../lib/env";
import { Refusal } from "../lib/errors";

export const defaultOperator = "operator";

/**
 * Works as an account, with no more rights than it has: a session is opened for it by the owner, and ended afterwards.
 * Without a name it is `operator`, who cannot sign in. One transaction: a refusal leaves nothing behind.
 */
export async function withOperator<T>(name: string | undefined, work: (ctx: Context) => Promise<T>): Promise<T> {
  const login = plainLogin(name ?? defaultOperator);
  const owner = asOwner();
  if (name === undefined) await ensureOperator(owner);
  const session = await openSession(owner, login);
  try {
    const answer = await withActor(session.id, async (db, actor) => ({
      value: await work({ actor, db, now: new Date() }),
    }));
    if (!answer) throw new Refusal("not-found", "account.no-operator", { login });
    return answer.value;
  } finally {
    await owner`delete from sessions where id = ${session.id}`;
  }
}

let kept: Sql | undefined;

/** The owner's connection, opened once for all that a process does at the command line. */
function asOwner(): Sql {
  kept ??= openOwner(databaseUrl("owner"));
  return kept;
}

export async function closeOwner(): Promise<void> {
  await kept?.end({ timeout: 5 });
  kept = undefined;
}

async function openSession(owner: Sql, login: string): Promise<{ id: string }> {
  const [session] = await owner<{ id: string }[]>`
    insert into sessions (id, account_id, grant_id)
    select gen_random_uuid(), a.id, g.id from accounts a join grants g on g.account_id = a.id
    where a.login = ${login} and a.disabled_at is null and g.revoked_at is null
      and daterange(g.starts_on, g.ends_on, '[]') @> local_day(now())
    order by g.created_at, g.id limit 1 returning id`;
  if (!session) throw new Refusal("not-found", "account.no-operator", { login });
  return session;
}

/** Puts the country above a smaller area that is the top so far, so that its equals find a place beside it. */
export async function widenTop(needed: (top: { level: AreaLevel; name: string }) => boolean): Promise<void> {
  const owner = asOwner();
  await ensureOperator(owner);
  const [top] = await owner<
    { level: AreaLevel; name: string }[]
  >`select level, name from areas where parent_id is null`;
  if (top && needed(top)) await ensureRoot(owner);
}

/** An empty database has neither a top nor anybody who acts from the shell. */
async function ensureOperator(owner: Sql): Promise<void> {
  const [known] = await owner`select 1 from accounts where login = ${defaultOperator}`;
  if (!known) await ensureRoot(owner);
}

/**
 * Keeps accounts from the shell of the machine, which could change them in the database anyway: the operator acts in the
 * role of that administrator, over its own area, and the event says both. Policies and rules hold as for everybody.
 */
export async function withAdministrator<T>(
  role: Extract<Role, "sysadmin" | "secadmin">,
  work: (ctx: Context) => Promise<T>,
): Promise<T> {
  const owner = asOwner();
  await ensureOperator(owner);
  return drizzle(owner, { casing: "snake_case" }).transaction(async (db) => {
    const operator = await findOperator(db);
    const actor = { ...operator, role, unitId: null };
    await setScope(db, actor);
    const staff = decodeURIComponent(new URL(databaseUrl("staff")).username);
    await db.execute(`set local role "${staff.replaceAll('"', '""')}"`);
    return work({ actor, db, now: new Date() });
  });
}

async function findOperator(db: Context["db"]) {
  const [found] = await db
    .select({
      accountId: accounts.id,
      name: accounts.name,
      locale: accounts.locale,
      grantId: grants.id,
      areaId: areas.id,
      areaName: areas.name,
      areaLevel: areas.level,
      pos: areas.pos,
      last: areas.last,
    })
    .from(accounts)
    .innerJoin(grants, and(eq(grants.accountId, accounts.id), isNull(grants.revokedAt)))
    .innerJoin(areas, eq(areas.id, grants.areaId))
    .where(eq(accounts.login, defaultOperator))
    .orderBy(asc(grants.createdAt))
    .limit(1);
  if (!found) throw new Refusal("not-found", "account.no-operator", { login: defaultOperator });
  return found;
}
