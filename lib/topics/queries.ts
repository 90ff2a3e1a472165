import { and, asc, between, count, desc, eq, notInArray, sql } from "drizzle-orm";
import { areas, units } from "../../db/schema/areas";
import { cases } from "../../db/schema/cases";
import { topicCases, topicNotes, topics, topicTasks } from "../../db/schema/topics";
import type { AreaRange } from "../areas/model";
import { matching } from "../cases/conditions";
import type { Context } from "../context";
import { Refusal } from "../errors";

const row = {
  id: topics.id,
  areaId: topics.areaId,
  areaPos: topics.areaPos,
  areaName: areas.name,
  pos: areas.pos,
  last: areas.last,
  title: topics.title,
  goal: topics.goal,
  categoryCodes: topics.categoryCodes,
  keyword: topics.keyword,
  leadUnitId: topics.leadUnitId,
  unitName: units.name,
  startsOn: topics.startsOn,
  endsOn: topics.endsOn,
  closing: topics.closing,
  closedOn: topics.closedOn,
  closedName: topics.closedName,
};
const linked = sql<number>`(select count(*)::int from topic_cases c where c.topic_id = topics.id)`;
const tasks = sql<number>`(select count(*)::int from topic_tasks k where k.topic_id = topics.id)`;
const done = sql<number>`(select count(*)::int from topic_tasks k where k.topic_id = topics.id and k.done_on is not null)`;

/** The topics of an area and below: those under way, then those that are over, the latest first. */
export function listTopics(ctx: Context, range: AreaRange) {
  return ctx.db
    .select({ ...row, linked, tasks, done })
    .from(topics)
    .innerJoin(areas, eq(areas.id, topics.areaId))
    .innerJoin(units, eq(units.id, topics.leadUnitId))
    .where(between(topics.areaPos, range.pos, range.last))
    .orderBy(sql`${topics.closedOn} desc nulls first`, desc(topics.startsOn), desc(topics.id))
    .limit(50);
}
export type TopicRow = Awaited<ReturnType<typeof listTopics>>[number];

/** Outside the actor's scope a topic does not exist: null. */
export async function findTopic(ctx: Context, id: string) {
  const [found] = await ctx.db
    .select(row)
    .from(topics)
    .innerJoin(areas, eq(areas.id, topics.areaId))
    .innerJoin(units, eq(units.id, topics.leadUnitId))
    .where(eq(topics.id, id));
  return found ?? null;
}
export type Topic = NonNullable<Awaited<ReturnType<typeof findTopic>>>;

export async function getTopic(ctx: Context, id: string): Promise<Topic> {
  const found = await findTopic(ctx, id);
  if (!found) throw new Refusal("not-found", "topic.missing");
  return found;
}

/** On a topic that is over nobody works: it has to be taken up again first. */
export function checkOpen({ closedOn }: Pick<Topic, "closedOn">): void {
  if (closedOn !== null) throw new Refusal("conflict", "topic.closed");
}

export function listTasks(ctx: Context, topicId: string) {
  return ctx.db
    .select({
      id: topicTasks.id,
      unitName: units.name,
      task: topicTasks.task,
      dueOn: topicTasks.dueOn,
      doneOn: topicTasks.doneOn,
      doneNote: topicTasks.doneNote,
    })
    .from(topicTasks)
    .innerJoin(units, eq(units.id, topicTasks.unitId))
    .where(eq(topicTasks.topicId, topicId))
    .orderBy(asc(topicTasks.dueOn), asc(topicTasks.id));
}
export type TopicTask = Awaited<ReturnType<typeof listTasks>>[number];

export function listNotes(ctx: Context, topicId: string) {
  return ctx.db
    .select({ id: topicNotes.id, day: topicNotes.day, note: topicNotes.note, by: topicNotes.notedName })
    .from(topicNotes)
    .where(eq(topicNotes.topicId, topicId))
    .orderBy(asc(topicNotes.day), asc(topicNotes.id));
}
export type TopicNote = Awaited<ReturnType<typeof listNotes>>[number];

export async function countLinked(ctx: Context, topicId: string): Promise<number> {
  const [found] = await ctx.db.select({ n: count() }).from(topicCases).where(eq(topicCases.topicId, topicId));
  return found?.n ?? 0;
}

/** Requests of the matter of a topic that do not stand under it yet, the newest first. */
export function listSuggested(ctx: Context, topic: Topic, most: number) {
  const standing = ctx.db.select({ id: topicCases.caseId }).from(topicCases).where(eq(topicCases.topicId, topic.id));
  return ctx.db
    .select({
      id: cases.id,
      number: cases.number,
      title: cases.title,
      state: cases.state,
      registeredAt: cases.registeredAt,
    })
    .from(cases)
    .where(and(matching({ matter: topic.id }, topic, ctx.now), notInArray(cases.id, standing)))
    .orderBy(desc(cases.registeredAt), desc(cases.id))
    .limit(most);
}
export type SuggestedCase = Awaited<ReturnType<typeof listSuggested>>[number];
