"use server";

import { refresh } from "next/cache";
import { answerUrge } from "@/lib/cases/urges/answer";
import { answerUrgeInput, urgeInput } from "@/lib/cases/urges/input";
import { urgeCase } from "@/lib/cases/urges/urge";
import { endRuleInput, ruleInput } from "@/lib/escalation/input";
import { addRule, endRule } from "@/lib/escalation/rules";
import { action } from "@/lib/next/action";

export const urge = action(urgeInput, async (ctx, input) => {
  await urgeCase(ctx, input);
  refresh();
});

export const answer = action(answerUrgeInput, async (ctx, input) => {
  await answerUrge(ctx, input);
  refresh();
});

export const add = action(ruleInput, async (ctx, input) => {
  await addRule(ctx, input);
  refresh();
});

export const end = action(endRuleInput, async (ctx, input) => {
  await endRule(ctx, input);
  refresh();
});
