import "server-only";
import { refresh } from "next/cache";
import type { z } from "zod";
import type { Context } from "../context";
import { Refusal } from "../errors";
import type { FormAction } from "../form-state";
import { formAction } from "./action";
import { write } from "./context";
import { sentence } from "./locale";

/**
 * One form over many things: each in a transaction of its own, so that a refusal of one undoes no other. What is shown
 * says how many are done, and why the others are not; `ids` are those that are.
 */
export function actionEach<S extends z.ZodType, I extends { id: string }>(
  schema: S,
  items: (input: z.output<S>) => readonly I[],
  run: (ctx: Context, item: I, input: z.output<S>) => Promise<void>,
): FormAction {
  return formAction(schema, async (input) => {
    const done: string[] = [];
    const refused = new Map<string, number>();
    for (const item of items(input)) {
      const reason = await attempt((ctx) => run(ctx, item, input));
      if (reason === null) done.push(item.id);
      else refused.set(reason, (refused.get(reason) ?? 0) + 1);
    }
    refresh();
    return { told: await told(done.length, refused), ids: done.join(",") };
  });
}

async function attempt(work: (ctx: Context) => Promise<void>): Promise<string | null> {
  try {
    await write(work);
    return null;
  } catch (error) {
    if (error instanceof Refusal && error.code !== "unauthenticated") return sentence(error.reason, error.values);
    throw error;
  }
}

async function told(done: number, refused: Map<string, number>): Promise<string> {
  const parts = [await sentence("case.bulk.done", { n: done })];
  for (const [why, n] of refused) parts.push(await sentence("case.bulk.refused", { n, why }));
  return parts.join("\n");
}
