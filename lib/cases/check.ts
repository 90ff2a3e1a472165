import "server-only";
import { authorize } from "../access/guard";
import type { Context } from "../context";
import { checkAnother, checkMove, moveCase, recordMove } from "./change";
import type { StepInput } from "./input";
import { getCase } from "./queries";

/** Somebody other than who resolved it has looked, and it holds. */
export async function checkCase(ctx: Context, input: StepInput): Promise<void> {
  const found = await getCase(ctx, input.id);
  authorize(ctx.actor, "case.check");
  checkMove(found, "check", input.version);
  checkAnother(ctx, found.current.resolvedBy);

  await moveCase(ctx, found, "check", { checkedAt: ctx.now });
  await recordMove(ctx, found, "case.checked", { note: input.note ?? "" });
}
