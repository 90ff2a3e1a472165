"use server";

import { refresh } from "next/cache";
import { action } from "@/lib/next/action";
import { chooseDigest } from "@/lib/reminders/choose-digest";
import { digestInput, seeInput } from "@/lib/reminders/input";
import { seeReminders } from "@/lib/reminders/see";

export const see = action(seeInput, async (ctx, input) => {
  await seeReminders(ctx, input);
  refresh();
});

export const choose = action(digestInput, async (ctx, input) => {
  await chooseDigest(ctx, input);
  refresh();
});
