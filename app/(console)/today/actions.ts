"use server";

import { refresh } from "next/cache";
import { action } from "@/lib/next/action";
import { visitInput } from "@/lib/visits/input";
import { recordVisit } from "@/lib/visits/record-visit";

export const visited = action(visitInput, async (ctx, input) => {
  await recordVisit(ctx, input);
  refresh();
});
