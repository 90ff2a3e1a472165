import { sql } from "drizzle-orm";
import { can } from "../access/model";
import type { AreaRange } from "../areas/model";
import { localDay } from "../calendar/zone";
import type { Context } from "../context";
import type { TopicMark, TopicMarks } from "./model";

/** As many as a chart can carry; those of the area itself, or of one above it, before those below. */
const most = 30;

/** What was begun and noted within some days, up to today, by topics whose area holds this one or lies in it. */
export async function listMarks(
  ctx: Context,
  { pos, last }: AreaRange,
  { from, to }: { from: string; to: string },
): Promise<TopicMarks> {
  if (!can(ctx.actor, "topic.read")) return { rows: [], left: 0 };
  const today = localDay(ctx.now);
  const days = sql`between ${from}::date and ${to < today ? to : today}::date`;
  const found = await ctx.db.execute<TopicMark & { total: number }>(sql`
    select t.id as "topicId", t.title, a.name as "areaName", m.day::text as day, m.note, (count(*) over ())::int as total
    from (
      select n.topic_id, n.day, n.note from topic_notes n where n.day ${days}
      union all select o.id, o.starts_on, null from topics o where o.starts_on ${days}) m
    join topics t on t.id = m.topic_id join areas a on a.id = t.area_id
    where a.pos between ${pos} and ${last} or (a.pos <= ${pos} and a.last >= ${last})
    order by a.pos <= ${pos} and a.last >= ${last} desc, m.day desc, m.note is null desc, t.id
    limit ${most}`);
  const rows = found
    .map(({ total: _, ...mark }) => mark)
    .toSorted((a, b) => (a.day === b.day ? 0 : a.day < b.day ? -1 : 1));
  return { rows, left: (found[0]?.total ?? 0) - rows.length };
}
