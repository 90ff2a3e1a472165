import { AppLink } from "@/components/ui/app-link";
import { Stat } from "@/components/ui/stat";
import { emptyTally } from "@/lib/board/assemble";
import { definitionOf } from "@/lib/board/definitions";
import { figureOf } from "@/lib/board/figures";
import { askTallies, type TallyArea } from "@/lib/board/tallies";
import { localDay } from "@/lib/calendar/zone";
import type { Context } from "@/lib/context";
import { scoreOf } from "@/lib/figures/score";
import { formatDay, formatNumber, formatShare, type Locale } from "@/lib/format";
import { translator } from "@/lib/next/locale";
import { withQuery } from "@/lib/next/paths";
import { periodAt } from "@/lib/periods/period";
import type { Settings } from "@/lib/settings/model";

const keys = ["responded", "solved", "satisfied"] as const;

type Props = { ctx: Context; area: TallyArea; settings: Settings; locale: Locale };

/** The three rates of the month that is assessed, each with what it rests on, and after them the score. */
export async function Rates({ ctx, area, settings, locale }: Props) {
  const [t, figure] = await Promise.all([translator("followUp"), translator("figure")]);
  const { from, to } = periodAt(localDay(ctx.now), "month", settings.cutoffDay);
  const tallies = await askTallies(ctx, area, [{ key: "month", from, to }]);
  const tally = tallies.get("month") ?? emptyTally();
  const figures = keys.map((key) => figureOf(key, definitionOf(key), tally, settings.basicCredit));
  const [responded, solved, satisfied] = figures.map(({ value }) => value);
  const score = scoreOf(
    { responded: responded ?? null, solved: solved ?? null, satisfied: satisfied ?? null },
    { responded: settings.weightResponded, solved: settings.weightSolved, satisfied: settings.weightSatisfied },
  );
  const number = (n: number) => formatNumber(locale, n, 1);
  const { callback_unreachable: unreachable, callback_declined: declined } = tally.counts;
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
                href={withQuery("/cases", { area: area.id, figure: key, from, to })}
                className="underline underline-offset-2"
              >
                {figure(`${key}.label` as "solved.label")}
              </AppLink>
            }
            value={value === null ? t("noData") : formatShare(locale, value)}
            note={t("of", { numerator: number(numerator ?? 0), denominator: number(denominator ?? 0) })}
          />
        ))}
        <Stat
          label={t("score")}
          value={score === null ? t("noData") : number(score)}
          note={t("scoreNote", {
            responded: settings.weightResponded,
            solved: settings.weightSolved,
            satisfied: settings.weightSatisfied,
            credit: settings.basicCredit,
          })}
        />
      </div>
      <p className="text-sm text-second">
        {t("out", { unreachable: number(unreachable), declined: number(declined) })} {t("preset")}
      </p>
    </section>
  );
}
