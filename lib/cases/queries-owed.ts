import { count } from "drizzle-orm";
import { cases } from "../../db/schema/cases";
import type { AreaRange } from "../areas/model";
import type { Context } from "../context";
import { matching } from "./conditions";
import { type CaseFilter, queues } from "./filter";

export type Owed = Record<(typeof queues)[number], number>;

/** How many open cases wait in each queue of a range, for those who work them off. */
export function countOwed(ctx: Context, range: AreaRange): Promise<Owed> {
  return countQueues(ctx, range, queues);
}

/** How many cases stand in each list; by the same condition as the list behind each number. */
export async function countQueues<Q extends NonNullable<CaseFilter["queue"]>>(
  ctx: Context,
  range: AreaRange,
  wanted: readonly Q[],
): Promise<Record<Q, number>> {
  const counts = await Promise.all(
    wanted.map(async (queue) => {
      const [row] = await ctx.db
        .select({ n: count() })
        .from(cases)
        .where(matching({ queue }, range, ctx.now));
      return [queue, row?.n ?? 0] as const;
    }),
  );
  // Object.fromEntries forgets the names of its keys; they are those of the list.
  return Object.fromEntries(counts) as Record<Q, number>;
}
