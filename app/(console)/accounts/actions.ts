"use server";

import { refresh } from "next/cache";
import { addAccount } from "@/lib/accounts/add";
import { disableAccount, enableAccount, endSessions } from "@/lib/accounts/disable";
import { grantRole, revokeGrant } from "@/lib/accounts/grant";
import { accountInput, addAccountInput, grantForm, revokeInput } from "@/lib/accounts/input";
import { resolveArea } from "@/lib/areas/queries";
import { Refusal } from "@/lib/errors";
import { action } from "@/lib/next/action";

export const add = action(addAccountInput, async (ctx, input) => {
  const { id, password } = await addAccount(ctx, input);
  return { id, login: input.login, password };
});

export const disable = action(accountInput, async (ctx, input) => {
  await disableAccount(ctx, input);
  refresh();
});

export const enable = action(accountInput, async (ctx, input) => {
  await enableAccount(ctx, input);
  refresh();
});

export const signOutEverywhere = action(accountInput, async (ctx, input) => {
  await endSessions(ctx, input);
  refresh();
});

export const grant = action(grantForm, async (ctx, { area: reference, ...input }) => {
  const area = await resolveArea(ctx, reference).catch((error: unknown) => {
    if (!(error instanceof Refusal)) throw error;
    throw new Refusal("invalid", error.reason, error.values, "area");
  });
  await grantRole(ctx, { ...input, areaId: area.id });
  refresh();
});

export const revoke = action(revokeInput, async (ctx, input) => {
  await revokeGrant(ctx, input);
  refresh();
});
