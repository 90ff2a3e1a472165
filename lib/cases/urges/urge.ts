import "server-only";
import { uuidv7 } from "uuidv7";
import { urges } from "../../../db/schema/urges";
import { authorize } from "../../access/guard";
import { endOfDay, localDay } from "../../calendar/zone";
import type { Context } from "../../context";
import { Refusal } from "../../errors";
import { record } from "../../events/record";
import { getCase } from "../queries";
import type { UrgeInput } from "./input";

/** Presses for a case that lies too long: why, and until when an answer is due. One at a time. */
export async function urgeCase(ctx: Context, input: UrgeInput): Promise<void> {
  const { current } = await getCase(ctx, input.id);
  authorize(ctx.actor, "case.urge");
  if (current.closedAt) throw new Refusal("conflict", "case.state", { state: current.state });
  if (input.dueOn < localDay(ctx.now)) throw new Refusal("invalid", "case.urgeDue", {}, "dueOn");

  const urged = await ctx.db
    .insert(urges)
    .values({
      caseId: current.id,
      id: uuidv7(),
      areaPos: current.areaPos,
      reason: input.reason,
      urgedBy: ctx.actor.accountId,
      urgedName: ctx.actor.name,
      urgedAt: ctx.now,
      dueAt: endOfDay(input.dueOn),
    })
    .onConflictDoNothing()
    .returning({ id: urges.id });
  if (urged.length === 0) throw new Refusal("conflict", "case.urgedAlready");
  await record(ctx, {
    subject: "case",
    id: current.id,
    action: "case.urged",
    areaPos: current.areaPos,
    detail: { note: input.reason, until: input.dueOn },
  });
}
