import "server-only";
import { authorize } from "../access/guard";
import type { Context } from "../context";
import { checkMove, moveCase, recordMove } from "./change";
import type { LinkInput } from "./input";
import { getOther, tie } from "./links";
import { getCase } from "./queries";

/** Notes that two cases have to do with one another; each goes its own way. */
export async function linkCase(ctx: Context, input: LinkInput): Promise<void> {
  const found = await getCase(ctx, input.id);
  authorize(ctx.actor, "case.link");
  checkMove(found, "link", input.version);
  const other = await getOther(ctx, found, input.number);

  await moveCase(ctx, found, "link", {});
  await tie(ctx, [found.current, "related"], [other, "related"]);
  await recordMove(ctx, found, "case.linked", { number: String(other.number), note: input.note ?? "" });
}
