"use server";

import { refresh } from "next/cache";
import { action } from "@/lib/next/action";
import { addTemplateInput, changeTemplateInput, retireTemplateInput } from "@/lib/replies/input";
import { addTemplate, changeTemplate, retireTemplate } from "@/lib/replies/templates";

export const add = action(addTemplateInput, async (ctx, input) => {
  await addTemplate(ctx, input);
  refresh();
});

export const change = action(changeTemplateInput, async (ctx, input) => {
  await changeTemplate(ctx, input);
  refresh();
});

export const retire = action(retireTemplateInput, async (ctx, input) => {
  await retireTemplate(ctx, input);
  refresh();
});
