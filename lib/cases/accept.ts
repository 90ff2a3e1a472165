import "server-only";
import { authorize } from "../access/guard";
import type { Context } from "../context";
import { checkMove, moveCase, recordMove } from "./change";
import type { StepInput } from "./input";
import { getCase } from "./queries";

/** Takes a request on: from here it is ours to bring to an end. */
export async function acceptCase(ctx: Context, input: StepInput): Promise<void> {
  const found = await getCase(ctx, input.id);
  authorize(ctx.actor, "case.accept");
  checkMove(found, "accept", input.version);

  await moveCase(ctx, found, "accept", { acceptedAt: ctx.now });
  await recordMove(ctx, found, "case.accepted", { note: input.note ?? "" });
}
