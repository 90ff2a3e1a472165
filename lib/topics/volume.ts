import { count, sql } from "drizzle-orm";
import { cases } from "../../db/schema/cases";
import { localDay } from "../calendar/zone";
import { matching } from "../cases/conditions";
import type { Context } from "../context";
import { compareWeeks, type RateRatio } from "../figures/rate-ratio";
import { isAfter, isBefore, type Week, weeksAround } from "./model";
import type { Topic } from "./queries";

export type Volume = {
  weeks: (Week & { n: number })[];
  comparison: RateRatio;
  weeksAfter: number;
  /** All that came in the area in the same weeks: the course of everything, to be read beside. */
  all: RateRatio;
};

/** How many requests of the matter came in each week around the day of the action, and whether that changed. */
export async function volumeOf(ctx: Context, topic: Topic): Promise<Volume> {
  const weeks = weeksAround(topic.startsOn, localDay(ctx.now));
  const [matter, all] = await Promise.all([countWeeks(ctx, topic, weeks, topic.id), countWeeks(ctx, topic, weeks)]);
  return {
    weeks: matter,
    comparison: compared(matter),
    weeksAfter: matter.filter(isAfter).length,
    all: compared(all),
  };
}

function compared(weeks: Volume["weeks"]): RateRatio {
  const countsOf = (side: typeof isBefore) => weeks.filter(side).map(({ n }) => n);
  return compareWeeks(countsOf(isBefore), countsOf(isAfter));
}

type Around = Pick<Topic, "pos" | "last" | "startsOn">;

async function countWeeks(ctx: Context, around: Around, weeks: Week[], matter?: string): Promise<Volume["weeks"]> {
  const [first, last] = [weeks.at(0), weeks.at(-1)];
  const within = { from: first?.from, to: last?.to, ...(matter === undefined ? {} : { matter }) };
  const week = sql<number>`floor((local_day(${cases.registeredAt}) - ${around.startsOn}::date) / 7.0)::int`;
  const found = await ctx.db
    .select({ week, n: count() })
    .from(cases)
    .where(matching(within, around, ctx.now))
    .groupBy(sql`1`);
  return weeks.map((one) => ({ ...one, n: found.find((row) => row.week === one.week)?.n ?? 0 }));
}
