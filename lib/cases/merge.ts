import "server-only";
import { authorize } from "../access/guard";
import type { Context } from "../context";
import { Refusal } from "../errors";
import { record } from "../events/record";
import { readyReply } from "../replies/queries";
import { checkLeaving, checkMove, moveCase, recordMove } from "./change";
import type { MergeInput } from "./input";
import { getOther, holdBoth, tie } from "./links";
import { getCase } from "./queries";

/** The same matter was heard before: this case ends as its duplicate, and the other goes on for both. */
export async function mergeCase(ctx: Context, input: MergeInput): Promise<void> {
  const found = await getCase(ctx, input.id);
  authorize(ctx.actor, "case.link");
  checkMove(found, "merge", input.version);
  checkLeaving(ctx, found, "merge");
  await holdBoth(ctx, [found.current.id, (await getOther(ctx, found, input.number)).id]);
  const main = await getOther(ctx, found, input.number);
  if (main.validity !== "valid") throw new Refusal("invalid", "case.mainNotValid", {}, "number");
  if (main.closedAt) throw new Refusal("invalid", "case.mainClosed", {}, "number");

  const { current } = found;
  const publicReply = await readyReply(ctx, input.id, input.publicReply);
  await moveCase(ctx, found, "merge", {
    closedAt: ctx.now,
    closeReason: "duplicate",
    validity: "duplicate",
    voidedAt: ctx.now,
    publicReply,
  });
  await tie(ctx, [current, "duplicate-of"], [main, "duplicated-by"]);
  await recordMove(ctx, found, "case.merged", { number: String(main.number) });
  await record(ctx, {
    subject: "case",
    id: main.id,
    action: "case.joined",
    areaPos: main.areaPos,
    detail: { number: String(current.number) },
  });
}
