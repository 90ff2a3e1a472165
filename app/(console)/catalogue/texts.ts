import type { LimitUnit } from "@/lib/calendar/model";
import type { translator } from "@/lib/next/locale";

export type CatalogueWords = Awaited<ReturnType<typeof translator<"catalogue">>>;

export function limitText(t: CatalogueWords, n: number | null, unit: LimitUnit | null): string {
  return n === null || unit === null ? t("noLimit") : t("limit", { n, unit: t(`units.${unit}`) });
}
