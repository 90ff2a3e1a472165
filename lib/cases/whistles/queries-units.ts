import { and, asc, between, count, desc, eq, gte, lt, type SQL, sql } from "drizzle-orm";
import { areas, units } from "../../../db/schema/areas";
import { cases } from "../../../db/schema/cases";
import { whistles } from "../../../db/schema/whistles";
import type { AreaRange } from "../../areas/model";
import { dayStart, nextDay } from "../../calendar/zone";
import type { Context } from "../../context";
import type { Span } from "../../periods/model";
import { type WhistlePart, whistleParts } from "./model";
import { partIs } from "./parts";

export type UnitCalls = Record<WhistlePart, number> & {
  id: string;
  name: string;
  kind: string;
  areaName: string | null;
};

/** How often each unit was called in a span, and what came of it; as of now, by the day of the call. */
export async function countByUnit(ctx: Context, range: AreaRange, span: Span): Promise<UnitCalls[]> {
  const counts = whistleParts.map((part) => [part, howMany(partIs(part, ctx.now))] as const);
  // Object.fromEntries forgets the names of its keys; they are those of the list.
  const columns = Object.fromEntries(counts) as Record<WhistlePart, SQL<number>>;
  return ctx.db
    .select({ id: units.id, name: units.name, kind: units.kind, areaName: areas.name, ...columns })
    .from(whistles)
    .innerJoin(units, eq(units.id, whistles.unitId))
    .leftJoin(areas, eq(areas.id, units.areaId))
    .where(calledWithin(range, span))
    .groupBy(units.id, areas.name)
    .orderBy(asc(units.kind), asc(units.name), asc(units.id));
}

const howMany = (condition: SQL | undefined) => sql<number>`(count(*) filter (where ${condition ?? sql`true`}))::int`;

function calledWithin(range: AreaRange, { from, to }: Span): SQL | undefined {
  return and(
    between(whistles.areaPos, range.pos, range.last),
    gte(whistles.calledAt, dayStart(from)),
    lt(whistles.calledAt, dayStart(nextDay(to))),
  );
}

type Wanted = { span: Span; part: WhistlePart; unit: string | undefined; older: string | undefined };
const pageSize = 50;

/** The calls behind a number, newest first, and how many they are. */
export async function listCalls(ctx: Context, range: AreaRange, { span, part, unit, older }: Wanted) {
  const all = and(
    calledWithin(range, span),
    partIs(part, ctx.now),
    unit === undefined ? undefined : eq(whistles.unitId, unit),
  );
  const [at = "", id = ""] = older?.split("_") ?? [];
  const beyond = older ? sql`(${whistles.calledAt}, ${whistles.id}) < (${at}::timestamptz, ${id}::uuid)` : undefined;
  const [[total], found] = await Promise.all([
    ctx.db.select({ n: count() }).from(whistles).where(all),
    ctx.db
      .select({
        id: whistles.id,
        caseId: whistles.caseId,
        number: cases.number,
        title: cases.title,
        unitName: units.name,
        task: whistles.task,
        calledAt: whistles.calledAt,
        arriveDueAt: whistles.arriveDueAt,
        arrivedAt: whistles.arrivedAt,
        dueAt: whistles.dueAt,
        answeredAt: whistles.answeredAt,
        outcome: whistles.outcome,
        endedAt: whistles.endedAt,
        endReason: whistles.endReason,
      })
      .from(whistles)
      .innerJoin(cases, eq(cases.id, whistles.caseId))
      .innerJoin(units, eq(units.id, whistles.unitId))
      .where(and(all, beyond))
      .orderBy(desc(whistles.calledAt), desc(whistles.id))
      .limit(pageSize + 1),
  ]);
  const rows = found.slice(0, pageSize);
  const last = rows.at(-1);
  return {
    rows,
    n: total?.n ?? 0,
    older: found.length > pageSize && last ? `${last.calledAt.toISOString()}_${last.id}` : null,
  };
}
export type CallRow = Awaited<ReturnType<typeof listCalls>>["rows"][number];
