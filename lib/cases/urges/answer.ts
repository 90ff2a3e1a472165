import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { urges } from "../../../db/schema/urges";
import { authorize } from "../../access/guard";
import type { Context } from "../../context";
import { Refusal } from "../../errors";
import { record } from "../../events/record";
import { checkAnother, checkUnit } from "../change";
import { getCase } from "../queries";
import type { AnswerUrgeInput } from "./input";

/** Says to who pressed for a case how it stands; by whom it lies with, and not by who pressed. */
export async function answerUrge(ctx: Context, input: AnswerUrgeInput): Promise<void> {
  const found = await getCase(ctx, input.id);
  authorize(ctx.actor, "case.answer-urge");
  checkUnit(ctx, found);

  checkAnother(ctx, await pressedBy(ctx, input));
  const answered = await ctx.db
    .update(urges)
    .set({ answer: input.answer, answeredName: ctx.actor.name, answeredAt: ctx.now })
    .where(and(eq(urges.caseId, input.id), eq(urges.id, input.urge), isNull(urges.answeredAt)))
    .returning({ id: urges.id });
  if (answered.length === 0) throw new Refusal("conflict", "case.urgeAnswered");
  await record(ctx, {
    subject: "case",
    id: found.current.id,
    action: "case.answered-urge",
    areaPos: found.current.areaPos,
    detail: { note: input.answer },
  });
}

async function pressedBy(ctx: Context, { id, urge }: AnswerUrgeInput): Promise<string | null> {
  const [found] = await ctx.db
    .select({ by: urges.urgedBy })
    .from(urges)
    .where(and(eq(urges.caseId, id), eq(urges.id, urge)));
  return found?.by ?? null;
}
