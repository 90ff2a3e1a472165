import { type SQL, sql } from "drizzle-orm";
import { type AreaLevel, type AreaRange, isCounted } from "../areas/model";
import { dayStart, nextDay } from "../calendar/zone";
import type { Context } from "../context";
import { type Clock, clocks, durationGrowth } from "../counters/model";
import { exactMedian, groupedMedian } from "../figures/median";
import { cutsOf, dayWithin, instantWithin, isPartOf, partOfDay, partOfInstant } from "./cuts";
import type { Span } from "./questions";
import { type Median, noMedian } from "./tally";

export type Medians = { contact: Median; dispatch: Median };

/** Above this many durations the median is taken from classes of 5 %, not from the rows. */
const readOneByOne = 5_000;

/** Median hours from registering to first contact and to dispatch, for each span. */
export async function askMedians(
  ctx: Context,
  area: AreaRange & { id: string; level: AreaLevel },
  spans: readonly Span[],
): Promise<Map<string, Medians>> {
  const mixed = isCounted(area.level) && area.level !== "community";
  return mixed ? fromClasses(ctx, area, spans) : fromRows(ctx, area, spans);
}

/** A community is small: its rows are read once, for both clocks and all spans. */
async function fromRows(ctx: Context, area: AreaRange, spans: readonly Span[]): Promise<Map<string, Medians>> {
  const cuts = cutsOf(spans);
  const at = { contact: sql`c.contacted_at`, dispatch: sql`c.dispatched_at` };
  const rows = await ctx.db.execute<Record<`${Clock}Part` | `${Clock}Minutes`, number | null>>(sql`
    select ${partOfInstant(cuts, at.contact)} as "contactPart", ${minutes(at.contact)} as "contactMinutes",
      ${partOfInstant(cuts, at.dispatch)} as "dispatchPart", ${minutes(at.dispatch)} as "dispatchMinutes"
    from cases c
    where c.area_pos between ${area.pos} and ${area.last} and c.validity = 'valid'
      and (${instantWithin(cuts, at.contact)} or ${instantWithin(cuts, at.dispatch)})`);
  const median = (clock: Clock, span: Span): Median => {
    const inside = rows.flatMap((row) => {
      const [part, length] = [row[`${clock}Part`], row[`${clock}Minutes`]];
      return part !== null && length !== null && isPartOf(cuts, part, span) ? [length] : [];
    });
    return exact(exactMedian(inside), inside.length);
  };
  return new Map(
    spans.map((span) => [span.key, { contact: median("contact", span), dispatch: median("dispatch", span) }]),
  );
}

type Classes = { span: Span; clock: Clock; counts: number[]; n: number };

/** The classes say in which of them the middle lies; only what is in that one is read. */
async function fromClasses(
  ctx: Context,
  area: AreaRange & { id: string },
  spans: readonly Span[],
): Promise<Map<string, Medians>> {
  const found = await askClasses(ctx, area.id, spans);
  const middles = await askMiddles(
    ctx,
    area,
    found.filter(({ n }) => n > 0 && n <= readOneByOne),
  );
  const median = (span: Span, clock: Clock): Median => {
    const classes = found.find((each) => each.span === span && each.clock === clock);
    if (!classes || classes.n === 0) return noMedian;
    const middle = middles.get(classes);
    return middle ? exact(middle, classes.n) : grouped(classes);
  };
  return new Map(
    spans.map((span) => [span.key, { contact: median(span, "contact"), dispatch: median(span, "dispatch") }]),
  );
}

async function askClasses(ctx: Context, areaId: string, spans: readonly Span[]): Promise<Classes[]> {
  const cuts = cutsOf(spans);
  const day = sql`d.day`;
  const rows = await ctx.db.execute<{ part: number } & Record<Clock, string>>(sql`
    select ${partOfDay(cuts, day)} as part, d.contact::text as contact, d.dispatch::text as dispatch from duration_days d
    where d.area_id = ${areaId} and ${dayWithin(cuts, day)}`);
  return spans.flatMap((span) => {
    const mine = rows.filter(({ part }) => isPartOf(cuts, part, span));
    return clocks.map((clock) => {
      const counts: number[] = [];
      for (const row of mine) addClasses(counts, row[clock]);
      return { span, clock, counts, n: counts.reduce((sum, n) => sum + n, 0) };
    });
  });
}

/** Adds counts as PostgreSQL writes an array: {0,3,1}. */
function addClasses(counts: number[], written: string): void {
  if (written === "{}") return;
  for (const [index, n] of written.slice(1, -1).split(",").entries()) counts[index] = (counts[index] ?? 0) + Number(n);
}

/** The exact median in minutes of what the classes hold, from the rows of the class or two in the middle. */
async function askMiddles(ctx: Context, range: AreaRange, all: readonly Classes[]): Promise<Map<Classes, number>> {
  if (all.length === 0) return new Map();
  const parts = all.map(({ span, clock, counts, n }, index) => {
    const at = sql.raw(`c.${clock}ed_at`);
    const [low, high] = [classOf(counts, Math.ceil(n / 2)), classOf(counts, Math.floor(n / 2) + 1)];
    return sql`
      select ${index}::int as index, ${minutes(at)} as minutes from cases c
      where c.area_pos between ${range.pos} and ${range.last} and c.validity = 'valid'
        and c.${sql.raw(`${clock}_class`)} between ${low} and ${high}
        and ${at} >= ${dayStart(span.from).toISOString()} and ${at} < ${dayStart(nextDay(span.to)).toISOString()}`;
  });
  const rows = await ctx.db.execute<{ index: number; minutes: number }>(sql.join(parts, sql` union all `));
  return new Map(
    all.flatMap((classes, index) => {
      const lengths = rows.filter((row) => row.index === index).map((row) => row.minutes);
      const middle = middleOf(
        classes,
        lengths.sort((a, b) => a - b),
      );
      return middle === null ? [] : [[classes, middle]];
    }),
  );
}

function middleOf({ counts, n }: Classes, sorted: readonly number[]): number | null {
  const below = counts.slice(0, classOf(counts, Math.ceil(n / 2))).reduce((sum, count) => sum + count, 0);
  const [lower, upper] = [sorted[Math.ceil(n / 2) - below - 1], sorted[Math.floor(n / 2) - below]];
  return lower === undefined || upper === undefined ? null : exactMedian([lower, upper]);
}

/** The class that holds the value of a rank, counted from 1. */
function classOf(counts: readonly number[], rank: number): number {
  let below = 0;
  return counts.findIndex((count) => {
    below += count;
    return below >= rank;
  });
}

function grouped({ counts, n }: Classes): Median {
  const edgesInHours = Array.from({ length: counts.length + 1 }, (_, k) => (k === 0 ? 0 : durationGrowth ** k / 60));
  return { value: groupedMedian(counts, edgesInHours), n, exact: false };
}

const exact = (middle: number | null, n: number): Median => ({
  value: middle === null ? null : middle / 60,
  n,
  exact: true,
});

const minutes = (at: SQL) => sql`extract(epoch from (${at} - c.registered_at))::float8 / 60`;
