import { sql } from "drizzle-orm";
import { endOfDay } from "../calendar/zone";
import type { Context } from "../context";

type Row = { id: string; task: string; topic: string; areaName: string; dueOn: string };

/** What the actor's unit has to do for topics, first due first; it sees its task and what it is for, not the topic. */
export async function listUnitTasks(ctx: Context) {
  if (ctx.actor.unitId === null) return [];
  const rows = await ctx.db.execute<Row>(sql`
    select id, task, topic, area_name as "areaName", due_on::text as "dueOn" from unit_tasks() order by due_on, id`);
  return rows.map((row) => ({ ...row, dueAt: endOfDay(row.dueOn) }));
}
export type UnitTask = Awaited<ReturnType<typeof listUnitTasks>>[number];
