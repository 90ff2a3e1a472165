import { and, asc, count, desc, eq, gte, isNotNull, lt, sql } from "drizzle-orm";
import { areas } from "../../../db/schema/areas";
import { callbackDraws } from "../../../db/schema/callbacks";
import { cases } from "../../../db/schema/cases";
import type { AreaRange } from "../../areas/model";
import { dayStart, nextDay } from "../../calendar/zone";
import type { Context } from "../../context";
import type { Span } from "../../periods/model";
import type { Settings } from "../../settings/model";
import { toBeAsked, under } from "../conditions";

/** Who is to be asked: all, or those who were drawn. */
export type Asked = "call-back" | "drawn";

export function askedOf({ callbackShare }: Pick<Settings, "callbackShare">): Asked {
  return callbackShare === 100 ? "call-back" : "drawn";
}

/** Nobody else is: who could be chosen could be chosen to please. */
export async function isToBeAsked(ctx: Context, id: string, settings: Settings): Promise<boolean> {
  const [found] = await ctx.db
    .select({ id: cases.id })
    .from(cases)
    .where(and(eq(cases.id, id), toBeAsked(askedOf(settings))));
  return found !== undefined;
}

/** Who is to be asked, the first due first. */
export function listCallbacks(ctx: Context, range: AreaRange, asked: Asked, most: number) {
  return ctx.db
    .select({
      id: cases.id,
      title: cases.title,
      number: cases.number,
      areaName: sql<string>`(select name from ${areas} where ${areas.id} = ${cases.areaId})`,
      closeReason: cases.closeReason,
      urgent: cases.urgent,
      closedAt: cases.closedAt,
      tries: cases.callbackTries,
      triedAt: cases.callbackTriedAt,
      closeDueAt: cases.callbackDueAt,
      deferredAt: sql<null>`null`,
    })
    .from(cases)
    .where(and(under(range), toBeAsked(asked)))
    .orderBy(sql`${cases.callbackDueAt} asc nulls last`, asc(cases.id))
    .limit(most);
}

/** How many wait to be asked, how many of them too long, and of how many no draw has decided. */
export async function countCallbacks(ctx: Context, range: AreaRange, asked: Asked) {
  const counted = async (...conditions: Parameters<typeof and>) => {
    const [row] = await ctx.db
      .select({ n: count() })
      .from(cases)
      .where(and(under(range), ...conditions));
    return row?.n ?? 0;
  };
  const [waiting, late, undrawn] = await Promise.all([
    counted(toBeAsked(asked)),
    counted(toBeAsked(asked), lt(cases.callbackDueAt, ctx.now)),
    counted(toBeAsked("undrawn")),
  ]);
  return { waiting, late, undrawn };
}

/** Why people who were asked on some days were not satisfied, the most frequent first. */
export function countReasons(ctx: Context, range: AreaRange, { from, to }: Span) {
  return ctx.db
    .select({ reason: cases.callbackReason, n: count() })
    .from(cases)
    .where(
      and(
        under(range),
        isNotNull(cases.callbackReason),
        gte(cases.calledBackAt, dayStart(from)),
        lt(cases.calledBackAt, dayStart(nextDay(to))),
      ),
    )
    .groupBy(cases.callbackReason)
    .orderBy(desc(count()), asc(cases.callbackReason));
}

export function listDraws(ctx: Context, areaId: string, most: number) {
  return ctx.db
    .select()
    .from(callbackDraws)
    .where(eq(callbackDraws.areaId, areaId))
    .orderBy(desc(callbackDraws.drawnAt))
    .limit(most);
}
