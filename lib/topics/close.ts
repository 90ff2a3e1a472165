import "server-only";
import { and, eq, isNotNull, isNull } from "drizzle-orm";
import { topics } from "../../db/schema/topics";
import { authorize } from "../access/guard";
import { localDay } from "../calendar/zone";
import type { Context } from "../context";
import { Refusal } from "../errors";
import { record } from "../events/record";
import type { CloseTopicInput, ReopenTopicInput } from "./input";
import { getTopic } from "./queries";

/** Ends a topic and says what came of it; its numbers go on being counted. */
export async function closeTopic(ctx: Context, { id, closing }: CloseTopicInput): Promise<void> {
  const { areaPos } = await getTopic(ctx, id);
  authorize(ctx.actor, "topic.close");
  const closed = await ctx.db
    .update(topics)
    .set({ closing, closedOn: localDay(ctx.now), closedName: ctx.actor.name })
    .where(and(eq(topics.id, id), isNull(topics.closedOn)))
    .returning({ id: topics.id });
  if (closed.length === 0) throw new Refusal("conflict", "topic.closed");
  await record(ctx, { subject: "topic", id, action: "topic.closed", areaPos, detail: { closing } });
}

/** Takes a topic up again; what was said when it was closed stays in its history. */
export async function reopenTopic(ctx: Context, { id, reason }: ReopenTopicInput): Promise<void> {
  const { areaPos, closing } = await getTopic(ctx, id);
  authorize(ctx.actor, "topic.close");
  const reopened = await ctx.db
    .update(topics)
    .set({ closing: null, closedOn: null, closedName: null })
    .where(and(eq(topics.id, id), isNotNull(topics.closedOn)))
    .returning({ id: topics.id });
  if (reopened.length === 0) throw new Refusal("conflict", "topic.openAlready");
  await record(ctx, { subject: "topic", id, action: "topic.reopened", areaPos, detail: { reason, closing } });
}
