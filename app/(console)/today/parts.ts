import type { DayPartView } from "@/components/cases/day-parts";
import { dayParts } from "@/lib/cases/day/model";
import { type Day, rowsAPart } from "@/lib/cases/day/queries";
import { formatNumber } from "@/lib/format";
import { getLocale, translator } from "@/lib/next/locale";
import { withQuery } from "@/lib/next/paths";

/** The day in the words of the reader, each part with the way to its whole list. */
export async function partsOf(day: Day, areaId: string): Promise<DayPartView[]> {
  const [t, c, locale] = await Promise.all([translator("today"), translator("case"), getLocale()]);
  return day.map(({ key, n, late, rows }) => {
    const { filter, move } = dayParts[key];
    return {
      key,
      label: t(`parts.${key}`),
      href: withQuery("/cases", { area: areaId, ...filter }),
      n: formatNumber(locale, n),
      late: late > 0 ? t("late", { n: late }) : null,
      step: move && c(`move.${move}`),
      more: n > rowsAPart ? t("more", { n }) : null,
      rows,
    };
  });
}
