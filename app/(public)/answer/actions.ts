"use server";

import type { Route } from "next";
import { redirect } from "next/navigation";
import { visit } from "@/lib/next/action";
import { forgetDraft, keepDraft, keptDraft } from "@/lib/next/draft";
import { findSheet, giveAnswer } from "@/lib/senses/answering/answer";
import { draftPath } from "@/lib/senses/answering/draft";
import { answerInput, itemInput, sheetInput } from "@/lib/senses/answering/input";
import { askedBeside } from "@/lib/senses/items";

/** Takes an answer; or, where no script keeps it, only keeps it in the browser for later. */
export const give = visit(answerInput, async (visitor, input) => {
  if (input.isLater) {
    await keepDraft(input.code, input);
    redirect(`${draftPath(input.code)}?kept=1` as Route);
  }
  await giveAnswer(visitor, input);
  await forgetDraft(input.code);
  redirect("/answer/thanks");
});

/** Forgets what this browser keeps: on a device of many the next begins with nothing. */
export const startOver = visit(sheetInput, async (_visitor, { code }) => {
  await forgetDraft(code);
  redirect(draftPath(code) as Route);
});

/** Keeps what was answered to one question, and goes on to the next that is asked. */
export const answerOne = visit(itemInput, async (visitor, { code, item, marks, words }) => {
  const sheet = await findSheet(visitor, code);
  const at = sheet.state === "open" ? sheet.items.findIndex((one) => one.code === item) : -1;
  if (sheet.state !== "open" || at < 0) redirect(draftPath(code) as Route);
  const before = await keptDraft();
  const draft = {
    area: before.area,
    marks: { ...without(before.marks, item), ...marks },
    words: { ...without(before.words, item), ...words },
  };
  await keepDraft(code, draft);
  const next = askedBeside(sheet.items, at, 1, draft.marks);
  redirect(`${draftPath(code)}?item=${next === null ? "end" : next + 1}` as Route);
});

function without<T>(given: Record<string, T>, key: string): Record<string, T> {
  const { [key]: _, ...rest } = given;
  return rest;
}
