"use server";

import type { Route } from "next";
import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { action, longMilliseconds } from "@/lib/next/action";
import { makeBatches, revokeBatch } from "@/lib/senses/answering/batches";
import { addCase } from "@/lib/senses/improvements/cases";
import { closeImprovement } from "@/lib/senses/improvements/close";
import {
  addCaseInput,
  closeImprovementInput,
  openImprovementInput,
  relateInput,
} from "@/lib/senses/improvements/input";
import { openImprovement } from "@/lib/senses/improvements/open";
import { relateImprovement } from "@/lib/senses/improvements/relate";
import { beginPileInput, keyFormInput, pileInput } from "@/lib/senses/paper/input";
import { beginPile, finishPile, keyForm } from "@/lib/senses/paper/paper";
import { closeRound } from "@/lib/senses/rounds/close";
import { makeBatchInput, openRoundInput, roundInput } from "@/lib/senses/rounds/input";
import { openRound } from "@/lib/senses/rounds/open";
import { publishRound } from "@/lib/senses/rounds/publish";
import { approveText } from "@/lib/senses/texts/approve";
import { approveTextInput, rejectTextInput } from "@/lib/senses/texts/input";
import { rejectText } from "@/lib/senses/texts/reject";
import { tellRound } from "@/lib/senses/told/tell";

export const open = action(openRoundInput, openRound, ({ id }) => redirect(`/senses/${id}`));

export const close = action(roundInput, async (ctx, input) => {
  await closeRound(ctx, input);
  refresh();
});

export const publish = action(
  roundInput,
  async (ctx, input) => ({ area: await publishRound(ctx, input) }),
  // A path that stands, with a query; typed routes check only the path.
  ({ id }, { area }) => redirect(`/senses?area=${area}&round=${id}` as Route),
  longMilliseconds,
);

export const tell = action(roundInput, async (ctx, input) => {
  await tellRound(ctx, input);
  refresh();
});

export const approveWords = action(approveTextInput, async (ctx, input) => {
  await approveText(ctx, input);
  refresh();
});

export const rejectWords = action(rejectTextInput, async (ctx, input) => {
  await rejectText(ctx, input);
  refresh();
});

export const improve = action(openImprovementInput, openImprovement, ({ areaId, roundId }) =>
  redirect(`/senses?area=${areaId}&round=${roundId}` as Route),
);

export const linkCase = action(addCaseInput, async (ctx, input) => {
  await addCase(ctx, input);
  refresh();
});

export const relate = action(relateInput, async (ctx, input) => {
  await relateImprovement(ctx, input);
  refresh();
});

export const closeTask = action(closeImprovementInput, async (ctx, input) => {
  await closeImprovement(ctx, input);
  refresh();
});

export const makeSheets = action(makeBatchInput, makeBatches);

export const revokeSheets = action(roundInput, async (ctx, input) => {
  await revokeBatch(ctx, input);
  refresh();
});

export const begin = action(beginPileInput, beginPile, ({ id, roundId }) =>
  redirect(`/senses/${roundId}/key-in/${id}`),
);

export const key = action(keyFormInput, async (ctx, input) => {
  const kept = await keyForm(ctx, input);
  refresh();
  return kept;
});

export const finish = action(
  pileInput,
  async (ctx, input) => ({ round: await finishPile(ctx, input) }),
  (_input, { round }) => redirect(`/senses/${round}/key-in`),
);
