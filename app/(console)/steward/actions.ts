"use server";

import { refresh } from "next/cache";
import { recordFinding, settleFinding } from "@/lib/findings/findings";
import { recordFindingInput, settleFindingInput } from "@/lib/findings/input";
import { action } from "@/lib/next/action";
import { keepProjectInput, promiseProjectInput } from "@/lib/projects/input";
import { keepProject, promiseProject } from "@/lib/projects/projects";

export const note = action(recordFindingInput, async (ctx, input) => {
  await recordFinding(ctx, input);
  refresh();
});

export const settle = action(settleFindingInput, async (ctx, input) => {
  await settleFinding(ctx, input);
  refresh();
});

export const promise = action(promiseProjectInput, async (ctx, input) => {
  await promiseProject(ctx, input);
  refresh();
});

export const keep = action(keepProjectInput, async (ctx, input) => {
  await keepProject(ctx, input);
  refresh();
});
