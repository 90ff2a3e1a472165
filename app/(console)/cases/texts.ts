import type { CaseTableTexts } from "@/components/cases/case-table";
import { categoryName, stateKey } from "@/components/cases/case-words";
import { formatDuration, formatShortTime } from "@/lib/format";
import { getLocale, translator } from "@/lib/next/locale";

/** The words of a clock in the language of the reader. */
export async function dueTexts() {
  const [t, locale] = await Promise.all([translator("case"), getLocale()]);
  return {
    noLimit: t("noLimit"),
    deferred: t("deferred"),
    onTime: t("onTime"),
    wasLate: t("wasLate"),
    late: (duration: number) => t("late", { duration: formatDuration(locale, duration) }),
    soon: (duration: number) => t("soon", { duration: formatDuration(locale, duration) }),
    dueAt: (at: Date) => t("dueAt", { time: formatShortTime(at) }),
  };
}

export async function tableTexts(caption: string): Promise<CaseTableTexts> {
  const [t, locale, due] = await Promise.all([translator("case"), getLocale(), dueTexts()]);
  return {
    ...due,
    caption,
    notCounted: t("listSheet.standings.not_counted"),
    empty: t("emptyTitle"),
    emptyHelp: t("empty"),
    number: t("number"),
    title: t("title"),
    area: t("area"),
    category: t("category"),
    state: t("stateLabel"),
    unit: t("unit"),
    noUnit: t("noUnit"),
    registeredAt: t("registeredAt"),
    due: t("due"),
    unplaced: t("unplaced"),
    urgent: t("urgentMark"),
    stateOf: (row) => t(stateKey(row)),
    categoryOf: (row) => categoryName(locale, row.categoryName),
    time: formatShortTime,
  };
}
