import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { units } from "../../db/schema/areas";
import { topics } from "../../db/schema/topics";
import { authorize } from "../access/guard";
import type { Context } from "../context";
import { Refusal } from "../errors";
import { record } from "../events/record";
import type { EditTopicInput } from "./input";
import { checkOpen, getTopic } from "./queries";

/** Says anew what a topic is called, what it is for, who leads and when it ends; what is counted and from which day stays. */
export async function editTopic(ctx: Context, input: EditTopicInput): Promise<void> {
  const topic = await getTopic(ctx, input.id);
  authorize(ctx.actor, "topic.edit");
  checkOpen(topic);
  const { id, title, goal, unitId, endsOn = null } = input;
  if (endsOn !== null && endsOn < topic.startsOn) throw new Refusal("invalid", "topic.beforeStart", {}, "endsOn");
  const [unit] = await ctx.db.select().from(units).where(eq(units.id, unitId));
  if (!unit || (unit.closedOn && unitId !== topic.leadUnitId))
    throw new Refusal("invalid", "case.unitClosed", {}, "unitId");

  const edited = await ctx.db
    .update(topics)
    .set({ title, goal, leadUnitId: unitId, endsOn })
    .where(and(eq(topics.id, id), isNull(topics.closedOn)))
    .returning({ id: topics.id });
  if (edited.length === 0) throw new Refusal("conflict", "topic.closed");
  const before = { title: topic.title, goal: topic.goal, unit: topic.unitName, endsOn: topic.endsOn };
  const detail = { title, goal, unit: unit.name, endsOn, before };
  await record(ctx, { subject: "topic", id, action: "topic.edited", areaPos: topic.areaPos, detail });
}
