"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { addAgreement, addTask, finishTask } from "@/lib/estates/agreements";
import { addEstate, addPlace, endPlace, renameEstate } from "@/lib/estates/estates";
import {
  addAgreementInput,
  addEstateInput,
  addTaskInput,
  endPartyInput,
  finishTaskInput,
  markLedgerInput,
  placeInput,
  renameEstateInput,
  setPartyInput,
} from "@/lib/estates/input";
import { markLedger } from "@/lib/estates/mark-ledger";
import { endParty, setParty } from "@/lib/estates/parties";
import { action } from "@/lib/next/action";

export const add = action(
  addEstateInput,
  async (ctx, input) => ({ id: await addEstate(ctx, input) }),
  (_input, { id }) => redirect(`/estates/${id}`),
);

export const rename = action(renameEstateInput, async (ctx, input) => {
  await renameEstate(ctx, input);
  refresh();
});

export const joinPlace = action(placeInput, async (ctx, input) => {
  await addPlace(ctx, input);
  refresh();
});

export const leavePlace = action(placeInput, async (ctx, input) => {
  await endPlace(ctx, input);
  refresh();
});

export const seat = action(setPartyInput, async (ctx, input) => {
  await setParty(ctx, input);
  refresh();
});

export const unseat = action(endPartyInput, async (ctx, input) => {
  await endParty(ctx, input);
  refresh();
});

export const agree = action(addAgreementInput, async (ctx, input) => {
  await addAgreement(ctx, input);
  refresh();
});

export const promise = action(addTaskInput, async (ctx, input) => {
  await addTask(ctx, input);
  refresh();
});

export const finish = action(finishTaskInput, async (ctx, input) => {
  await finishTask(ctx, input);
  refresh();
});

export const mark = action(markLedgerInput, async (ctx, input) => {
  await markLedger(ctx, input);
  refresh();
});
