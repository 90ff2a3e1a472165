import "server-only";
import { uuidv7 } from "uuidv7";
import { topicNotes } from "../../db/schema/topics";
import { authorize } from "../access/guard";
import type { Context } from "../context";
import { record } from "../events/record";
import type { TopicNoteInput } from "./input";
import { checkOpen, getTopic } from "./queries";

/** Writes beside a day what happened then, where the weeks of the topic are drawn. */
export async function addNote(ctx: Context, input: TopicNoteInput): Promise<void> {
  const topic = await getTopic(ctx, input.id);
  authorize(ctx.actor, "topic.edit");
  checkOpen(topic);
  const { id, areaId, areaPos } = topic;
  const { day, note } = input;
  await ctx.db
    .insert(topicNotes)
    .values({ topicId: id, id: uuidv7(), areaId, areaPos, day, note, notedName: ctx.actor.name });
  await record(ctx, { subject: "topic", id, action: "topic.noted", areaPos, detail: { day, note } });
}
