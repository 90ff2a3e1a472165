import { and, asc, count, desc, eq, lt, sql } from "drizzle-orm";
import { callbackDraws } from "../../../db/schema/callbacks";
import { cases } from "../../../db/schema/cases";
import type { AreaRange } from "../../areas/model";
import type { Context } from "../../context";
import { toBeAsked, under } from "../conditions";

/** Who is to be asked: all, or those who were drawn. */
export type Asked = "call-back" | "drawn";

/** Who is to be asked, the first due first. */
export function listCallbacks(ctx: Context, range: AreaRange, asked: Asked, most: number) {
  return ctx.db
    .select({
      id: cases.id,
      title: cases.title,
      state: cases.state,
      urgent: cases.urgent,
      closedAt: cases.closedAt,
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

export function listDraws(ctx: Context, areaId: string, most: number) {
  return ctx.db
    .select()
    .from(callbackDraws)
    .where(eq(callbackDraws.areaId, areaId))
    .orderBy(desc(callbackDraws.drawnAt))
    .limit(most);
}
