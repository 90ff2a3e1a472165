import { type SQL, sql } from "drizzle-orm";
import type { AreaRange } from "../areas/model";
import { localDay } from "../calendar/zone";
import type { Context } from "../context";

/** Figures of the base and of visits open to rows of their own; the figures of cases open to cases. */
export const groundFigureKeys = [
  "grids_staffed",
  "grids_party",
  "area_covered",
  "households_covered",
  "communities_gridded",
  "stations_open",
  "stations_residents",
  "stations_property",
  "stations_office",
  "promises_kept",
  "visited",
] as const;
export type GroundFigureKey = (typeof groundFigureKeys)[number];

/** One record behind a figure: what it adds to the numerator and to the denominator, and since when it stands. */
export type GroundRecord = {
  id: string;
  areaId: string;
  name: string;
  parentName: string | null;
  numerator: number;
  denominator: number;
  since: string | null;
  /** Over all records, also those beyond the listed ones. */
  numerators: number;
  denominators: number;
};

export type RecordQuestion = { figure: GroundFigureKey; from: string; to: string };

/** The records of a figure in a range, what is missing first; their sums are the figure's numerator and denominator. */
export async function listGroundRecords(
  ctx: Context,
  range: AreaRange,
  question: RecordQuestion,
): Promise<GroundRecord[]> {
  const rows = await ctx.db.execute<GroundRecord>(sql`
    select r.id, r.area_id as "areaId", r.name, up.name as "parentName",
      r.numerator::float8 as numerator, r.denominator::float8 as denominator, r.since::text as since,
      (sum(r.numerator) over ())::float8 as numerators, (sum(r.denominator) over ())::float8 as denominators
    from (${rowsOf(question, localDay(ctx.now))}) r (id, area_id, name, pos, numerator, denominator, since)
    join areas a on a.id = r.area_id left join areas up on up.id = a.parent_id
    where r.pos between ${range.pos} and ${range.last}
    order by r.numerator = 0 desc, r.pos, r.since limit 2000`);
  return [...rows];
}

function rowsOf({ figure, from, to }: RecordQuestion, today: string): SQL {
  switch (figure) {
    case "grids_staffed":
      return sql`select g.id, g.id, g.name, g.pos, (o.since is not null)::int, 1, o.since from (${grids(to)}) g
        left join (select area_id, min(starts_on) as since from officers
          where kind = 'full_time' and daterange(starts_on, ends_on, '[]') @> ${to}::date group by 1) o on o.area_id = g.id`;
    case "grids_party":
      return sql`select g.id, g.id, g.name, g.pos, (g.party_from is not null and daterange(g.party_from, g.party_to, '[]') @> ${to}::date)::int, 1, g.party_from
        from (${grids(to)}) g`;
    case "communities_gridded":
      return sql`select c.id, c.id, c.name, c.pos, exists (select 1 from areas g where g.parent_id = c.id and g.level = 'grid'
        and daterange(g.opened_on, g.closed_on, '[]') @> ${to}::date)::int, 1, c.opened_on from (${communities(to)}) c`;
    case "households_covered":
      return sql`select c.id, c.id, c.name, c.pos, h.n, greatest(coalesce(c.households, 0), h.n), c.opened_on from (${communities(to)}) c,
        lateral (select coalesce(sum(households), 0) as n from areas g where g.parent_id = c.id and g.level = 'grid' and g.closed_on is null) h`;
    case "area_covered":
      return sql`select c.id, c.id, c.name, c.pos, c.covered_m2, c.area_m2, c.opened_on from (${communities(to)}) c
        where c.area_m2 is not null and c.covered_m2 is not null`;
    case "visited":
      return sql`select v.id, v.area_id, a.name, v.area_pos, v.visited, v.due - v.absent - v.refused, v.visited_on
        from visits v join areas a on a.id = v.area_id where v.visited_on between ${from} and ${to}`;
    case "promises_kept":
      return sql`select p.id, p.area_id, u.name || ' · ' || p.offer, p.area_pos, coalesce(p.kept_on <= p.promised_by, false)::int, 1, p.promised_by
        from projects p join units u on u.id = p.partner_id where p.promised_by between ${from} and ${to} and p.promised_by < ${today}`;
    default:
      return stationsOf(figure, to);
  }
}

function stationsOf(figure: GroundFigureKey, day: string): SQL {
  const field = figure === "stations_open" ? sql`true` : sql`s.field = ${figure.replace("stations_", "")}`;
  return sql`select s.id, s.area_id, s.name, s.area_pos, 1, 1, s.opened_on from stations s
    where ${field} and daterange(s.opened_on, s.closed_on, '[]') @> ${day}::date`;
}

const grids = (day: string) => sql`select a.* from areas a left join areas up on up.id = a.parent_id
  where a.level = 'grid' and up.level is distinct from 'grid' and daterange(a.opened_on, a.closed_on, '[]') @> ${day}::date`;

const communities = (day: string) =>
  sql`select * from areas where level = 'community' and daterange(opened_on, closed_on, '[]') @> ${day}::date`;
