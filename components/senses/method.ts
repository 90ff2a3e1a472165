import { formatNumber } from "../../lib/format";
import type { RoundView } from "../../lib/senses/view";
import type { Words } from "../board/words";

/** How the figures of a round were counted, and what is left out: on its page and in its sheet. */
export function methodLines(view: RoundView, { t, locale }: Words): string[] {
  const weighted = view.senses.find(({ unweighted }) => unweighted !== null)?.unweighted;
  return [
    t("senses.method.index"),
    t("senses.method.limit", { n: view.threshold }),
    t("senses.method.coarse"),
    t("senses.method.rank", { n: view.rankMinimum }),
    weighted ? t("senses.method.weighted", { n: formatNumber(locale, weighted.effectiveN) }) : null,
    t("senses.method.change"),
    view.groups.length > 0 ? t("senses.method.groups") : null,
  ].filter((line) => line !== null);
}
