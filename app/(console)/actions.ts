"use server";

import { redirect } from "next/navigation";
import { signOutInput, switchGrantInput } from "@/lib/accounts/input";
import { switchGrant } from "@/lib/accounts/switch";
import { Refusal } from "@/lib/errors";
import { action, visit } from "@/lib/next/action";
import { currentSession, signOutHere } from "@/lib/next/session";

export const changeGrant = action(
  switchGrantInput,
  async (ctx, { grantId }) => {
    const sessionId = await currentSession();
    if (!sessionId) throw new Refusal("unauthenticated", "signIn.ended");
    await switchGrant(ctx, { sessionId, grantId });
  },
  () => redirect("/"),
);

export const signOut = visit(signOutInput, async () => {
  await signOutHere();
  redirect("/sign-in");
});
