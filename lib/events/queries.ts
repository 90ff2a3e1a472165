import { and, desc, eq, gte, ilike, lt, sql } from "drizzle-orm";
import { areas } from "../../db/schema/areas";
import { events } from "../../db/schema/cases";
import { dayStart, nextDay } from "../calendar/zone";
import type { Context } from "../context";
import type { EventFilter } from "./input";

const pageSize = 50;

export type EventRow = Awaited<ReturnType<typeof listEvents>>["rows"][number];

/** The trace, newest first; of requests who did what, never what they say. `older` is where the next page begins. */
export async function listEvents(ctx: Context, { action, by, from, to, older }: EventFilter) {
  const [at = "", id = ""] = older?.split("_") ?? [];
  const found = await ctx.db
    .select({
      id: events.id,
      at: events.at,
      by: events.by,
      role: events.role,
      action: events.action,
      subject: events.subject,
      areaName: areas.name,
      detail: sql<Record<string, unknown>>`case when ${events.subject} = 'case' then '{}' else ${events.detail} end`,
    })
    .from(events)
    .leftJoin(areas, eq(areas.pos, events.areaPos))
    .where(
      and(
        action ? eq(events.action, action) : undefined,
        by ? ilike(events.by, `%${by.replace(/[\\%_]/g, "\\$&")}%`) : undefined,
        from ? gte(events.at, dayStart(from)) : undefined,
        to ? lt(events.at, dayStart(nextDay(to))) : undefined,
        older ? sql`(${events.at}, ${events.id}) < (${at}::timestamptz, ${id}::uuid)` : undefined,
      ),
    )
    .orderBy(desc(events.at), desc(events.id))
    .limit(pageSize + 1);
  const rows = found.slice(0, pageSize);
  const last = rows.at(-1);
  return { rows, older: found.length > pageSize && last ? `${last.at.toISOString()}_${last.id}` : null };
}
