import { and, asc, between, count, desc, eq, inArray, isNull, sql } from "drizzle-orm";
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
const linked = sql<number>`(select count(*)::int from topic_cases c where c.topic_id = topics.id and c.taken_at is null)`;
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
  const [found] = await ctx.db
    .select({ n: count() })
    .from(topicCases)
    .where(and(eq(topicCases.topicId, topicId), isNull(topicCases.takenAt)));
  return found?.n ?? 0;
}

/** Requests of the matter of a topic that do not stand under it yet, the newest first. */
export function listSuggested(ctx: Context, topic: Topic, most: number) {
  return ctx.db
    .select({
      id: cases.id,
      version: cases.version,
      number: cases.number,
      title: cases.title,
      state: cases.state,
      registeredAt: cases.registeredAt,
    })
    .from(cases)
    .where(matching({ matter: topic.id, outside: topic.id }, topic, ctx.now))
    .orderBy(desc(cases.registeredAt), desc(cases.id))
    .limit(most);
}
export type SuggestedCase = Awaited<ReturnType<typeof listSuggested>>[number];

/** Those under way in an area and below, to put cases under. */
export function listOpenTopics(ctx: Context, range: AreaRange) {
  return ctx.db
    .select({ id: topics.id, title: topics.title })
    .from(topics)
    .where(and(between(topics.areaPos, range.pos, range.last), isNull(topics.closedOn)))
    .orderBy(desc(topics.startsOn), desc(topics.id))
    .limit(20);
}

/** What topics are called, as far as the actor may see them. */
export async function titlesOf(ctx: Context, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await ctx.db.select({ id: topics.id, title: topics.title }).from(topics).where(inArray(topics.id, ids));
  return new Map(rows.map(({ id, title }) => [id, title]));
}
