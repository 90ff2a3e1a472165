import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { grants } from "../../db/schema/accounts";
import { authorize } from "../access/guard";
import { getArea } from "../areas/queries";
import type { Context } from "../context";
import { codeOf, Refusal } from "../errors";
import { record } from "../events/record";
import type { GrantInput } from "./input";
import { maySitTogether } from "./model";
import { findUnitUnder, getAccount, getGrant, isLastAdmin, listGrants } from "./queries";

/** Gives an account a role in an area of the granter's tree. It holds from the next request on. */
export async function grantRole(ctx: Context, input: GrantInput): Promise<void> {
  const account = await getAccount(ctx, input.accountId);
  authorize(ctx.actor, "account.grant");
  if (account.id === ctx.actor.accountId) throw new Refusal("forbidden", "account.self");
  const [area, held] = await Promise.all([getArea(ctx, input.areaId), listGrants(ctx, account.id)]);
  const standing = held.filter(({ revokedAt }) => revokedAt === null);
  if (
    !maySitTogether(
      input.role,
      standing.map(({ role }) => role),
    )
  )
    throw new Refusal("conflict", "account.kinds-exclude", {}, "role");
  if (
    standing.some(
      (grant) => grant.role === input.role && grant.areaId === area.id && grant.unitId === (input.unitId ?? null),
    )
  ) {
    throw new Refusal("conflict", "account.grant-exists", {}, "role");
  }
  const unit = input.unitId === undefined ? null : await findUnitUnder(ctx, input.unitId, area);
  if (input.unitId !== undefined && !unit) throw new Refusal("not-found", "account.unit-outside", {}, "unitId");

  const granted = {
    id: uuidv7(),
    accountId: account.id,
    role: input.role,
    areaId: area.id,
    unitId: input.unitId ?? null,
    startsOn: input.startsOn ?? null,
    endsOn: input.endsOn ?? null,
    createdAt: ctx.now,
  };
  await insertGrant(ctx, granted);

  await record(ctx, {
    subject: "account",
    id: account.id,
    action: "account.granted",
    areaPos: area.pos,
    detail: { login: account.login, role: input.role, area: area.name, unit: unit?.name ?? null },
  });
}

/** Takes a grant back. Sessions under it end with their next request. */
export async function revokeGrant(ctx: Context, { grantId }: { grantId: string }): Promise<void> {
  const current = await getGrant(ctx, grantId);
  authorize(ctx.actor, "account.grant");
  if (current.accountId === ctx.actor.accountId) throw new Refusal("forbidden", "account.self");
  if (current.revokedAt) throw new Refusal("conflict", "account.grant-revoked");
  if (await isLastAdmin(ctx, { grantId })) throw new Refusal("conflict", "account.last-admin");

  const revoked = await ctx.db
    .update(grants)
    .set({ revokedAt: ctx.now })
    .where(and(eq(grants.id, grantId), isNull(grants.revokedAt)))
    .returning({ id: grants.id });
  if (revoked.length === 0) throw new Refusal("conflict", "account.grant-revoked");

  const { accountId, role, areaName, areaPos, unitName } = current;
  const { login } = await getAccount(ctx, accountId);
  await record(ctx, {
    subject: "account",
    id: accountId,
    action: "account.grant-revoked",
    areaPos,
    detail: { login, role, area: areaName, unit: unitName },
  });
}

/** Two who grant at once, or a grant beyond the granter's tree, are seen by the exclusion of the database only. */
async function insertGrant(ctx: Context, granted: typeof grants.$inferInsert): Promise<void> {
  try {
    await ctx.db.insert(grants).values(granted);
  } catch (error) {
    throw codeOf(error) === "23P01" ? new Refusal("conflict", "account.kinds-exclude", {}, "role") : error;
  }
}
