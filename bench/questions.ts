import { sql } from "drizzle-orm";
import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import { withActor } from "../db/index";
import { openOwner } from "../db/migrate";
import { isCounted } from "../lib/areas/model";
import { getArea, listChildren } from "../lib/areas/queries";
import { cutsOf, instantWithin, partOfInstant } from "../lib/board/cuts";
import { getBoard, spansOf } from "../lib/board/queries";
import type { Span } from "../lib/board/questions";
import { localDay } from "../lib/calendar/zone";
import type { Context } from "../lib/context";
import { caseCounters, visitCounters } from "../lib/counters/model";
import { databaseUrl } from "../lib/env";
import { periodAt } from "../lib/periods/period";
import type { Watcher } from "./city";
import { inTurns, type Times } from "./report";

export type Questions = { board: Times; raw: Times };

/** What a board asks of the database, as the board asks it, and the same put to the table of cases in plain SQL. */
export async function timeQuestions(watcher: Watcher, rounds: number): Promise<Questions> {
  const owner = openOwner(databaseUrl("owner"));
  const db = drizzle(owner, { casing: "snake_case" });
  const taken = await inTurns({ board: () => askBoard(watcher), raw: () => askRaw(db, watcher) }, rounds, 2);
  await owner.end({ timeout: 5 });
  return taken;
}

async function askBoard({ session, areaId }: Watcher): Promise<void> {
  await withActor(session, async (db, actor) => {
    const ctx = { actor, db, now: new Date() };
    const today = localDay(ctx.now);
    await getBoard(ctx, await getArea(ctx, areaId), periodAt(today, "month", null), "day");
  });
}

/** By the owner, whom no policy slows down: totals and trend of every counter, opening balance, medians, categories, child areas. */
async function askRaw(db: PostgresJsDatabase, { areaId }: Watcher): Promise<void> {
  await db.transaction(async (tx) => {
    // Only its connection and clock are used.
    const ctx = { db: tx, now: new Date() } as unknown as Context;
    const area = await getArea(ctx, areaId);
    const today = localDay(ctx.now);
    const spans = spansOf(periodAt(today, "month", null), "day", { cutoffDay: null, today });
    const mine = sql`c.area_pos between ${area.pos} and ${area.last}`;
    for (const at of instants) await tx.execute(countersAt(at, spans.all, mine));
    const visits = Object.values(visitCounters).map((n) => `sum(${n})`);
    await tx.execute(
      sql`select visited_on, ${sql.raw(visits.join(", "))} from visits c where ${mine} and visited_on >= ${spans.lastYear.from} group by 1`,
    );
    for (const { from } of [spans.now, spans.before, spans.lastYear])
      await tx.execute(
        sql`select count(*) from cases c where ${mine} and registered_at < ${from} and coalesce(least(closed_at, voided_at), 'infinity') >= ${from}`,
      );
    for (const span of [spans.now, spans.before, spans.lastYear])
      for (const at of ["contacted_at", "dispatched_at"]) await tx.execute(medianOf(at, span, mine));
    const three = cutsOf([spans.now, spans.before, spans.lastYear]);
    const registered = sql`c.registered_at`;
    await tx.execute(sql`
      select ${partOfInstant(three, registered)}, category_code, count(*) from cases c where ${mine} and ${instantWithin(three, registered)} group by 1, 2`);
    const children = await listChildren(ctx, areaId);
    if (children.some(({ level }) => isCounted(level))) await tx.execute(childrenOf(areaId, spans.now, mine));
  });
}

const instants = [...new Set(Object.values(caseCounters).map(({ at }) => at))];

/** All counters placed by one instant, in one reading. */
function countersAt(at: string, spans: readonly Span[], mine: ReturnType<typeof sql>) {
  const cuts = cutsOf(spans);
  const counters = Object.values(caseCounters).filter((counter) => counter.at === at);
  const counts = counters.map(({ when }) => `count(*) filter (where ${when})`).join(", ");
  const placed = sql.raw(at);
  return sql`select ${partOfInstant(cuts, placed)}, ${sql.raw(counts)} from cases c where ${mine} and ${instantWithin(cuts, placed)} group by 1`;
}

function medianOf(at: string, span: Span, mine: ReturnType<typeof sql>) {
  const placed = sql.raw(at);
  return sql`
    select percentile_cont(0.5) within group (order by extract(epoch from (${placed} - registered_at))::float8) from cases c
    where ${mine} and validity = 'valid' and ${instantWithin(cutsOf([span]), placed)}`;
}

function childrenOf(areaId: string, span: Span, mine: ReturnType<typeof sql>) {
  const cuts = cutsOf([span]);
  const count = (key: "received" | "closed_on_time" | "closed_late" | "close_open") => {
    const { at, when } = caseCounters[key];
    return sql`count(*) filter (where (${sql.raw(when)}) and ${instantWithin(cuts, sql.raw(at))})`;
  };
  return sql`
    select child.id, ${count("received")}, ${count("closed_on_time")}, ${count("closed_late")}, ${count("close_open")}
    from areas child join cases c on c.area_pos between child.pos and child.last
    where child.parent_id = ${areaId} and ${mine} group by 1`;
}
