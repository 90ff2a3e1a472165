"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { callBackCase } from "@/lib/cases/call-back";
import { closeCase } from "@/lib/cases/close";
import { contactCase } from "@/lib/cases/contact";
import { dispatchCase } from "@/lib/cases/dispatch";
import { callBackInput, closeInput, dispatchInput, registerInput, stepInput, voidInput } from "@/lib/cases/input";
import { registerCase } from "@/lib/cases/register";
import { resolveCase } from "@/lib/cases/resolve";
import { signCase } from "@/lib/cases/sign";
import { voidCase } from "@/lib/cases/void";
import { action } from "@/lib/next/action";

export const register = action(registerInput, registerCase, ({ id }) => redirect(`/cases/${id}`));

export const contact = action(stepInput, async (ctx, input) => {
  await contactCase(ctx, input);
  refresh();
});

export const dispatch = action(dispatchInput, async (ctx, input) => {
  await dispatchCase(ctx, input);
  refresh();
});

export const sign = action(stepInput, async (ctx, input) => {
  await signCase(ctx, input);
  refresh();
});

export const resolve = action(stepInput, async (ctx, input) => {
  await resolveCase(ctx, input);
  refresh();
});

export const close = action(closeInput, async (ctx, input) => {
  await closeCase(ctx, input);
  refresh();
});

export const callBack = action(callBackInput, async (ctx, input) => {
  await callBackCase(ctx, input);
  refresh();
});

export const takeOut = action(voidInput, async (ctx, input) => {
  await voidCase(ctx, input);
  refresh();
});
