import { VerdictMark } from "@/components/topics/verdict";
import type { RateRatio } from "@/lib/figures/rate-ratio";
import { formatNumber, formatShare, type Locale } from "@/lib/format";
import type { translator } from "@/lib/next/locale";
import { weeksCompared } from "@/lib/topics/model";
import type { Volume } from "@/lib/topics/volume";

type Props = { volume: Volume; t: Awaited<ReturnType<typeof translator<"topic">>>; locale: Locale };

/** Whether the number changed, from which counts, how sure that is, and what it does not prove. */
export function Statement({ volume: { comparison, weeksAfter, all }, t, locale }: Props) {
  const { before, after, dispersion, direction } = comparison;
  const counts = {
    weeks: String(weeksCompared),
    before: formatNumber(locale, before),
    perBefore: formatNumber(locale, before / weeksCompared, 1),
    weeksAfter: String(weeksAfter),
    after: formatNumber(locale, after),
    perAfter: formatNumber(locale, weeksAfter === 0 ? 0 : after / weeksAfter, 1),
  };
  return (
    <section aria-label={t("change")} className="grid gap-1.5 rounded border border-line bg-raised px-4 py-3">
      <p className="text-lg font-semibold">
        <VerdictMark direction={direction} text={t(`direction.${direction}`)} />
      </p>
      <p data-testid="topic-counts">{t(weeksAfter === 0 ? "countsBefore" : "counts", counts)}</p>
      {weeksAfter > 0 ? <p>{ratioIn(comparison, t, locale)}</p> : null}
      {dispersion > 1.2 && weeksAfter > 0 ? (
        <p className="text-sm text-second">{t("dispersed", { times: formatNumber(locale, dispersion, 1) })}</p>
      ) : null}
      {weeksAfter > 0 ? <p className="text-sm text-second">{t("all", { change: ratioIn(all, t, locale) })}</p> : null}
      <p className="text-sm text-second">{t("caution")}</p>
    </section>
  );
}

function ratioIn({ ratio, interval }: RateRatio, t: Props["t"], locale: Locale): string {
  if (interval === null) return t("noRequests");
  const share = (value: number) => formatShare(locale, value, 0);
  const [low, high] = interval;
  if (ratio === null || !Number.isFinite(high)) return t("ratioAtLeast", { low: share(low) });
  return t("ratio", { ratio: share(ratio), low: share(low), high: share(high) });
}
