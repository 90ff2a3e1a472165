import { and, asc, eq, gt, ilike, isNull, or, sql } from "drizzle-orm";
import { accounts, grants } from "../../db/schema/accounts";
import { areas, units } from "../../db/schema/areas";
import { adminRoles, type Role } from "../access/model";
import type { AreaRange } from "../areas/model";
import type { Context, Visitor } from "../context";
import { Refusal } from "../errors";
import { type AccountFilter, type DemoWorld, demoWorld } from "./input";
import { type GrantChoice, plainLogin } from "./model";

const pageSize = 50;

const row = {
  id: accounts.id,
  login: accounts.login,
  name: accounts.name,
  disabledAt: accounts.disabledAt,
  createdAt: accounts.createdAt,
};

const grantRow = {
  id: grants.id,
  accountId: grants.accountId,
  role: grants.role,
  areaId: grants.areaId,
  areaName: areas.name,
  areaPos: areas.pos,
  unitId: grants.unitId,
  unitName: units.name,
  startsOn: grants.startsOn,
  endsOn: grants.endsOn,
  revokedAt: grants.revokedAt,
};

export type AccountRow = Awaited<ReturnType<typeof listAccounts>>["rows"][number];
export type GrantRow = Awaited<ReturnType<typeof listGrants>>[number];

/** Accounts by login, with the grants that stand; `next` is where the following page begins. */
export async function listAccounts(ctx: Context, filter: AccountFilter) {
  const like = filter.q && `%${filter.q.replace(/[\\%_]/g, "\\$&")}%`;
  const found = await ctx.db
    .select(row)
    .from(accounts)
    .where(
      and(
        like ? or(ilike(accounts.login, like), ilike(accounts.name, like)) : undefined,
        filter.after ? gt(accounts.login, filter.after) : undefined,
      ),
    )
    .orderBy(asc(accounts.login))
    .limit(pageSize + 1);
  const page = found.slice(0, pageSize);
  const held = await grantsOf(
    ctx,
    page.map(({ id }) => id),
  );
  const rows = page.map((account) => ({
    ...account,
    grants: held.filter(({ accountId }) => accountId === account.id),
  }));
  return { rows, next: found.length > pageSize ? (page.at(-1)?.login ?? null) : null };
}

function grantsOf(ctx: Context, accountIds: string[]) {
  const listed = sql`${grants.accountId} = any(${`{${accountIds.join(",")}}`}::uuid[])`;
  return selectGrants(ctx)
    .where(and(listed, isNull(grants.revokedAt)))
    .orderBy(asc(grants.createdAt), asc(grants.id));
}

/** Outside the actor's tree an account does not exist: null. */
export async function findAccount(ctx: Context, id: string) {
  const [found] = await ctx.db.select(row).from(accounts).where(eq(accounts.id, id));
  return found ?? null;
}

export async function getAccount(ctx: Context, id: string) {
  const found = await findAccount(ctx, id);
  if (!found) throw new Refusal("not-found", "account.missing");
  return found;
}

/** All grants an account holds or held, the oldest first. */
export function listGrants(ctx: Context, accountId: string) {
  return selectGrants(ctx).where(eq(grants.accountId, accountId)).orderBy(asc(grants.createdAt), asc(grants.id));
}

export async function getGrant(ctx: Context, id: string): Promise<GrantRow> {
  const [found] = await selectGrants(ctx).where(eq(grants.id, id));
  if (!found) throw new Refusal("not-found", "account.grant-missing");
  return found;
}

function selectGrants(ctx: Context) {
  return ctx.db
    .select(grantRow)
    .from(grants)
    .innerJoin(areas, eq(areas.id, grants.areaId))
    .leftJoin(units, eq(units.id, grants.unitId));
}

/** A unit of an area, of one below it or of one above it: whom its cases may be given to. */
/** An account by what is typed to sign in. */
export async function getAccountByLogin(ctx: Context, written: string) {
  const [found] = await ctx.db
    .select({ id: accounts.id, login: accounts.login })
    .from(accounts)
    .where(eq(accounts.login, plainLogin(written)));
  if (!found) throw new Refusal("not-found", "account.missing");
  return found;
}

/** A unit that serves an area, by its name; several of one name are a conflict. */
export async function getUnitByName(ctx: Context, name: string, area: AreaRange) {
  const [found, ...others] = await ctx.db
    .select({ id: units.id })
    .from(units)
    .where(and(eq(units.name, name), isNull(units.closedOn), touching(area)));
  if (!found || others.length > 0) throw new Refusal("not-found", "account.unit-outside");
  return found;
}

export async function findUnitUnder(ctx: Context, unitId: string, area: AreaRange) {
  const [found] = await ctx.db
    .select({ id: units.id, name: units.name })
    .from(units)
    .where(and(eq(units.id, unitId), isNull(units.closedOn), touching(area)));
  return found ?? null;
}

export function listUnitsUnder(ctx: Context, area: AreaRange) {
  return ctx.db
    .select({ id: units.id, name: units.name })
    .from(units)
    .where(and(isNull(units.closedOn), touching(area)))
    .orderBy(asc(units.areaPos), asc(units.name))
    .limit(500);
}

const touching = ({ pos, last }: AreaRange) =>
  or(
    sql`${units.areaPos} between ${pos} and ${last}`,
    sql`exists (select 1 from ${areas} above where above.id = ${units.areaId} and above.pos <= ${pos} and above.last >= ${last})`,
  );

/** Whether without this account, or this grant, an administrator of some kind would be missing. */
export async function isLastAdmin(ctx: Context, taken: { accountId: string } | { grantId: string }): Promise<boolean> {
  const [column, id] = "accountId" in taken ? ["account_id", taken.accountId] : ["id", taken.grantId];
  const name = sql.identifier(column);
  const [found] = await ctx.db.execute<{ last: boolean }>(sql`
    select exists (
      select 1 from grants g
      where g.${name} = ${id} and g.revoked_at is null and g.role in ${[...adminRoles]} and not exists (
        select 1 from grants o join accounts a on a.id = o.account_id and a.disabled_at is null
        where o.role = g.role and o.${name} <> ${id} and o.revoked_at is null
          and daterange(o.starts_on, o.ends_on, '[]') @> local_day(${ctx.now.toISOString()}::timestamptz)
      )
    ) as last`);
  return found?.last ?? false;
}

/** When the sessions that still hold were opened and last seen. */
export async function listSessions(ctx: Context, accountId: string): Promise<{ createdAt: Date; seenAt: Date }[]> {
  const rows = await ctx.db.execute<{ created_at: string; seen_at: string }>(
    sql`select created_at, seen_at from sessions_of(${accountId})`,
  );
  return rows.map(({ created_at, seen_at }) => ({ createdAt: new Date(created_at), seenAt: new Date(seen_at) }));
}

/** The grants of the one who acts, to go on under another of them. */
export async function myGrants(ctx: Context): Promise<GrantChoice[]> {
  const rows = await ctx.db.execute<{ id: string; role: Role; area: string; unit: string | null }>(
    sql`select id, role, area, unit from my_grants()`,
  );
  return rows.map(({ id, role, area, unit }) => ({ id, role, area, unit }));
}

/** The accounts a demo offers on its sign-in page; null everywhere else. */
export async function findDemo(visitor: Visitor): Promise<DemoWorld | null> {
  const [found] = await visitor.transaction((tx) => tx.execute<{ demo: unknown }>(sql`select demo_accounts() as demo`));
  return demoWorld.safeParse(found?.demo).data ?? null;
}
