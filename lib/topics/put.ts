import "server-only";
import { and, eq, isNotNull, isNull } from "drizzle-orm";
import { cases } from "../../db/schema/cases";
import { topicCases } from "../../db/schema/topics";
import { authorize } from "../access/guard";
import { getCase } from "../cases/queries";
import type { Context } from "../context";
import { Refusal } from "../errors";
import { record } from "../events/record";
import type { PutNumberInput, TopicCaseInput } from "./input";
import { checkOpen, getTopic } from "./queries";

/** Puts a case under a topic; of many each is a step of its own, told in its own history. */
export async function putUnderTopic(ctx: Context, { id, topicId }: TopicCaseInput): Promise<void> {
  const topic = await getTopic(ctx, topicId);
  const { current } = await getCase(ctx, id);
  authorize(ctx.actor, "topic.edit");
  checkOpen(topic);

  const { areaId, areaPos } = topic;
  const [put] = await ctx.db
    .insert(topicCases)
    .values({ topicId, caseId: id, areaId, areaPos, linkedAt: ctx.now })
    .onConflictDoUpdate({
      target: [topicCases.topicId, topicCases.caseId],
      set: { linkedAt: ctx.now, takenAt: null },
      setWhere: isNotNull(topicCases.takenAt),
    })
    .returning({ id: topicCases.caseId });
  if (!put) throw new Refusal("conflict", "topic.standsThere");
  await recordOf(ctx, current, "case.put-under-topic", topicId);
}

/** The same for a case by its number. */
export async function putNumber(ctx: Context, { topicId, number }: PutNumberInput): Promise<void> {
  const [found] = await ctx.db.select({ id: cases.id }).from(cases).where(eq(cases.number, number));
  if (found) return putUnderTopic(ctx, { id: found.id, topicId });
  checkOpen(await getTopic(ctx, topicId));
  authorize(ctx.actor, "topic.edit");
  throw new Refusal("invalid", "case.noSuchNumber", {}, "number");
}

/** Takes a case out of a topic again. */
export async function takeFromTopic(ctx: Context, { id, topicId }: TopicCaseInput): Promise<void> {
  const topic = await getTopic(ctx, topicId);
  const { current } = await getCase(ctx, id);
  authorize(ctx.actor, "topic.edit");
  checkOpen(topic);

  const [taken] = await ctx.db
    .update(topicCases)
    .set({ takenAt: ctx.now })
    .where(and(eq(topicCases.topicId, topicId), eq(topicCases.caseId, id), isNull(topicCases.takenAt)))
    .returning({ id: topicCases.caseId });
  if (!taken) throw new Refusal("conflict", "topic.standsNot");
  await recordOf(ctx, current, "case.taken-from-topic", topicId);
}

/** The title stays out of the history of the case: a unit that works on it may not see the topic. */
function recordOf(ctx: Context, { id, areaPos }: { id: string; areaPos: number }, action: string, topic: string) {
  return record(ctx, { subject: "case", id, action, areaPos, detail: { topic } });
}
