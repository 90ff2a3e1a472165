import "server-only";
import { authorize } from "../../access/guard";
import { endOfDay, localDay } from "../../calendar/zone";
import type { Context } from "../../context";
import { Refusal } from "../../errors";
import { record } from "../../events/record";
import { checkMove, checkUnit, type Found } from "../change";
import type { AskInput } from "../input";
import { askPermission, mayAskForTime } from "../model";
import { getCase } from "../queries";
import { findTarget } from "./queries-transfers";
import { openRequest } from "./requests";

/** Asks for what another must grant; nothing of the case changes until then. */
export async function askRequest(ctx: Context, input: AskInput): Promise<void> {
  const found = await getCase(ctx, input.id);
  authorize(ctx.actor, askPermission[input.kind]);
  checkUnit(ctx, found);
  checkMove(found, input.kind, input.version);

  const { kind, note: reason, validity } = input;
  const { current } = found;
  const until = untilOf(ctx, found, input);
  const to = await targetOf(ctx, found, input);
  if (!(await openRequest(ctx, found, { kind, reason, until, validity, ...to })))
    throw new Refusal("conflict", "case.askedAlready", { state: current.state });
  await record(ctx, {
    subject: "case",
    id: current.id,
    action: `case.asked-${kind}`,
    areaPos: current.areaPos,
    detail: {
      note: reason,
      ...(validity ? { validity } : {}),
      ...(input.until ? { until: input.until } : {}),
      ...(to.toName ? { to: to.toName } : {}),
    },
  });
}

/** A case is offered to an area the actor can name: of its own part of the tree, the one above, or one beside. */
async function targetOf(ctx: Context, { current }: Found, { areaId }: AskInput) {
  if (areaId === undefined) return {};
  const target = await findTarget(ctx, current.areaId, areaId);
  if (!target) throw new Refusal("invalid", "area.missing", {}, "areaId");
  return { toAreaId: target.id, toPos: target.pos, toName: target.name };
}

/** More time is asked for while there is some left, and ends after what there is. */
function untilOf(ctx: Context, { current }: Found, { kind, until }: AskInput): Date | null {
  if (until === undefined) return null;
  if (!mayAskForTime(current, ctx.now)) throw new Refusal("conflict", "case.pastDue", {}, "until");
  const end = endOfDay(until);
  const least = kind === "extend" ? current.closeDueAt : endOfDay(localDay(ctx.now));
  if (least && end <= least) throw new Refusal("invalid", "case.untilEarly", {}, "until");
  return end;
}
