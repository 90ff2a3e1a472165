import type { DayPartView } from "@/components/cases/day-parts";
import type { Actor } from "@/lib/access/model";
import { type DayPart, nextOf } from "@/lib/cases/day/model";
import { type Day, rowsAPart } from "@/lib/cases/day/queries";
import { formatNumber } from "@/lib/format";
import { getLocale, translator } from "@/lib/next/locale";
import { withQuery } from "@/lib/next/paths";

/** The day in the words of the reader, each part with the way to its whole list. */
export async function partsOf(day: Day, areaId: string, actor: Actor): Promise<DayPartView[]> {
  const [t, c, locale] = await Promise.all([translator("today"), translator("case"), getLocale()]);
  return day.map(({ key, filter, n, late, rows }) => {
    return {
      key,
      label: t(`parts.${key}`),
      href: withQuery("/cases", { area: areaId, ...filter }),
      n: formatNumber(locale, n),
      late: late > 0 ? t("late", { n: late }) : null,
      step: stepOf(actor, key, t, c),
      more: n > rowsAPart ? t("more", { n }) : null,
      rows: actor.unitId === null ? rows : rows.map((row) => ({ ...row, unitName: null })),
    };
  });
}

type Words<N extends "today" | "case"> = Awaited<ReturnType<typeof translator<N>>>;

function stepOf(actor: Actor, key: DayPart, t: Words<"today">, c: Words<"case">): DayPartView["step"] {
  const next = nextOf(actor, key);
  if (next === "urge") return { label: c("urges.urge"), hash: next, onlyLate: true };
  if (next) return { label: c(`move.${next}`), hash: `step-${next}`, onlyLate: false };
  const answer = key === "urged" ? "urges" : "requests";
  return { label: t(`look.${answer}`), hash: answer, onlyLate: false };
}
