import "server-only";
import { authorize } from "../access/guard";
import type { Context } from "../context";
import { checkMove, checkUnit, moveCase, recordMove } from "./change";
import type { StepInput } from "./input";
import { getCase } from "./queries";

/** Notes that the person who asked was contacted for the first time. */
export async function contactCase(ctx: Context, input: StepInput): Promise<void> {
  const found = await getCase(ctx, input.id);
  authorize(ctx.actor, "case.contact");
  checkUnit(ctx, found);
  checkMove(found, "contact", input.version);

  await moveCase(ctx, found, "contact", { contactedAt: ctx.now });
  await recordMove(ctx, found, "case.contacted", { note: input.note ?? "" });
}
