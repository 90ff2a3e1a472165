import "server-only";
import { isNull } from "drizzle-orm";
import { whistles } from "../../../db/schema/whistles";
import { authorize } from "../../access/guard";
import type { Context } from "../../context";
import { record } from "../../events/record";
import { getCase } from "../queries";
import { changeWhistle, checkCalled } from "./change";
import type { ArriveInput } from "./input";
import { getWhistle } from "./queries";

/** The called unit has come (报到). */
export async function arriveAtCase(ctx: Context, input: ArriveInput): Promise<void> {
  const { current } = await getCase(ctx, input.id);
  const found = await getWhistle(ctx, input.id, input.whistle);
  authorize(ctx.actor, "case.answer-whistle");
  checkCalled(ctx, found);

  await changeWhistle(ctx, found, { arrivedAt: ctx.now, arrivedName: ctx.actor.name }, isNull(whistles.arrivedAt));
  await record(ctx, {
    subject: "case",
    id: current.id,
    action: "case.came",
    areaPos: current.areaPos,
    detail: { unit: found.unitName },
  });
}
