import { Chip, Chips, Segment, Segments } from "@/components/ui/chip";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { authorize } from "@/lib/access/guard";
import { type AreaRow, listChildren, viewedArea } from "@/lib/areas/queries";
import { boardFilter, periodOf } from "@/lib/board/input";
import { localDay, nextDay } from "@/lib/calendar/zone";
import { compareCompanies } from "@/lib/companies/queries";
import { formatSpan } from "@/lib/format";
import { getLocale, translator } from "@/lib/next/locale";
import { withQuery } from "@/lib/next/paths";
import { read } from "@/lib/next/read";
import type { Period } from "@/lib/periods/model";
import { periodAt, previousPeriod, printPeriod } from "@/lib/periods/period";
import { getSettings } from "@/lib/settings/queries";
import { CompanyTable } from "./company-table";

/** The property companies of a district, a street or a community over some days: like is compared with like. */
export default async function CompaniesPage({ searchParams }: PageProps<"/estates/companies">) {
  const filter = boardFilter.parse(await searchParams);
  const [t, locale] = await Promise.all([translator("company"), getLocale()]);
  return read(async (ctx) => {
    authorize(ctx.actor, "company.compare");
    const [area, settings] = await Promise.all([viewedArea(ctx, filter.area), getSettings(ctx)]);
    const today = localDay(ctx.now);
    const period = periodOf(filter, today, settings.cutoffDay);
    const below = await listChildren(ctx, area.id);
    const tooLarge = ["country", "province", "city"].includes(area.level);
    const compared = tooLarge ? null : await compareCompanies(ctx, area, period);
    const parts = below.filter(({ level }) => level === "district" || level === "street" || level === "community");
    return (
      <div className="grid gap-4">
        <PageHead
          title={t("title")}
          above={<p className="text-sm text-second">{`${area.name} · ${formatSpan(locale, period)}`}</p>}
          note={t("lead", { n: settings.rankMinimum })}
        />
        <PeriodLinks area={area} period={period} today={today} cutoff={settings.cutoffDay} />
        {parts.length > 0 ? (
          <Chips label={t("parts")}>
            {parts.map(({ id, name }) => (
              <Chip key={id} href={withQuery("/estates/companies", { area: id, period: printPeriod(period) })}>
                {name}
              </Chip>
            ))}
          </Chips>
        ) : null}
        {compared ? (
          <CompanyTable compared={compared} area={area.id} period={period} />
        ) : (
          <EmptyState title={t("choose")} text={t("chooseText")} />
        )}
      </div>
    );
  });
}

type LinksProps = { area: AreaRow; period: Period; today: string; cutoff: number | null };

async function PeriodLinks({ area, period, today, cutoff }: LinksProps) {
  const [t, board] = await Promise.all([translator("period"), translator("board")]);
  const day = today < period.to ? (today > period.from ? today : period.from) : period.to;
  const following = nextDay(period.to);
  const at = (asked: Period) => withQuery("/estates/companies", { area: area.id, period: printPeriod(asked) });
  return (
    <div className="flex flex-wrap items-center gap-3 print:hidden">
      <Segments label={board("period")}>
        {(["month", "quarter", "year"] as const).map((kind) => (
          <Segment key={kind} href={at(periodAt(day, kind, cutoff))} chosen={period.kind === kind}>
            {t(kind)}
          </Segment>
        ))}
      </Segments>
      <Chip href={at(previousPeriod(period, cutoff))}>{t("previous")}</Chip>
      {period.kind !== "range" && following <= today ? (
        <Chip href={at(periodAt(following, period.kind, cutoff))}>{t("next")}</Chip>
      ) : null}
    </div>
  );
}
