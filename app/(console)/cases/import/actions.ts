"use server";

import { refresh } from "next/cache";
import { keepSource } from "@/lib/cases/import/keep-source";
import { sourceInput } from "@/lib/cases/import/source";
import { action } from "@/lib/next/action";

export const keep = action(sourceInput, async (ctx, input) => {
  await keepSource(ctx, input);
  refresh();
});
