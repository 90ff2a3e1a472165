import "server-only";
import { eq, sql } from "drizzle-orm";
import { accounts } from "../../db/schema/accounts";
import type { Context } from "../context";
import { Refusal } from "../errors";
import { record } from "../events/record";
import type { ChangePasswordInput } from "./input";
import { passwordProblem } from "./model";
import { hashPassword, isPassword } from "./password";

/** Changes one's own password and ends one's sessions elsewhere. Everybody may; the present password is the permission. */
export async function changeOwnPassword(
  ctx: Context,
  input: Pick<ChangePasswordInput, "currentPassword" | "newPassword"> & { sessionId: string },
): Promise<void> {
  const { accountId } = ctx.actor;
  const [[mine], [own]] = await Promise.all([
    ctx.db.execute<{ hash: string | null }>(sql`select my_password_hash() as hash`),
    ctx.db.select({ login: accounts.login }).from(accounts).where(eq(accounts.id, accountId)),
  ]);
  if (!(await isPassword(input.currentPassword, mine?.hash ?? null))) {
    throw new Refusal("invalid", "account.password-wrong", {}, "currentPassword");
  }
  const problem =
    input.newPassword === input.currentPassword
      ? "account.password-same"
      : passwordProblem(input.newPassword, own?.login ?? "");
  if (problem) throw new Refusal("invalid", problem, {}, "newPassword");

  await ctx.db.execute(sql`select set_my_password(${await hashPassword(input.newPassword)})`);
  await ctx.db.execute(sql`select end_sessions(${accountId}, ${input.sessionId})`);

  await record(ctx, { subject: "account", id: accountId, action: "account.password-changed", areaPos: ctx.actor.pos });
}
