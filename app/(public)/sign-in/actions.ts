"use server";

import { redirect } from "next/navigation";
import { signInInput } from "@/lib/accounts/input";
import { visit } from "@/lib/next/action";
import { safePath } from "@/lib/next/paths";
import { signInHere } from "@/lib/next/session";

export const signIn = visit(signInInput, async (_visitor, { login, password, next }) => {
  await signInHere({ login, password });
  redirect(safePath(next));
});
