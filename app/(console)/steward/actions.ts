"use server";

import { refresh } from "next/cache";
import { recordFinding, settleFinding } from "@/lib/findings/findings";
import { recordFindingInput, settleFindingInput } from "@/lib/findings/input";
import { action } from "@/lib/next/action";

export const note = action(recordFindingInput, async (ctx, input) => {
  await recordFinding(ctx, input);
  refresh();
});

export const settle = action(settleFindingInput, async (ctx, input) => {
  await settleFinding(ctx, input);
  refresh();
});
