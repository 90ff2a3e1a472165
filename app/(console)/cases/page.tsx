import { redirect } from "next/navigation";
import { CaseFilters, type FilterField } from "@/components/cases/case-filters";
import { CaseTable } from "@/components/cases/case-table";
import { buttonClass, LinkButton } from "@/components/ui/button";
import { Chip, Chips } from "@/components/ui/chip";
import { PageHead } from "@/components/ui/page-head";
import { Pager } from "@/components/ui/pager";
import { authorize } from "@/lib/access/guard";
import { can } from "@/lib/access/model";
import type { AreaRange } from "@/lib/areas/model";
import { viewedArea } from "@/lib/areas/queries";
import { isOpened } from "@/lib/board/definitions";
import { type CaseFilter, caseFilter, queues } from "@/lib/cases/filter";
import { orderOf } from "@/lib/cases/list-order";
import { type CasePage, countCases, listCases } from "@/lib/cases/queries";
import { termsOf } from "@/lib/cases/search";
import { listOpenCalls } from "@/lib/cases/whistles/queries-open";
import type { Context } from "@/lib/context";
import { formatNumber, formatSpan, type Locale } from "@/lib/format";
import { getLocale, translator } from "@/lib/next/locale";
import { withQuery } from "@/lib/next/paths";
import { read } from "@/lib/next/read";
import { findFirstView } from "@/lib/views/queries";
import { CalledTo } from "./called";
import { fieldsOf, givenWords } from "./filters";
import { tableTexts } from "./texts";
import { viewsOf } from "./views";

export default async function CasesPage({ searchParams }: PageProps<"/cases">) {
  const asked = await searchParams;
  const filter = caseFilter.parse(asked);
  const [t, figure, excluded, locale] = await Promise.all([
    translator("case"),
    translator("figure"),
    translator("excluded"),
    getLocale(),
  ]);
  return read(async (ctx) => {
    authorize(ctx.actor, "case.read");
    const first = Object.keys(asked).length === 0 ? await findFirstView(ctx) : null;
    if (first) redirect(`/cases?${first.query}`);
    const area = await viewedArea(ctx, filter.area);
    const page = await listCases(ctx, area, filter);
    const total = page.total ?? (await countCases(ctx, area, filter));
    const fields = await fieldsOf(ctx, area, filter);
    const behind = figureBehind(filter);
    const title = behind ? t("behind", { figure: figure(`${behind}.label`) }) : t("list");
    const why = whyLeftOut(filter, excluded);
    const given = await givenWords(ctx, filter, t);
    return (
      <>
        <PageHead
          title={title}
          above={<p className="text-sm text-second">{area.name + daysOf(filter, locale)}</p>}
          note={
            <>
              <span data-testid="case-count">
                {t(total.more ? "countMore" : "count", { n: formatNumber(locale, total.n) })}
              </span>
              {[why && t("excluded", { why }), ...given].map((word) => (word ? ` · ${word}` : ""))}
            </>
          }
        >
          <Ways ctx={ctx} filter={filter} any={total.n > 0} t={t} />
        </PageHead>
        {await callsOf(ctx, area)}
        <div className="md:flex md:flex-wrap md:items-center md:gap-1.5">
          <Chips label={t("filter")}>
            {queuesShown(filter).map((queue) => (
              <Chip
                key={queue}
                href={withQuery("/cases", { area: filter.area, queue })}
                chosen={filter.queue === queue}
              >
                {t(`queue.${queue}`)}
              </Chip>
            ))}
          </Chips>
          {await viewsOf({ ctx, area, filter })}
        </div>
        <CaseFilters
          fields={fields}
          hidden={kept(filter, fields)}
          texts={{ filter: t("filter"), apply: t("apply"), clear: t("clear") }}
        />
        <CaseTable
          rows={page.rows}
          now={ctx.now}
          terms={termsOf(filter.q ?? "").flat()}
          texts={await tableTexts(title)}
        />
        <Pages page={page} filter={filter} label={title} t={t} />
      </>
    );
  });
}

/** Who works for one unit sees first what it was called to. */
async function callsOf(ctx: Context, area: AreaRange) {
  const called = ctx.actor.unitId === null ? [] : await listOpenCalls(ctx, area, 10);
  if (called.length === 0) return null;
  return (
    <div className="pb-4">
      <CalledTo rows={called} now={ctx.now} />
    </div>
  );
}

type Words = Awaited<ReturnType<typeof translator<"case">>>;

/** A list that was opened from a number stands among the others as long as it is looked at. */
function queuesShown({ queue }: CaseFilter) {
  return queue && !queues.some((known) => known === queue) ? [...queues, queue] : queues;
}

/** What may be done from the list: a new request, one step for all. */
function Ways({ ctx, filter, any, t }: { ctx: Context; filter: CaseFilter; any: boolean; t: Words }) {
  const { newer: _newer, older: _older, ...all } = filter;
  return (
    <>
      {can(ctx.actor, "case.export") && any ? (
        <a href={withQuery("/api/cases/sheet", all)} download className={`${buttonClass()} max-md:hidden`}>
          {t("listSheet.save")}
        </a>
      ) : null}
      {can(ctx.actor, "case.dispatch") && any ? (
        <LinkButton href={withQuery("/cases/bulk", all)}>{t("bulk.title")}</LinkButton>
      ) : null}
      {can(ctx.actor, "reply.edit") ? <LinkButton href="/replies">{t("replies")}</LinkButton> : null}
      {can(ctx.actor, "case.register") ? (
        <LinkButton href="/cases/new" tone="primary">
          {t("register")}
        </LinkButton>
      ) : null}
    </>
  );
}

function whyLeftOut({ why }: CaseFilter, excluded: Awaited<ReturnType<typeof translator<"excluded">>>): string | null {
  return why && excluded.has(why as never) ? excluded(why as never) : null;
}

/** The figure whose records are listed. */
function figureBehind({ figure }: CaseFilter) {
  return figure && (isOpened(figure) || figure === "opening" || figure === "carried") ? figure : null;
}

function daysOf({ from, to }: CaseFilter, locale: Locale): string {
  return from && to ? ` · ${formatSpan(locale, { from, to })}` : "";
}

/** What the form does not ask for again: where, and which records. */
function kept({ newer: _newer, older: _older, ...filter }: CaseFilter, fields: FilterField[]): Record<string, string> {
  const asked = Object.entries(filter).filter(([name]) => !fields.some((field) => field.name === name));
  return Object.fromEntries(asked.flatMap(([name, value]) => (value ? [[name, value]] : [])));
}

type PagesProps = { page: CasePage; filter: CaseFilter; label: string; t: Words };

function Pages({ page, filter, label, t }: PagesProps) {
  const isByDue = orderOf(filter) === "due";
  return (
    <Pager
      label={label}
      newer={pageAt(filter, "newer", page.newer)}
      older={pageAt(filter, "older", page.older)}
      newerText={t(isByDue ? "dueEarlier" : "newer")}
      olderText={t(isByDue ? "dueLater" : "older")}
    />
  );
}

function pageAt({ newer, older, ...filter }: CaseFilter, turn: "newer" | "older", cursor: string | false) {
  return cursor ? withQuery("/cases", { ...filter, [turn]: cursor }) : null;
}
