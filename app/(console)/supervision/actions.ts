"use server";

import { refresh } from "next/cache";
import { answerUrge } from "@/lib/cases/urges/answer";
import { answerUrgeInput, urgeInput } from "@/lib/cases/urges/input";
import { urgeCase } from "@/lib/cases/urges/urge";
import { action } from "@/lib/next/action";

export const urge = action(urgeInput, async (ctx, input) => {
  await urgeCase(ctx, input);
  refresh();
});

export const answer = action(answerUrgeInput, async (ctx, input) => {
  await answerUrge(ctx, input);
  refresh();
});
