import "server-only";
import { authorize } from "../../access/guard";
import type { Context } from "../../context";
import { Refusal } from "../../errors";
import { record } from "../../events/record";
import { getCase } from "../queries";
import type { MeetingInput } from "./input";
import { listWhistles } from "./queries";

/** Keeps what the units agreed on together, in the history of the case. */
export async function noteMeeting(ctx: Context, input: MeetingInput): Promise<void> {
  const { current } = await getCase(ctx, input.id);
  authorize(ctx.actor, "case.whistle");
  const called = await listWhistles(ctx, current.id);
  if (called.length === 0) throw new Refusal("conflict", "case.whistle.none");

  await record(ctx, {
    subject: "case",
    id: current.id,
    action: "case.met",
    areaPos: current.areaPos,
    detail: { note: input.note },
  });
}
