import { Chip, Chips } from "@/components/ui/chip";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { OpenCalls } from "@/components/whistles/open-calls";
import { UnitTable, type UnitTexts } from "@/components/whistles/unit-table";
import { authorize } from "@/lib/access/guard";
import { type AreaRow, viewedArea } from "@/lib/areas/queries";
import { periodOf } from "@/lib/board/input";
import { localDay } from "@/lib/calendar/zone";
import { type WhistleFilter, whistleFilter } from "@/lib/cases/whistles/input";
import { listOpenCalls } from "@/lib/cases/whistles/queries-open";
import { countByUnit } from "@/lib/cases/whistles/queries-units";
import { standingOf } from "@/lib/cases/whistles/standing";
import type { Context } from "@/lib/context";
import { formatNumber, formatSpan, type Locale } from "@/lib/format";
import { getLocale, translator } from "@/lib/next/locale";
import { withQuery } from "@/lib/next/paths";
import { read } from "@/lib/next/read";
import { type Period, periodKinds } from "@/lib/periods/model";
import { periodAt, previousPeriod, printPeriod } from "@/lib/periods/period";
import { getSettings } from "@/lib/settings/queries";
import { dueTexts } from "../cases/texts";
import { behind } from "./behind";

const shown = 10;

/** Who was called to help, who came, who answered in time: what is owed, then unit by unit; a number opens to its calls. */
export default async function WhistlesPage({ searchParams }: PageProps<"/whistles">) {
  const filter = whistleFilter.parse(await searchParams);
  return read(async (ctx) => {
    authorize(ctx.actor, "whistle.read");
    const [area, settings] = await Promise.all([viewedArea(ctx, filter.area), getSettings(ctx)]);
    const period = periodOf(filter, localDay(ctx.now), settings.cutoffDay);
    const at: Asked = { area, period, filter, cutoff: settings.cutoffDay, minimum: settings.rankMinimum };
    return filter.part ? behind({ ctx, area, period, filter }) : byUnit({ ctx, at });
  });
}

type Asked = { area: AreaRow; period: Period; filter: WhistleFilter; cutoff: number | null; minimum: number };

async function byUnit({ ctx, at: { area, period, filter, cutoff, minimum } }: { ctx: Context; at: Asked }) {
  const [t, due, locale] = await Promise.all([translator("case"), dueTexts(), getLocale()]);
  const [open, counts] = await Promise.all([listOpenCalls(ctx, area, shown), countByUnit(ctx, area, period)]);
  const groups = standingOf(counts, minimum);
  const address = { area: filter.area, period: printPeriod(period) };
  return (
    <div className="grid gap-6">
      <PageHead
        title={t("whistles.title")}
        above={<p className="text-sm text-second">{`${area.name} · ${formatSpan(locale, period)}`}</p>}
        note={t("whistles.lead")}
      />
      <Periods filter={filter} period={period} cutoff={cutoff} today={localDay(ctx.now)} t={t} />
      {open.length === 0 ? (
        <p className="text-second">{t("whistles.openNone")}</p>
      ) : (
        <OpenCalls
          rows={open}
          now={ctx.now}
          texts={{
            ...due,
            title: t("whistles.open"),
            arrival: t("whistle.arrival"),
            reply: t("whistle.reply"),
          }}
        />
      )}
      <section className="grid gap-2">
        <h2 className="text-lg font-semibold">{t("whistles.units")}</h2>
        {groups.length === 0 ? (
          <EmptyState title={t("whistles.none")} text={t("whistles.noneHelp")} />
        ) : (
          <>
            <UnitTable
              groups={groups}
              hrefOf={(unit, part) => withQuery("/whistles", { ...address, unit, part })}
              texts={unitTexts(t, locale)}
              locale={locale}
            />
            <p className="text-sm text-second">{t("whistles.note", { minimum })}</p>
          </>
        )}
      </section>
    </div>
  );
}

type Words = Awaited<ReturnType<typeof translator<"case">>>;

function unitTexts(t: Words, locale: Locale): UnitTexts {
  return {
    caption: t("whistles.units"),
    unit: t("whistles.unit"),
    rank: t("whistles.rank"),
    called: t("whistles.called"),
    arrived: t("whistles.arrived"),
    answered: t("whistles.answered"),
    late: t("whistles.late"),
    pending: t("whistles.pending"),
    withdrawn: t("whistles.withdrawn"),
    tooFew: t("whistles.tooFew"),
    nothing: t("whistles.nothing"),
    similar: t("whistles.similar"),
    kind: (kind) => t(`whistles.kinds.${kind}` as never),
    of: ({ numerator, denominator }) =>
      t("whistles.of", { numerator: formatNumber(locale, numerator), denominator: formatNumber(locale, denominator) }),
  };
}

type PeriodsProps = { filter: WhistleFilter; period: Period; cutoff: number | null; today: string; t: Words };

function Periods({ filter, period, cutoff, today, t }: PeriodsProps) {
  const href = (chosen: Period) => withQuery("/whistles", { area: filter.area, period: printPeriod(chosen) });
  const kinds = periodKinds.filter((kind) => kind !== "range");
  return (
    <Chips label={t("whistles.period")}>
      <Chip href={href(previousPeriod(period, cutoff))}>{t("whistles.before")}</Chip>
      {kinds.map((kind) => {
        const chosen = periodAt(today, kind, cutoff);
        return (
          <Chip key={kind} href={href(chosen)} chosen={printPeriod(chosen) === printPeriod(period)}>
            {t(`whistles.${kind}`)}
          </Chip>
        );
      })}
    </Chips>
  );
}
