"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { action } from "@/lib/next/action";
import { addUnitInput, changeUnitInput, unitInput } from "@/lib/units/input";
import { addUnit, changeUnit, closeUnit, reopenUnit } from "@/lib/units/units";

export const add = action(
  addUnitInput,
  async (ctx, input) => ({ id: await addUnit(ctx, input) }),
  (_input, { id }) => redirect(`/units/${id}`),
);

export const change = action(changeUnitInput, async (ctx, input) => {
  await changeUnit(ctx, input);
  refresh();
});

export const close = action(unitInput, async (ctx, input) => {
  await closeUnit(ctx, input);
  refresh();
});

export const reopen = action(unitInput, async (ctx, input) => {
  await reopenUnit(ctx, input);
  refresh();
});
