"use server";

import { refresh } from "next/cache";
import { action, longMilliseconds } from "@/lib/next/action";
import { changeSettings } from "@/lib/settings/change";
import { settingsInput } from "@/lib/settings/input";

export const change = action(
  settingsInput,
  async (ctx, input) => {
    await changeSettings(ctx, input);
    refresh();
  },
  undefined,
  longMilliseconds,
);
