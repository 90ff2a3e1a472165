"use server";

import { refresh } from "next/cache";
import { drawCallbacks } from "@/lib/cases/follow-up/draw";
import { drawInput } from "@/lib/cases/follow-up/input";
import { action } from "@/lib/next/action";

export const draw = action(drawInput, async (ctx, input) => {
  await drawCallbacks(ctx, input);
  refresh();
});
