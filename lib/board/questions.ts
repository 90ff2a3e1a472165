import { type SQL, sql } from "drizzle-orm";
import type { AreaRange } from "../areas/model";
import { dayStart, localDay, nextDay } from "../calendar/zone";
import type { Context } from "../context";
import {
  caseCounters,
  type DayCounter,
  dayCounters,
  type GroundCounter,
  groundCounters,
  type VisitCounter,
} from "../counters/model";
import { cutsOf, dayWithin, instantWithin, isPartOf, partOfDay, partOfInstant } from "./cuts";
import { type Ground, openCounters, type Promises } from "./tally";

/**
 * Days that belong together in one answer, both ends included. Medians and the opening balance are asked for `whole`
 * spans only, not for the parts of a chart.
 */
export type Span = { key: string; from: string; to: string; whole?: boolean };

export type CountRow = { key: string } & Record<string, number | string>;

const spansOf = (spans: readonly Span[]): SQL =>
  sql`(values ${sql.join(
    spans.map((span) => sql`(${span.key}::text, ${span.from}::date, ${span.to}::date)`),
    sql`, `,
  )}) as span (key, "from", "to")`;

const idsOf = (ids: readonly string[]): SQL =>
  sql`(${sql.join(
    ids.map((id) => sql`${id}::uuid`),
    sql`, `,
  )})`;

const sums = dayCounters.map((key) => `sum(d.${key})::int as ${key}`).join(", ");

/** The daily counts of counted areas, added up over each span. */
export async function askDays(ctx: Context, areaIds: readonly string[], spans: readonly Span[], today: string) {
  const cuts = cutsOf(spans, [today]);
  const day = sql`d.day`;
  const rows = await ctx.db.execute<{ areaId: string; part: number } & Record<DayCounter, number>>(sql`
    select d.area_id as "areaId", ${partOfDay(cuts, day)} as part, ${sql.raw(sums)}
    from area_days d where d.area_id in ${idsOf(areaIds)} and ${dayWithin(cuts, day)}
    group by 1, 2`);
  const isAhead = (part: number) => (cuts.days[part - 1] ?? "") >= today;
  return spans.flatMap(({ key, from, to }) => {
    const inside = rows.filter(({ part }) => isPartOf(cuts, part, { from, to }));
    return inside.map((row): CountRow & { areaId: string } => ({
      ...row,
      key,
      ...(isAhead(row.part)
        ? Object.fromEntries(openCounters.map((counter) => [`${counter}_from_today`, row[counter]]))
        : {}),
    }));
  });
}

/** The day from which on requests are recorded around an area; null where none is. */
export async function askRecordsSince(ctx: Context, areaId: string): Promise<string | null> {
  const [row] = await ctx.db.execute<{ day: string | null }>(sql`select records_since(${areaId})::text as day`);
  return row?.day ?? null;
}

const caseSums = Object.keys(caseCounters)
  .map((key) => `count(*) filter (where k.key = '${key}')::int as ${key}`)
  .join(", ");
const caseOpenSums = (today: string) =>
  openCounters
    .map((key) => `count(*) filter (where k.key = '${key}' and k.day >= '${today}')::int as ${key}_from_today`)
    .join(", ");

const groups = { none: "''::text", category: "coalesce(c.category_code, 'none')", channel: "c.channel" } as const;
export type RowGroup = keyof typeof groups;

/** The same counts from the rows of a range, all together or by a column of the row. */
export function askRows(
  ctx: Context,
  range: AreaRange,
  spans: readonly Span[],
  { by, today }: { by: RowGroup; today: string },
) {
  return ctx.db.execute<CountRow & { group: string }>(sql`
    select span.key, ${sql.raw(groups[by])} as "group", ${sql.raw(caseSums)}, ${sql.raw(caseOpenSums(checkedDay(today)))}
    from cases c, case_counts(c) k join ${spansOf(spans)} on k.day between span."from" and span."to"
    where c.area_pos between ${range.pos} and ${range.last}
    group by 1, 2`);
}

export function askVisits(ctx: Context, range: AreaRange, spans: readonly Span[]) {
  return ctx.db.execute<{ key: string; areaId: string; counter: VisitCounter; n: number }>(sql`
    select span.key, v.area_id as "areaId", k.key as counter, sum(k.n)::int as n
    from visits v, visit_counts(v) k join ${spansOf(spans)} on k.day between span."from" and span."to"
    where v.area_pos between ${range.pos} and ${range.last}
    group by span.key, v.area_id, k.key`);
}

/** What partners promised by the days of each span, as of the clock. */
export async function askPromises(
  ctx: Context,
  range: AreaRange,
  spans: readonly Span[],
): Promise<Map<string, Promises>> {
  const today = localDay(ctx.now);
  const cuts = cutsOf(spans, [today]);
  const day = sql`p.promised_by`;
  const rows = await ctx.db.execute<{ part: number; kept: number; n: number }>(sql`
    select ${partOfDay(cuts, day)} as part, count(*) filter (where p.kept_on <= p.promised_by)::int as kept, count(*)::int as n
    from projects p where p.area_pos between ${range.pos} and ${range.last} and ${dayWithin(cuts, day)}
    group by 1`);
  const isAhead = (part: number) => (cuts.days[part - 1] ?? "") >= today;
  return new Map(
    spans.map(({ key, from, to }) => {
      const inside = rows.filter(({ part }) => isPartOf(cuts, part, { from, to }));
      const due = inside.filter(({ part }) => !isAhead(part));
      const sum = (parts: { kept: number; n: number }[], of: "kept" | "n") =>
        parts.reduce((all, part) => all + part[of], 0);
      return [key, { kept: sum(due, "kept"), due: sum(due, "n"), notDue: sum(inside, "n") - sum(due, "n") }];
    }),
  );
}

const edges = { contact: "contact_due_at", dispatch: "dispatch_due_at", close: "close_due_at" } as const;
export type Clock = keyof typeof edges;

/** Open cases whose limit passed since the day began, by area of the row: passing a deadline is no write. */
export function askEdge(ctx: Context, range: AreaRange, { by, today }: { by: RowGroup; today: string }) {
  const parts = Object.entries(edges).map(
    ([clock, column]) => sql`
      select ${clock}::text as clock, c.area_pos as "areaPos", ${sql.raw(groups[by])} as "group", count(*)::int as n from cases c
      where ${sql.raw(`(${caseCounters[`${clock as Clock}_open`].when})`)}
        and c.${sql.raw(column)} >= ${dayStart(today).toISOString()} and c.${sql.raw(column)} < ${ctx.now.toISOString()}
        and c.area_pos between ${range.pos} and ${range.last}
      group by 2, 3`,
  );
  return ctx.db.execute<{ clock: Clock; areaPos: number; group: string; n: number }>(sql.join(parts, sql` union all `));
}

export const childCounters = [
  "received",
  "closed_on_time",
  "closed_late",
  "close_open",
  "close_duplicate",
  "close_invalid",
  "close_out_of_scope",
  "close_withdrawn",
  "extended",
  "deferred",
  "voided",
] as const;

/** What the comparison of grids needs, from the rows of their community. */
export function askChildRows(ctx: Context, range: AreaRange, span: Span) {
  const start = dayStart(span.from).toISOString();
  const end = dayStart(nextDay(span.to)).toISOString();
  const late = new Date(Math.min(dayStart(nextDay(span.to)).getTime(), ctx.now.getTime())).toISOString();
  const counts = childCounters.map((key) => {
    const at = sql.raw(caseCounters[key].at);
    const until = key === "close_open" ? late : end;
    return sql`count(*) filter (where (${sql.raw(caseCounters[key].when)}) and ${at} >= ${start} and ${at} < ${until})::int as ${sql.raw(key)}`;
  });
  return ctx.db.execute<{ areaPos: number } & Record<(typeof childCounters)[number], number>>(sql`
    select c.area_pos as "areaPos", ${sql.join(counts, sql`, `)} from cases c
    where c.area_pos between ${range.pos} and ${range.last} and c.registered_at < ${end} group by c.area_pos`);
}

/** Open cases when each span begins: everything received before it, less everything finished before it. */
export async function askOpenings(ctx: Context, areaId: string, spans: readonly Span[]): Promise<Map<string, number>> {
  const sums = spans.map(
    (span, i) =>
      sql`coalesce(sum(received - finished) filter (where day < ${span.from}), 0)::int as ${sql.raw(`n${i}`)}`,
  );
  const last = spans.reduce((latest, span) => (span.from > latest ? span.from : latest), "");
  const [row] = await ctx.db.execute<Record<string, number>>(sql`
    select ${sql.join(sums, sql`, `)} from area_days where area_id = ${areaId} and day < ${last}`);
  return new Map(spans.map((span, i) => [span.key, row?.[`n${i}`] ?? 0]));
}

export async function askOpeningsOfRows(
  ctx: Context,
  range: AreaRange,
  spans: readonly Span[],
): Promise<Map<string, number>> {
  const finished = sql.raw(`coalesce(${caseCounters.finished.at}, 'infinity')`);
  const counts = spans.map((span, i) => {
    const start = dayStart(span.from).toISOString();
    return sql`count(*) filter (where registered_at < ${start} and ${finished} >= ${start})::int as ${sql.raw(`n${i}`)}`;
  });
  const [row] = await ctx.db.execute<Record<string, number>>(sql`
    select ${sql.join(counts, sql`, `)} from cases where area_pos between ${range.pos} and ${range.last}`);
  return new Map(spans.map((span, i) => [span.key, row?.[`n${i}`] ?? 0]));
}

const groundSums = groundCounters.map((key) => `sum(d.${key}) as ${key}`).join(", ");

/** What stands in the area at the end of each span. */
export async function askGround(ctx: Context, areaId: string, spans: readonly Span[]): Promise<Map<string, Ground>> {
  const cuts = cutsOf(spans);
  const last = cuts.days.at(-1) ?? "";
  const rows = await ctx.db.execute<{ part: number } & Ground>(sql`
    select ${partOfDay(cuts, sql`d.day`)} as part, ${sql.raw(groundSums)} from ground_days d
    where d.area_id = ${areaId} and d.day < ${last} group by 1 order by 1`);
  return new Map(
    spans.map(({ key, to }) => {
      const ended = cuts.days.indexOf(nextDay(to));
      const upTo = rows.filter(({ part }) => part <= ended);
      const total = (counter: GroundCounter) => upTo.reduce((sum, row) => sum + row[counter], 0);
      return [key, groundOf(Object.fromEntries(groundCounters.map((counter) => [counter, total(counter)])))];
    }),
  );
}

/** The stock of one grid, which keeps no counts of its own. */
export async function askGroundOfGrid(
  ctx: Context,
  areaId: string,
  spans: readonly Span[],
): Promise<Map<string, Ground>> {
  const rows = await ctx.db.execute<{ key: string; staffed: boolean; party: boolean; stations: string[] }>(sql`
    select span.key,
      exists (select 1 from officers o where o.area_id = a.id and o.kind = 'full_time' and daterange(o.starts_on, o.ends_on, '[]') @> span."to") as staffed,
      a.party_from is not null and daterange(a.party_from, a.party_to, '[]') @> span."to" as party,
      array(select s.field from stations s where s.area_id = a.id and daterange(s.opened_on, s.closed_on, '[]') @> span."to") as stations
    from areas a cross join ${spansOf(spans)} where a.id = ${areaId}`);
  return new Map(
    rows.map(({ key, staffed, party, stations }) => [
      key,
      groundOf({
        grids: 1,
        grids_staffed: Number(staffed),
        grids_party: Number(party),
        stations_residents: stations.filter((field) => field === "residents").length,
        stations_property: stations.filter((field) => field === "property").length,
        stations_office: stations.filter((field) => field === "office").length,
      }),
    ]),
  );
}

/** What an area has before anything was set up in it. */
export const noGround = groundOf({});

function groundOf(known: Partial<Ground>): Ground {
  // Object.fromEntries forgets the names of its keys; they are those of the list.
  return Object.fromEntries(groundCounters.map((key) => [key, Number(known[key] ?? 0)])) as Ground;
}

/** Received by category: from the daily mix of a street or larger area. */
export async function askCategories(ctx: Context, areaId: string, spans: readonly Span[]) {
  const cuts = cutsOf(spans);
  const day = sql`d.day`;
  const rows = await ctx.db.execute<Category>(sql`
    select ${partOfDay(cuts, day)} as part, d.key as category, sum(d.n)::int as n from mix_days d
    where d.area_id = ${areaId} and d.dimension = 'category' and ${dayWithin(cuts, day)}
    group by 1, 2`);
  return bySpan(rows, spans);
}

export async function askCategoriesOfRows(ctx: Context, range: AreaRange, spans: readonly Span[]) {
  const cuts = cutsOf(spans);
  const at = sql`c.registered_at`;
  const rows = await ctx.db.execute<Category>(sql`
    select ${partOfInstant(cuts, at)} as part, coalesce(c.category_code, 'none') as category, count(*)::int as n from cases c
    where c.area_pos between ${range.pos} and ${range.last} and ${instantWithin(cuts, at)}
    group by 1, 2`);
  return bySpan(rows, spans);
}

type Category = { part: number; category: string; n: number };

function bySpan(rows: readonly Category[], spans: readonly Span[]) {
  const cuts = cutsOf(spans);
  return spans.flatMap((span) =>
    rows.filter(({ part }) => isPartOf(cuts, part, span)).map(({ category, n }) => ({ key: span.key, category, n })),
  );
}

function checkedDay(day: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) throw new Error("a day is YYYY-MM-DD");
  return day;
}
