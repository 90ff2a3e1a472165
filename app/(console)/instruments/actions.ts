"use server";

import type { Route } from "next";
import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { action } from "@/lib/next/action";
import { draftVersion, startInstrument } from "@/lib/senses/instruments/draft";
import { addFromBank, groupDraft, moveItem, removeItem, renameDraft, saveItem } from "@/lib/senses/instruments/edit";
import {
  addFromBankInput,
  draftVersionInput,
  groupInput,
  instrumentInput,
  itemOfInput,
  moveItemInput,
  renameInput,
  saveItemInput,
  startInstrumentInput,
} from "@/lib/senses/instruments/input";
import { publishInstrument } from "@/lib/senses/instruments/publish";

const open = ({ id }: { id: string }) => redirect(`/instruments/${id}`);

export const start = action(startInstrumentInput, startInstrument, open);
export const draft = action(draftVersionInput, draftVersion, open);
export const pick = action(addFromBankInput, addFromBank, open);

export const rename = action(renameInput, async (ctx, input) => {
  await renameDraft(ctx, input);
  refresh();
});

export const save = action(saveItemInput, saveItem, ({ id, code }) =>
  // A page that stands, at one of its rows.
  redirect(`/instruments/${id}#${code}` as Route),
);

export const group = action(groupInput, async (ctx, input) => {
  await groupDraft(ctx, input);
  refresh();
});

export const move = action(moveItemInput, async (ctx, input) => {
  await moveItem(ctx, input);
  refresh();
});

export const remove = action(itemOfInput, async (ctx, input) => {
  await removeItem(ctx, input);
  refresh();
});

export const publish = action(instrumentInput, async (ctx, input) => {
  await publishInstrument(ctx, input);
  refresh();
});
