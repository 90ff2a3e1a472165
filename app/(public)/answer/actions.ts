"use server";

import { redirect } from "next/navigation";
import { visit } from "@/lib/next/action";
import { giveAnswer } from "@/lib/senses/answering/answer";
import { answerInput } from "@/lib/senses/answering/input";

export const give = visit(answerInput, async (visitor, input) => {
  await giveAnswer(visitor, input);
  redirect("/answer/thanks");
});
