import { and, inArray, type SQL, sql } from "drizzle-orm";
import { cases } from "../../db/schema/cases";
import { agreementTasks } from "../../db/schema/estates";
import type { AreaRange } from "../areas/model";
import { emptyTally } from "../board/assemble";
import { definitionOf } from "../board/definitions";
import { figureOf } from "../board/figures";
import type { Figure } from "../board/model";
import type { Tally } from "../board/tally";
import { localDay } from "../calendar/zone";
import { fated, hits, pending, under } from "../cases/conditions";
import type { Fate } from "../cases/filter";
import type { Context } from "../context";
import type { CaseCounter } from "../counters/model";
import { matchingPromises, promised } from "../estates/conditions";
import { rankRates } from "../figures/ranking";
import { countedRateOf, type Rate } from "../figures/rate";
import type { Span } from "../periods/model";
import { getSettings } from "../settings/queries";
import { listUnitsOf, mostUnits } from "../units/queries";

/** The figures companies are compared by: the same counters as on the board, of the requests that lie with each. */
const companyFigures = [
  "received",
  "closed_on_time",
  "extended",
  "deferred",
  "solved",
  "satisfied",
  "reworked",
  "reopened",
] as const;
type CompanyFigure = (typeof companyFigures)[number];

/** The property companies of a range over some days, ranked by the share closed on time. */
export async function compareCompanies(ctx: Context, range: AreaRange, span: Span) {
  const [companies, settings] = await Promise.all([
    listUnitsOf(ctx, range, { kind: "property", closed: "1" }),
    getSettings(ctx),
  ]);
  const ids = companies.map(({ id }) => id);
  const [tallies, promises, fates] = await Promise.all([
    countCases(ctx, range, { span, ids }),
    countPromises(ctx, range, { span, ids }),
    countFates(ctx, range, { span, ids }),
  ]);
  const rows = companies.map(({ id, name, areaName }) => {
    const figures = figuresOf(tallies.get(id) ?? emptyTally(), settings.basicCredit);
    const { numerator, denominator } = figures.closed_on_time;
    return {
      key: id,
      id,
      name,
      areaName,
      figures,
      /** Of what it promised in agreements and what fell due: how much it did by its day. */
      promises: promises.get(id) ?? countedRateOf(0, 0),
      /** Of what was given to it in these days, wherever that lies now: what it gave back, and what was late by then. */
      returned: fates.get(id) ?? nothingGiven,
      numerator: numerator ?? 0,
      denominator: denominator ?? 0,
    };
  });
  const active = rows.filter(
    ({ denominator, figures, promises, returned }) =>
      denominator + (figures.received.value ?? 0) + promises.denominator + returned.rate.denominator > 0,
  );
  return {
    ...rankRates(active, { minimum: settings.rankMinimum }),
    idle: rows.length - active.length,
    minimum: settings.rankMinimum,
    more: companies.length === mostUnits,
  };
}
export type Compared = Awaited<ReturnType<typeof compareCompanies>>;

function figuresOf(tally: Tally, basicCredit: number): Record<CompanyFigure, Figure> {
  // Object.fromEntries forgets the names of its keys; they are those of the list.
  return Object.fromEntries(
    companyFigures.map((key) => [key, figureOf(key, definitionOf(key), tally, basicCredit)]),
  ) as Record<CompanyFigure, Figure>;
}

const definitions = companyFigures.map(definitionOf);
// The figures of companies are made of counters of cases alone.
const counters = [
  ...new Set(
    definitions.flatMap((one) => [
      ...one.of,
      ...(one.in ?? []),
      ...(one.credited ?? []),
      ...Object.values(one.out ?? {}),
    ]),
  ),
] as CaseCounter[];

type Asked = { span: Span; ids: string[] };

/** Every counter for each unit, by the condition of the list that opens from it. */
async function countCases(ctx: Context, range: AreaRange, { span, ids }: Asked): Promise<Map<string, Tally>> {
  if (ids.length === 0) return new Map();
  const { from, to } = span;
  const column = (name: string, condition: SQL | undefined) =>
    sql`(count(*) filter (where ${condition}))::int as ${sql.identifier(name)}`;
  const rows = await ctx.db.execute<{ id: string; not_due: number } & Record<CaseCounter, number>>(sql`
    select ${cases.unitId} as id, ${sql.join(
      counters.map((key) => column(key, hits(key, { from, to }, ctx.now))),
      sql`, `,
    )}, ${column("not_due", pending("close_open", { from, to }, ctx.now))}
    from ${cases} where ${and(under(range), inArray(cases.unitId, ids))} group by 1`);
  return new Map(
    rows.map(({ id, not_due, ...counts }) => {
      const tally = emptyTally();
      Object.assign(tally.counts, counts);
      tally.pending.close_open = not_due;
      return [id, tally];
    }),
  );
}

async function countPromises(ctx: Context, range: AreaRange, { span, ids }: Asked): Promise<Map<string, Rate>> {
  if (ids.length === 0) return new Map();
  const today = localDay(ctx.now);
  const rows = await ctx.db
    .select({
      unitId: agreementTasks.unitId,
      kept: sql<number>`(count(*) filter (where ${promised("kept", today)}))::int`,
      due: sql<number>`(count(*) filter (where ${promised("due", today)}))::int`,
    })
    .from(agreementTasks)
    .where(and(inArray(agreementTasks.unitId, ids), matchingPromises(range, { from: span.from, to: span.to }, today)))
    .groupBy(agreementTasks.unitId);
  return new Map(rows.map(({ unitId, kept, due }) => [unitId, countedRateOf(kept, due)]));
}

const nothingGiven = { rate: countedRateOf(0, 0), late: 0 };

/** What has gone back lies with the company no more, so it is in none of the rates above: it is counted by who had it. */
async function countFates(ctx: Context, range: AreaRange, { span, ids }: Asked) {
  if (ids.length === 0) return new Map<string, typeof nothingGiven>();
  const column = (fate: Fate) => sql`count(distinct ${cases.id}) filter (where ${fated(fate, span)})::int`;
  const rows = await ctx.db.execute<{ id: string; given: number; returned: number; late: number }>(sql`
    select a.unit_id as id, ${column("given")} as given, ${column("returned")} as returned, ${column("returned-late")} as late
    from assignments a join ${cases} on ${cases.id} = a.case_id
    where ${and(under(range), sql`a.unit_id in ${ids}`, fated("given", span))} group by 1`);
  return new Map(rows.map(({ id, given, returned, late }) => [id, { rate: countedRateOf(returned, given), late }]));
}
