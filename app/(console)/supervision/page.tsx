import { DueBadge } from "@/components/cases/due-badge";
import { EscalatedList } from "@/components/cases/escalated-list";
import { MissingYear } from "@/components/cases/missing-year";
import { WatchTiles } from "@/components/cases/watch-tiles";
import { AppLink } from "@/components/ui/app-link";
import { Badge } from "@/components/ui/badge";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { Table, TableHead, Td, Th, Tr } from "@/components/ui/table";
import { authorize } from "@/lib/access/guard";
import { viewedArea } from "@/lib/areas/queries";
import { missingYear } from "@/lib/calendar/workdays";
import { caseFilter } from "@/lib/cases/filter";
import { countWatched, listLatest, listOpenUrges } from "@/lib/cases/urges/queries";
import { listEscalated } from "@/lib/escalation/queries";
import { formatDateTime, formatNumber } from "@/lib/format";
import { getLocale, translator } from "@/lib/next/locale";
import { read } from "@/lib/next/read";
import { dueTexts } from "../cases/texts";

const shown = 20;

/** What a leader looks at first: what is about to be late, late, given back, and what was pressed for. */
export default async function SupervisionPage({ searchParams }: PageProps<"/supervision">) {
  const filter = caseFilter.parse(await searchParams);
  const [t, e, due, locale] = await Promise.all([
    translator("case"),
    translator("escalation"),
    dueTexts(),
    getLocale(),
  ]);
  return read(async (ctx) => {
    authorize(ctx.actor, "case.urge");
    const area = await viewedArea(ctx, filter.area);
    const [counts, urges, escalated, latest] = await Promise.all([
      countWatched(ctx, area),
      listOpenUrges(ctx, area, shown),
      listEscalated(ctx, area, shown),
      listLatest(ctx, area, shown),
    ]);
    return (
      <div className="grid gap-6">
        <PageHead
          title={t("watch.title")}
          above={<p className="text-sm text-second">{`${area.name} · ${formatDateTime(locale, ctx.now)}`}</p>}
          note={t("watch.lead")}
        >
          <LinkButton href={`/supervision/rules?area=${area.id}`}>{e("open")}</LinkButton>
        </PageHead>
        <MissingYear year={missingYear(ctx.now)} text={(year) => t("missingYear", { year: String(year) })} />
        <WatchTiles
          counts={counts}
          areaId={area.id}
          label={(key) => t(`watch.lists.${key}`)}
          note={(key) => t(`watch.notes.${key}`)}
          number={(n) => formatNumber(locale, n)}
        />
        <EscalatedList rows={escalated} now={ctx.now} due={due} t={e} />
        <section className="grid gap-3">
          <h2 className="text-lg">{t("watch.urges")}</h2>
          {urges.length === 0 ? <p className="text-second">{t("watch.noUrges")}</p> : null}
          <ul className="grid gap-2">
            {urges.map((urge) => (
              <li
                key={urge.id}
                className="flex flex-wrap items-center gap-x-3 gap-y-1 rounded border border-line bg-raised px-3 py-2"
              >
                <AppLink href={`/cases/${urge.id}`} data-row="" className="font-semibold hover:underline">
                  {urge.title}
                </AppLink>
                <span className="grow text-second">
                  {t("urges.by", { name: urge.urgedName, reason: urge.reason })} · {urge.unitName ?? t("noUnit")}
                </span>
                <DueBadge due={urge.dueAt} done={null} now={ctx.now} texts={due} />
              </li>
            ))}
          </ul>
        </section>
        <section className="grid gap-3">
          <h2 className="text-lg">{t("watch.latest")}</h2>
          {latest.length === 0 ? (
            <EmptyState title={t("watch.noneLate")} />
          ) : (
            <Table caption={t("watch.latest")} hideCaption stacked>
              <TableHead>
                <Th className="min-w-56">{t("title")}</Th>
                <Th>{t("stateLabel")}</Th>
                <Th>{t("unit")}</Th>
                <Th>{t("due")}</Th>
                <Th>{t("urges.title")}</Th>
              </TableHead>
              <tbody>
                {latest.map((row) => (
                  <Tr key={row.id}>
                    <Td lead>
                      <AppLink href={`/cases/${row.id}`} data-row="" className="max-sm:covering hover:underline">
                        {row.title}
                      </AppLink>
                    </Td>
                    <Td className="whitespace-nowrap text-second">{t(`states.${row.state}`)}</Td>
                    <Td className={row.unitName ? "text-second" : "text-faint"}>{row.unitName ?? t("noUnit")}</Td>
                    <Td>
                      <DueBadge due={row.closeDueAt} done={null} now={ctx.now} texts={due} />
                    </Td>
                    <Td action>
                      {row.urged ? (
                        <Badge tone="soon">{t("watch.waits")}</Badge>
                      ) : (
                        <AppLink
                          href={`/cases/${row.id}#urge`}
                          className="relative z-10 underline decoration-edge underline-offset-4 before:absolute before:-inset-x-3 before:-inset-y-2.5 hover:decoration-current"
                        >
                          {t("urges.urge")}
                        </AppLink>
                      )}
                    </Td>
                  </Tr>
                ))}
              </tbody>
            </Table>
          )}
        </section>
      </div>
    );
  });
}
