"use server";

import { changeOwnPassword } from "@/lib/accounts/change-password";
import { changePasswordInput } from "@/lib/accounts/input";
import { Refusal } from "@/lib/errors";
import { action } from "@/lib/next/action";
import { currentSession } from "@/lib/next/session";

export const change = action(changePasswordInput, async (ctx, { currentPassword, newPassword }) => {
  const sessionId = await currentSession();
  if (!sessionId) throw new Refusal("unauthenticated", "signIn.ended");
  await changeOwnPassword(ctx, { currentPassword, newPassword, sessionId });
});
