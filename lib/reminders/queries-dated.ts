import { type SQL, sql } from "drizzle-orm";
import { can } from "../access/model";
import { localDay, zone } from "../calendar/zone";
import type { Context } from "../context";
import type { Issue } from "./issue";
import { type Horizon, remindsOf } from "./model";

type View = { ctx: Context; seen: Horizon; heard: Horizon };

/** Tasks with a day that the actor is to see to, and may: of agreements those of its unit or its area, of topics those of its own area or unit. */
export function datedTasks({ actor }: Context): SQL[] {
  return [
    ...(remindsOf(actor, "promise") ? [promises(actor)] : []),
    ...(can(actor, "topic.edit") && actor.unitId === null ? [ofTopics(actor)] : []),
    ...(remindsOf(actor, "unit-task") ? [ofUnit] : []),
  ];
}

/** What is due within the next work day, and what is late: raised when it comes that near, and once more when it is late. */
export function dated({ ctx, seen, heard }: View): SQL[] {
  return datedTasks(ctx).map(
    (tasks) => sql`
    select kind, id, null::bigint, title, false, ${endOf}, null::timestamptz,
      coalesce(added_at > ${seen.late.toISOString()}, false) or due_on > ${seen.nextWorkDay}::date
        or (due_on >= ${seen.day}::date and due_on < ${heard.day}::date)
    from (${tasks}) t where due_on <= ${heard.nextWorkDay}::date and coalesce(added_at <= ${heard.late.toISOString()}, true)`,
  );
}

/** What fell due in the days of an issue and is not done. */
export async function listDated(ctx: Context, { after, at }: Issue) {
  const parts = datedTasks(ctx);
  if (parts.length === 0) return [];
  const rows = await ctx.db.execute<{
    kind: "promise" | "task" | "unit-task";
    id: string;
    title: string;
    dueAt: string;
  }>(sql`
    select kind, id, title, ${endOf} as "dueAt" from (${sql.join(parts, sql` union all `)}) t
    where due_on between ${localDay(after)}::date and ${localDay(at)}::date order by due_on, title`);
  const same = { number: null, urgent: false, doneAt: null, isNew: false };
  return rows.map((row) => ({ ...row, ...same, dueAt: new Date(row.dueAt) }));
}

const endOf = sql.raw(`((due_on + 1)::timestamp at time zone '${zone}' - interval '1 millisecond')`);

function promises({ unitId, pos, last }: Context["actor"]): SQL {
  return sql`
    select 'promise'::text as kind, estate_id as id, title, due_on, added_at from agreement_tasks
    where done_on is null and area_pos between ${pos} and ${last} ${unitId === null ? sql`` : sql`and unit_id = ${unitId}`}`;
}

const ofUnit = sql`select 'unit-task'::text as kind, id, task || ' · ' || topic as title, due_on, added_at from unit_tasks()`;

function ofTopics({ areaId }: Context["actor"]): SQL {
  return sql`
    select 'task'::text as kind, k.topic_id as id, k.task as title, k.due_on, k.added_at
    from topic_tasks k join topics t on t.id = k.topic_id
    where k.done_on is null and t.closed_on is null and k.area_id = ${areaId}`;
}
