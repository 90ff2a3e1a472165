import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { units } from "../../db/schema/areas";
import { topicTasks } from "../../db/schema/topics";
import { authorize } from "../access/guard";
import { localDay } from "../calendar/zone";
import type { Context } from "../context";
import { Refusal } from "../errors";
import { record } from "../events/record";
import type { TaskDoneInput, TopicTaskInput } from "./input";
import { checkOpen, getTopic } from "./queries";

/** Gives a unit its part of a topic, with a day. */
export async function addTask(ctx: Context, input: TopicTaskInput): Promise<void> {
  const topic = await getTopic(ctx, input.id);
  authorize(ctx.actor, "topic.edit");
  checkOpen(topic);
  const { id, areaId, areaPos } = topic;
  const [unit] = await ctx.db.select().from(units).where(eq(units.id, input.unitId));
  if (!unit || unit.closedOn) throw new Refusal("invalid", "case.unitClosed", {}, "unitId");

  const { unitId, task, dueOn } = input;
  await ctx.db
    .insert(topicTasks)
    .values({ topicId: id, id: uuidv7(), areaId, areaPos, unitId, task, dueOn, addedAt: ctx.now });
  const detail = { unit: unit.name, task, dueOn };
  await record(ctx, { subject: "topic", id, action: "topic.taskAdded", areaPos, detail });
}

/** Says that a part is done, and what came of it. */
export async function finishTask(ctx: Context, input: TaskDoneInput): Promise<void> {
  const topic = await getTopic(ctx, input.id);
  authorize(ctx.actor, "topic.edit");
  checkOpen(topic);
  const { id, areaPos } = topic;
  const done = await ctx.db
    .update(topicTasks)
    .set({ doneOn: localDay(ctx.now), doneNote: input.note })
    .where(and(eq(topicTasks.topicId, id), eq(topicTasks.id, input.task), isNull(topicTasks.doneOn)))
    .returning({ task: topicTasks.task });
  const [task] = done;
  if (!task) throw new Refusal("conflict", "topic.taskDone");
  const detail = { ...task, note: input.note };
  await record(ctx, { subject: "topic", id, action: "topic.taskFinished", areaPos, detail });
}
