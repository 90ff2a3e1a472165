"use server";

import { refresh } from "next/cache";
import { drawCallbacks } from "@/lib/cases/draw-callbacks";
import { drawInput } from "@/lib/cases/input-callbacks";
import { action } from "@/lib/next/action";

export const draw = action(drawInput, async (ctx, input) => {
  await drawCallbacks(ctx, input);
  refresh();
});
