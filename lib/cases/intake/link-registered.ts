import "server-only";
import { and, eq } from "drizzle-orm";
import { caseLinks } from "../../../db/schema/requests";
import { authorize } from "../../access/guard";
import type { Context } from "../../context";
import { record } from "../../events/record";
import type { RegisterInput } from "../input";
import { getOther, tie } from "../links";
import { getCase } from "../queries";
import { registerCase } from "../register";

/** Registers a request, tied to the one it was said to have to do with. */
export async function registerLinked(ctx: Context, input: RegisterInput): Promise<void> {
  await registerCase(ctx, input);
  if (input.linkNumber) await linkRegistered(ctx, { id: input.id, number: input.linkNumber });
}

/** Ties what was just registered to a request it has to do with; each goes its own way. */
export async function linkRegistered(ctx: Context, { id, number }: { id: string; number: number }): Promise<void> {
  const found = await getCase(ctx, id);
  authorize(ctx.actor, "case.register");
  const other = await getOther(ctx, found, number);
  const [tied] = await ctx.db
    .select({ id: caseLinks.otherId })
    .from(caseLinks)
    .where(and(eq(caseLinks.caseId, id), eq(caseLinks.otherId, other.id)));
  if (tied) return;
  await tie(ctx, [found.current, "related"], [other, "related"]);
  await record(ctx, {
    subject: "case",
    id,
    action: "case.linked",
    areaPos: found.current.areaPos,
    detail: { number: String(other.number) },
  });
}
