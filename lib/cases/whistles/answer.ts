import "server-only";
import { authorize } from "../../access/guard";
import type { Context } from "../../context";
import { Refusal } from "../../errors";
import { record } from "../../events/record";
import { getCase } from "../queries";
import { changeWhistle, checkCalled } from "./change";
import type { AnswerWhistleInput } from "./input";
import { getWhistle } from "./queries";

/** The called unit says what it did, or why it cannot; the case itself stays with the lead. */
export async function answerWhistle(ctx: Context, input: AnswerWhistleInput): Promise<void> {
  const { current } = await getCase(ctx, input.id);
  const found = await getWhistle(ctx, input.id, input.whistle);
  authorize(ctx.actor, "case.answer-whistle");
  checkCalled(ctx, found);
  if (found.whistle.arrivedAt === null) throw new Refusal("conflict", "case.whistle.notArrived");

  await changeWhistle(ctx, found, {
    outcome: input.outcome,
    answer: input.answer,
    answeredName: ctx.actor.name,
    answeredAt: ctx.now,
  });
  await record(ctx, {
    subject: "case",
    id: current.id,
    action: "case.answered-whistle",
    areaPos: current.areaPos,
    detail: { unit: found.unitName, answer: input.outcome, note: input.answer },
  });
}
