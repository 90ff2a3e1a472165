import { LinkButton } from "@/components/ui/button";
import { PageHead } from "@/components/ui/page-head";
import { Pager } from "@/components/ui/pager";
import { CallTable } from "@/components/whistles/call-table";
import type { AreaRow } from "@/lib/areas/queries";
import type { WhistleFilter } from "@/lib/cases/whistles/input";
import { listCalls } from "@/lib/cases/whistles/queries-units";
import type { Context } from "@/lib/context";
import { formatNumber, formatShortTime, formatSpan } from "@/lib/format";
import { getLocale, translator } from "@/lib/next/locale";
import { withQuery } from "@/lib/next/paths";
import type { Period } from "@/lib/periods/model";
import { dueTexts } from "../cases/texts";

type Props = { ctx: Context; area: AreaRow; period: Period; filter: WhistleFilter };

/** The calls behind one number of one unit. */
export async function behind({ ctx, area, period, filter }: Props) {
  const { part = "called", unit, older } = filter;
  const [t, due, locale] = await Promise.all([translator("case"), dueTexts(), getLocale()]);
  const calls = await listCalls(ctx, area, { span: period, part, unit, older });
  const name = calls.rows.find(() => unit !== undefined)?.unitName;
  const title = t("whistles.behind", { part: t(`whistles.parts.${part}`) });
  return (
    <>
      <PageHead
        title={title}
        above={
          <p className="text-sm text-second">
            {[area.name, name, formatSpan(locale, period)].filter(Boolean).join(" · ")}
          </p>
        }
        note={<span data-testid="call-count">{t("whistles.count", { n: formatNumber(locale, calls.n) })}</span>}
      >
        <LinkButton href={withQuery("/whistles", { area: filter.area, period: filter.period })}>
          {t("whistles.back")}
        </LinkButton>
      </PageHead>
      <CallTable
        rows={calls.rows}
        now={ctx.now}
        texts={{
          ...due,
          caption: title,
          empty: t("whistles.none"),
          unit: t("whistles.unit"),
          request: t("whistles.request"),
          task: t("whistles.task"),
          calledAt: t("whistles.calledAt"),
          arrival: t("whistles.arrival"),
          reply: t("whistles.reply"),
          outcome: t("whistles.outcome"),
          time: formatShortTime,
          outcomeOf: ({ outcome, endReason }) =>
            outcome ? t(`whistle.outcomes.${outcome}`) : endReason ? t(`whistles.ends.${endReason}`) : "",
        }}
      />
      <Pager
        label={title}
        newer={older ? withQuery("/whistles", { ...filter, older: undefined }) : null}
        older={calls.older ? withQuery("/whistles", { ...filter, older: calls.older }) : null}
        newerText={t("newer")}
        olderText={t("older")}
      />
    </>
  );
}
