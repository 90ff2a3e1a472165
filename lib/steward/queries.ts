import { and, asc, between, eq, gt, isNotNull, isNull, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { areas, officers, units } from "../../db/schema/areas";
import { cases } from "../../db/schema/cases";
import { agreementTasks } from "../../db/schema/estates";
import { findings } from "../../db/schema/findings";
import type { AreaRange } from "../areas/model";
import { localDay } from "../calendar/zone";
import { matching, under } from "../cases/conditions";
import type { Context } from "../context";
import { matchingPromises } from "../estates/conditions";
import type { Span } from "../periods/model";

const titlesEach = 3;
const mostPromised = 30;
export const mostCommunities = 150;

/** The grids of a community, each with who serves there, its households, buildings and open requests. */
export function listGrids(ctx: Context, range: AreaRange) {
  const today = localDay(ctx.now);
  const inside = alias(areas, "inside");
  const serves = and(
    eq(officers.areaId, areas.id),
    sql`daterange(${officers.startsOn}, ${officers.endsOn}, '[]') @> ${today}::date`,
  );
  return ctx.db
    .select({
      id: areas.id,
      name: areas.name,
      households: areas.households,
      officers: sql<
        string | null
      >`(select string_agg(${officers.name}, '、' order by ${officers.startsOn}) from ${officers} where ${serves})`,
      buildings: sql<number>`(select count(*)::int from ${areas} ${inside} where ${and(
        eq(inside.level, "building"),
        between(inside.pos, areas.pos, areas.last),
        isNull(inside.closedOn),
      )})`,
      open: sql<number>`(select count(*)::int from ${cases} where ${and(
        between(cases.areaPos, areas.pos, areas.last),
        isNull(cases.closedAt),
      )})`,
    })
    .from(areas)
    .where(
      and(
        eq(areas.level, "grid"),
        between(areas.pos, range.pos, range.last),
        or(isNull(areas.closedOn), gt(areas.closedOn, today)),
      ),
    )
    .orderBy(asc(areas.pos))
    .limit(200);
}
export type GridRow = Awaited<ReturnType<typeof listGrids>>[number];

/** Open requests whose date was put off with approval: what was promised instead, by when. */
export function listPutOff(ctx: Context, range: AreaRange) {
  return ctx.db
    .select({
      id: cases.id,
      title: cases.title,
      unitName: units.name,
      closeDueAt: cases.closeDueAt,
      deferredUntil: cases.deferredUntil,
      deferredAt: cases.deferredAt,
    })
    .from(cases)
    .leftJoin(units, eq(units.id, cases.unitId))
    .where(and(under(range), isNull(cases.closedAt), or(isNotNull(cases.extendedAt), isNotNull(cases.deferredAt))))
    .orderBy(asc(cases.closeDueAt), asc(cases.id))
    .limit(mostPromised);
}
export type PutOffRow = Awaited<ReturnType<typeof listPutOff>>[number];

type Said = {
  id: string;
  title: string;
  code: string;
  n: number;
  zh: string | null;
  hant: string | null;
  en: string | null;
};

/** What residents said lately: by category, the most frequent first, with the newest titles of each. */
export async function listSaid(ctx: Context, range: AreaRange, { from, to }: Span) {
  const rows = await ctx.db.execute<Said>(sql`
    select s.id, s.title, s.code, s.n, k.name_zh as zh, k.name_hant as hant, k.name_en as en
    from (
      select id, title, coalesce(category_code, 'none') as code, count(*) over same::int as n,
        row_number() over (same order by registered_at desc, id desc) as place
      from ${cases} where ${matching({ from, to }, range, ctx.now)}
      window same as (partition by coalesce(category_code, 'none'))
    ) s left join categories k on k.code = s.code
    where s.place <= ${titlesEach} order by s.n desc, s.code, s.place`);
  const codes = [...new Set(rows.map(({ code }) => code))];
  return codes.map((code) => {
    const latest = rows.filter((row) => row.code === code);
    const [{ n, zh, hant, en } = { n: 0, zh: null, hant: null, en: null }] = latest;
    return { code, n, name: zh && hant && en ? { zh, hant, en } : null, latest };
  });
}
export type SaidGroup = Awaited<ReturnType<typeof listSaid>>[number];

/** Each community of a range with what is owed there today: open requests, promises and findings, and what of them is late. */
export async function listOwing(ctx: Context, range: AreaRange) {
  const today = localDay(ctx.now);
  const casesIn = (queue: "open" | "overdue") =>
    sql<number>`(select count(*)::int from ${cases} where ${matching({ queue }, areas, ctx.now)})`;
  const promisesIn = (state: "open" | "late") =>
    sql<number>`(select count(*)::int from ${agreementTasks} where ${matchingPromises(areas, { state }, today)})`;
  return ctx.db
    .select({
      id: areas.id,
      name: areas.name,
      open: casesIn("open"),
      overdue: casesIn("overdue"),
      promised: promisesIn("open"),
      late: promisesIn("late"),
      unsettled: sql<number>`(select count(*)::int from ${findings} where ${and(
        sql`${findings.areaPos} between ${areas.pos} and ${areas.last}`,
        isNull(findings.settledOn),
      )})`,
    })
    .from(areas)
    .where(and(eq(areas.level, "community"), between(areas.pos, range.pos, range.last), isNull(areas.closedOn)))
    .orderBy(asc(areas.pos))
    .limit(mostCommunities);
}
export type OwingRow = Awaited<ReturnType<typeof listOwing>>[number];
