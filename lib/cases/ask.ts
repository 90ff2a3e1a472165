import "server-only";
import { authorize } from "../access/guard";
import type { Context } from "../context";
import { Refusal } from "../errors";
import { record } from "../events/record";
import { checkMove, checkUnit } from "./change";
import type { AskInput } from "./input";
import { askPermission } from "./model";
import { getCase } from "./queries";
import { openRequest } from "./requests";

/** Asks for what another must grant; nothing of the case changes until then. */
export async function askRequest(ctx: Context, input: AskInput): Promise<void> {
  const found = await getCase(ctx, input.id);
  authorize(ctx.actor, askPermission[input.kind]);
  checkUnit(ctx, found);
  checkMove(found, input.kind, input.version);

  const { kind, note: reason } = input;
  const { current } = found;
  if (!(await openRequest(ctx, found, { kind, reason })))
    throw new Refusal("conflict", "case.askedAlready", { state: current.state });
  await record(ctx, {
    subject: "case",
    id: current.id,
    action: `case.asked-${kind}`,
    areaPos: current.areaPos,
    detail: { note: reason },
  });
}
