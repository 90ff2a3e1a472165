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
  if (!can(ctx.actor, "topic.read")) return { rows: [], isCut: false };
  const today = localDay(ctx.now);
  const days = sql`between ${from}::date and ${to < today ? to : today}::date`;
  // Each of the four reads an index from its end and stops: of a whole city there are thousands.
  const latest = (day: string) => sql`order by ${sql.raw(day)} desc limit ${most + 1}`;
  const above = sql`area_pos in (select pos from areas where pos <= ${pos} and last >= ${last})`;
  const below = sql`area_pos > ${pos} and area_pos <= ${last}`;
  const found = await ctx.db.execute<TopicMark>(sql`
    select t.id as "topicId", t.title, a.name as "areaName", m.day::text as day, m.note
    from (
      select * from (
        (select topic_id, day, note, true as is_above from topic_notes where day ${days} and ${above} ${latest("day")})
        union all (select id, starts_on, null, true from topics where starts_on ${days} and ${above} ${latest("starts_on")})
        union all (select topic_id, day, note, false from topic_notes where day ${days} and ${below} ${latest("day")})
        union all (select id, starts_on, null, false from topics where starts_on ${days} and ${below} ${latest("starts_on")})) u
      order by is_above desc, day desc, note is null desc, topic_id limit ${most + 1}) m
    join topics t on t.id = m.topic_id join areas a on a.id = t.area_id
    order by m.is_above desc, m.day desc, m.note is null desc, t.id`);
  const rows = found.slice(0, most).toSorted((a, b) => (a.day === b.day ? 0 : a.day < b.day ? -1 : 1));
  return { rows, isCut: found.length > most };
}
