import { AppLink } from "@/components/ui/app-link";
import { Stat } from "@/components/ui/stat";
import type { MonthRates } from "@/lib/board/rates";
import { formatDay, formatNumber, formatShare, type Locale } from "@/lib/format";
import { translator } from "@/lib/next/locale";
import { withQuery } from "@/lib/next/paths";

type Props = { rates: MonthRates; areaId: string; locale: Locale };

/** The three rates, each with what it rests on, and after them the score. */
export async function Rates({ rates, areaId, locale }: Props) {
  const [t, figure, setting] = await Promise.all([translator("followUp"), translator("figure"), translator("setting")]);
  const { from, to, figures, score, weights, credit, preset, unreachable, declined } = rates;
  const number = (n: number) => formatNumber(locale, n, 1);
  return (
    <section className="grid gap-3">
      <h2 className="text-lg font-semibold">
        {t("month", { from: formatDay(locale, from), to: formatDay(locale, to) })}
      </h2>
      <div className="flex flex-wrap gap-x-10 gap-y-4 rounded border border-line bg-raised px-4 py-3">
        {figures.map(({ key, value, numerator, denominator }) => (
          <Stat
            key={key}
            label={
              <AppLink
                href={withQuery("/cases", { area: areaId, figure: key, from, to })}
                className="underline underline-offset-2"
              >
                {figure(`${key}.label`)}
              </AppLink>
            }
            value={value === null ? t("noData") : formatShare(locale, value)}
            note={t("of", { numerator: number(numerator ?? 0), denominator: formatNumber(locale, denominator ?? 0) })}
          />
        ))}
        <Stat
          label={t("score")}
          value={score === null ? t("noData") : number(score)}
          note={t("scoreNote", { ...weights, credit })}
        />
      </div>
      <p className="text-sm text-second">
        {t("out", { unreachable: formatNumber(locale, unreachable), declined: formatNumber(locale, declined) })}{" "}
        {t("preset", { name: preset ? setting(`presets.${preset}.name`) : setting("presets.own") })}
      </p>
    </section>
  );
}
