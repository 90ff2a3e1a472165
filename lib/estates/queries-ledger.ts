import { type SQL, sql } from "drizzle-orm";
import type { CaseState } from "../cases/model";
import type { Context } from "../context";
import type { LedgerFilter } from "./input";
import { type LedgerState, propertyGroup } from "./model";

const linesShown = 50;
const owedShown = 300;

/** A line of the ledger: all that any of the three parties is shown of a request. */
export type LedgerLine = {
  id: string;
  number: number;
  title: string;
  categoryCode: string | null;
  categoryName: { zh: string; hant: string; en: string } | null;
  state: CaseState;
  registeredAt: Date;
  closeDueAt: Date | null;
  deferred: boolean;
  closedAt: Date | null;
  unitName: string | null;
  publicReply: string | null;
  /** Whether the actor may open it. */
  mine: boolean;
};

type Read = Omit<LedgerLine, "number" | "registeredAt" | "closeDueAt" | "closedAt"> & {
  number: string;
  registeredAt: string;
  closeDueAt: string | null;
  closedAt: string | null;
};

/** The lines of an estate's ledger: what is owed by when it is due, all else the last registered first, page by page. */
export async function listLedger(ctx: Context, estateId: string, filter: LedgerFilter) {
  const owed = filter.state === "open" || filter.state === "late";
  const most = owed ? owedShown : linesShown;
  const [at = "", id = ""] = filter.older?.split("_") ?? [];
  const found = await ctx.db.execute<Read>(sql`
    select l.id, l.number, l.title, l.category_code as "categoryCode",
      case when k.code is null then null else jsonb_build_object('zh', k.name_zh, 'hant', k.name_hant, 'en', k.name_en) end as "categoryName",
      l.state, l.registered_at as "registeredAt", l.close_due_at as "closeDueAt", l.deferred, l.closed_at as "closedAt",
      u.name as "unitName", l.public_reply as "publicReply", l.mine
    from estate_ledger(${estateId}) l left join categories k on k.code = l.category_code left join units u on u.id = l.unit_id
    where ${inState(filter.state, ctx.now)} and ${filter.unit ? sql`l.unit_id = ${filter.unit}` : sql`true`}
      and ${filter.older ? sql`(l.registered_at, l.id) < (${at}::timestamptz, ${id}::uuid)` : sql`true`}
    order by ${owed ? sql`l.deferred, l.close_due_at nulls last,` : sql``} l.registered_at desc, l.id desc limit ${most + 1}`);
  const lines = found.slice(0, most).map(lineOf);
  const last = lines.at(-1);
  const goesOn = !owed && found.length > most;
  return { lines, older: goesOn && last ? `${last.registeredAt.toISOString()}_${last.id}` : null };
}

const instant = (text: string | null) => (text === null ? null : new Date(text));

function lineOf({ number, registeredAt, closeDueAt, closedAt, ...rest }: Read): LedgerLine {
  return {
    ...rest,
    number: Number(number),
    registeredAt: new Date(registeredAt),
    closeDueAt: instant(closeDueAt),
    closedAt: instant(closedAt),
  };
}

/** How many lines are in each state, in all and by the unit that has them. */
export async function countLedger(ctx: Context, estateId: string) {
  const rows = await ctx.db.execute<{ unitId: string | null } & Record<LedgerState, number>>(sql`
    select l.unit_id as "unitId", count(*)::int as all,
      ${sql.join(
        (["open", "late", "closed"] as const).map(
          (state) => sql`(count(*) filter (where ${inState(state, ctx.now)}))::int as ${sql.identifier(state)}`,
        ),
        sql`, `,
      )}
    from estate_ledger(${estateId}) l group by 1`);
  return [...rows];
}
export type LedgerCount = Awaited<ReturnType<typeof countLedger>>[number];

function inState(state: LedgerState, now: Date): SQL {
  switch (state) {
    case "open":
      return sql`l.closed_at is null`;
    case "late":
      return sql`l.closed_at is null and not l.deferred and l.close_due_at < ${now.toISOString()}`;
    case "closed":
      return sql`l.closed_at is not null`;
    case "all":
      return sql`true`;
  }
}

/** The estates a request lies in, and whether it stands in their ledger. */
export async function findLedgersOf(ctx: Context, caseId: string) {
  const rows = await ctx.db.execute<{ id: string; name: string; shared: boolean }>(sql`
    select e.id, e.name, coalesce(m.shared, c.category_code like ${`${propertyGroup}%`}, false) as shared
    from cases c join areas a on a.id = c.area_id
      join areas p on a.pos between p.pos and p.last
      join estate_places x on x.place_id = p.id and x.ended_on is null join estates e on e.id = x.estate_id
      left join ledger_marks m on m.case_id = c.id
    where c.id = ${caseId} group by 1, 2, 3 order by 2`);
  return [...rows];
}
export type LedgerOfCase = Awaited<ReturnType<typeof findLedgersOf>>[number];
