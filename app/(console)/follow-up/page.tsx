import { DueList } from "@/components/cases/due-list";
import { LinkButton } from "@/components/ui/button";
import { FieldForm } from "@/components/ui/field-form";
import { PageHead } from "@/components/ui/page-head";
import { authorize } from "@/lib/access/guard";
import { can } from "@/lib/access/model";
import { viewedArea } from "@/lib/areas/queries";
import { askRates } from "@/lib/board/rates";
import { localDay, nextDay } from "@/lib/calendar/zone";
import { caseFilter } from "@/lib/cases/filter";
import { askedOf, countCallbacks, countReasons, listCallbacks, listDraws } from "@/lib/cases/follow-up/queries";
import { formatDateTime, formatDay, formatNumber, formatShortTime, type Locale } from "@/lib/format";
import { getLocale, translator } from "@/lib/next/locale";
import { read } from "@/lib/next/read";
import { getSettings } from "@/lib/settings/queries";
import { dueTexts } from "../cases/texts";
import { draw } from "./actions";
import { Rates } from "./rates";

const shown = 50;

/** Who is to be asked afterwards, by date; who that is was drawn, or it is everybody. */
export default async function FollowUpPage({ searchParams }: PageProps<"/follow-up">) {
  const filter = caseFilter.parse(await searchParams);
  const [t, c, due, locale] = await Promise.all([translator("followUp"), translator("case"), dueTexts(), getLocale()]);
  return read(async (ctx) => {
    authorize(ctx.actor, "case.call-back");
    const area = await viewedArea(ctx, filter.area);
    const settings = await getSettings(ctx);
    const isEverybody = settings.callbackShare === 100;
    const asked = askedOf(settings);
    const [rows, counts, draws, rates] = await Promise.all([
      listCallbacks(ctx, area, asked, shown),
      countCallbacks(ctx, area, asked),
      listDraws(ctx, ctx.actor.areaId, 5),
      askRates(ctx, area, settings),
    ]);
    const reasons = await countReasons(ctx, area, rates);
    const number = (n: number) => formatNumber(locale, n);
    return (
      <div className="grid max-w-5xl gap-6">
        <PageHead
          title={t("title")}
          above={<p className="text-sm text-second">{area.name}</p>}
          note={t("counts", { waiting: number(counts.waiting), late: number(counts.late) })}
        />
        <Rates rates={rates} areaId={area.id} locale={locale} />
        {reasons.length > 0 ? (
          <p>
            {t("reasons", {
              list: reasons
                .map(({ reason, n }) =>
                  t("reason", { reason: reason ? c(`callbackReasons.${reason}`) : "", n: number(n) }),
                )
                .join(t("between")),
            })}
          </p>
        ) : null}
        <p className="text-second">
          {isEverybody
            ? t("everybody")
            : t("share", { share: settings.callbackShare, undrawn: number(counts.undrawn) })}
        </p>
        {can(ctx.actor, "callback.draw") && !isEverybody ? <Draw draws={draws} locale={locale} now={ctx.now} /> : null}
        <DueList
          rows={rows}
          now={ctx.now}
          hash="step-next"
          texts={{
            ...due,
            none: t("none"),
            noneHelp: t("noneHelp"),
            urgent: c("urgentMark"),
            more: ({ tries, triedAt }) => (triedAt ? t("tried", { n: tries, at: formatShortTime(triedAt) }) : null),
            standing: ({ closeReason }) => (closeReason ? c(`reasons.${closeReason}`) : ""),
            caption: t("title"),
          }}
        />
        <p>
          <LinkButton href={`/cases?area=${area.id}&queue=${asked}`}>{t("all")}</LinkButton>
        </p>
      </div>
    );
  });
}

type DrawProps = { draws: Awaited<ReturnType<typeof listDraws>>; locale: Locale; now: Date };

async function Draw({ draws, locale, now }: DrawProps) {
  const [t, common] = await Promise.all([translator("followUp"), translator("case")]);
  const today = localDay(now);
  return (
    <section className="grid gap-3">
      <h2 className="text-lg font-semibold">{t("draw")}</h2>
      <p className="text-sm text-second">{t("drawHelp")}</p>
      <FieldForm
        action={draw}
        hidden={{}}
        fields={[
          { kind: "date", name: "from", label: t("from"), value: nextDay(today, -7) },
          { kind: "date", name: "to", label: t("to"), value: today },
        ]}
        texts={{ submit: t("draw"), pending: common("pending"), done: t("drawn") }}
      />
      <ul className="grid gap-1 text-sm">
        {draws.map(({ id, fromDay, toDay, total, picked, seed, drawnName, drawnAt }) => (
          <li key={id} className="break-words text-second">
            {t("drawOf", {
              from: formatDay(locale, fromDay),
              to: formatDay(locale, toDay),
              total: formatNumber(locale, total),
              picked: formatNumber(locale, picked),
              name: drawnName,
              at: formatDateTime(locale, drawnAt),
            })}{" "}
            {t("seed", { seed })}
          </li>
        ))}
      </ul>
    </section>
  );
}
