import type { Route } from "next";
import { redirect } from "next/navigation";
import { BoardPage, type BoardPageProps } from "@/components/board/board-page";
import { categoryName } from "@/components/cases/case-words";
import { OwedTiles } from "@/components/cases/owed-tiles";
import type { Role } from "@/lib/access/model";
import { viewedArea } from "@/lib/areas/queries";
import { type BoardFilter, boardFilter, periodOf, refusedRange } from "@/lib/board/input";
import { getBoard } from "@/lib/board/queries";
import { localDay, nextDay } from "@/lib/calendar/zone";
import { listCategories } from "@/lib/cases/catalogue/queries";
import { countOwed } from "@/lib/cases/queries-owed";
import type { Context } from "@/lib/context";
import { formatNumber } from "@/lib/format";
import { getLocale, messagesOf, translator } from "@/lib/next/locale";
import { read } from "@/lib/next/read";
import type { Period } from "@/lib/periods/model";
import { bucketFor, periodAt, previousPeriod, printPeriod } from "@/lib/periods/period";
import { getSettings } from "@/lib/settings/queries";
import { findUnit } from "@/lib/units/queries";

/** Where each role begins; a leader and an official begin on the board itself. */
const landing: Partial<Record<Role, Route>> = {
  staff: "/today",
  officer: "/today",
  handler: "/today",
  sysadmin: "/accounts",
  secadmin: "/accounts",
  auditor: "/audit",
};

export default async function HomePage({ searchParams }: PageProps<"/">) {
  const asked = await searchParams;
  const filter = boardFilter.parse(asked);
  const [locale, t] = await Promise.all([getLocale(), translator("case")]);
  const messages = await messagesOf(locale);
  return read(async (ctx) => {
    const elsewhere = await landingOf(ctx);
    if (elsewhere && (Object.keys(asked).length === 0 || !canSee(ctx))) redirect(elsewhere);
    const [area, settings] = await Promise.all([viewedArea(ctx, filter.area), getSettings(ctx)]);
    const today = localDay(ctx.now);
    const period = periodOf(filter, today, settings.cutoffDay);
    const grain = filter.grain ?? bucketFor(period);
    const watches = ctx.actor.role === "official" && !filter.wall;
    const [view, categories, owed] = await Promise.all([
      getBoard(ctx, area, period, grain),
      listCategories(ctx),
      watches ? countOwed(ctx, area) : null,
    ]);
    return (
      <>
        {owed ? (
          <div className="pb-3 print:hidden">
            <OwedTiles
              owed={owed}
              areaId={area.id}
              label={(queue) => t(`queue.${queue}`)}
              number={(n) => formatNumber(locale, n)}
            />
          </div>
        ) : null}
        <BoardPage
          view={view}
          address={addressOf(filter, area.id, period)}
          periods={{ ...periodsOf(period, today, settings.cutoffDay), refused: refusedRange(asked) }}
          categoryNames={Object.fromEntries(
            categories.map(({ code, nameZh, nameHant, nameEn }) => [
              code,
              categoryName(locale, { zh: nameZh, hant: nameHant, en: nameEn }),
            ]),
          )}
          rankMinimum={settings.rankMinimum}
          begin={beginOf(ctx)}
          locale={locale}
          messages={messages}
        />
      </>
    );
  });
}

/** An owners' committee is given no requests: it begins at the ledger. */
async function landingOf(ctx: Context): Promise<Route | undefined> {
  const { role, unitId } = ctx.actor;
  const unit = unitId === null ? null : await findUnit(ctx, unitId);
  return unit?.kind === "owners" ? "/estates" : landing[role];
}

const canSee = ({ actor }: Context) => actor.role === "staff" || actor.role === "officer";

function addressOf(filter: BoardFilter, area: string, period: Period): BoardPageProps["address"] {
  const against = filter.compare === "year" ? "lastYear" : "before";
  const [wall, left] = [filter.wall === "1", filter.left === "1"];
  return { area, period: printPeriod(period), grain: filter.grain ?? null, against, wall, left };
}

function periodsOf(period: Period, today: string, cutoff: number | null) {
  const day = today < period.to ? (today > period.from ? today : period.from) : period.to;
  const following = nextDay(period.to);
  const next = period.kind === "range" ? rangeAfter(period) : periodAt(following, period.kind, cutoff);
  return {
    previous: printPeriod(previousPeriod(period, cutoff)),
    next: following > today ? null : printPeriod(next),
    month: printPeriod(periodAt(day, "month", cutoff)),
    quarter: printPeriod(periodAt(day, "quarter", cutoff)),
    year: printPeriod(periodAt(day, "year", cutoff)),
  };
}

function rangeAfter({ from, to }: Period): Period {
  const days = Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
  return { kind: "range", from: nextDay(to), to: nextDay(to, days + 1) };
}

function beginOf({ actor }: Context): BoardPageProps["begin"] {
  const edits = actor.role === "official";
  return {
    areas: edits ? ("/areas" as Route) : null,
    cases: edits || actor.role === "staff" ? "/cases/new" : null,
    senses: edits ? "/senses" : null,
  };
}
