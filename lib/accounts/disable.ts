import "server-only";
import { and, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { accounts } from "../../db/schema/accounts";
import { authorize } from "../access/guard";
import type { Context } from "../context";
import { Refusal } from "../errors";
import { record } from "../events/record";
import { getAccount, isLastAdmin } from "./queries";

/** Ends every session of an account and lets it begin no other. */
export async function disableAccount(ctx: Context, { id }: { id: string }): Promise<void> {
  const current = await getAccount(ctx, id);
  authorize(ctx.actor, "account.disable");
  if (id === ctx.actor.accountId) throw new Refusal("conflict", "account.self");
  if (current.disabledAt) throw new Refusal("conflict", "account.already-disabled");
  const last = await isLastAdmin(ctx, { accountId: id });
  if (last) throw new Refusal("conflict", "account.last-admin");

  const disabled = await ctx.db
    .update(accounts)
    .set({ disabledAt: ctx.now })
    .where(and(eq(accounts.id, id), isNull(accounts.disabledAt)))
    .returning({ id: accounts.id });
  if (disabled.length === 0) throw new Refusal("not-found", "account.missing");
  await ctx.db.execute(sql`select end_sessions(${id}, null)`);

  await leave(ctx, current, "account.disabled");
}

/** Lets a disabled account in again, with the grants it still holds. */
export async function enableAccount(ctx: Context, { id }: { id: string }): Promise<void> {
  const current = await getAccount(ctx, id);
  authorize(ctx.actor, "account.disable");
  if (!current.disabledAt) throw new Refusal("conflict", "account.not-disabled");

  const enabled = await ctx.db
    .update(accounts)
    .set({ disabledAt: null })
    .where(and(eq(accounts.id, id), isNotNull(accounts.disabledAt)))
    .returning({ id: accounts.id });
  if (enabled.length === 0) throw new Refusal("not-found", "account.missing");

  await leave(ctx, current, "account.enabled");
}

/** Signs somebody out everywhere; the account itself stays as it is. */
export async function endSessions(ctx: Context, { id }: { id: string }): Promise<void> {
  const current = await getAccount(ctx, id);
  authorize(ctx.actor, "session.revoke");
  await ctx.db.execute(sql`select end_sessions(${id}, null)`);
  await leave(ctx, current, "account.sessions-ended");
}

type Account = Awaited<ReturnType<typeof getAccount>>;

function leave(ctx: Context, { id, login }: Account, action: string): Promise<void> {
  return record(ctx, { subject: "account", id, action, areaPos: ctx.actor.pos, detail: { login } });
}
