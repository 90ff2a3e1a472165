import "server-only";
import { uuidv7 } from "uuidv7";
import { accounts } from "../../db/schema/accounts";
import { authorize } from "../access/guard";
import type { Context } from "../context";
import { Refusal } from "../errors";
import { record } from "../events/record";
import type { AddAccountInput } from "./input";
import { makePassword } from "./model";
import { hashPassword } from "./password";

/** Opens an account that may do nothing yet. Its first password is in the answer and nowhere else. */
export async function addAccount(
  ctx: Context,
  { login, name }: AddAccountInput,
): Promise<{ id: string; password: string }> {
  authorize(ctx.actor, "account.add");
  const [id, password] = [uuidv7(), makePassword()];

  const added = await ctx.db
    .insert(accounts)
    .values({ id, login, name, passwordHash: await hashPassword(password), createdAt: ctx.now })
    .onConflictDoNothing()
    .returning({ id: accounts.id });
  if (added.length === 0) throw new Refusal("conflict", "account.taken", {}, "login");

  await record(ctx, { subject: "account", id, action: "account.added", areaPos: ctx.actor.pos, detail: { login } });
  return { id, password };
}
