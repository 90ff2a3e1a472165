import { formatNumber, formatShare } from "../../lib/format";
import type { RoundView } from "../../lib/senses/view";
import type { Words } from "../board/words";

/** How many of those asked have answered; null where that is no question. */
export function responseText({ response, round }: Pick<RoundView, "response" | "round">, { t, locale }: Words) {
  if (!response) return round.mode === "drawn" ? t("senses.responseUnknown") : null;
  const number = (value: number) => formatNumber(locale, value);
  return t("senses.responseLine", {
    share: formatShare(locale, response.answered / response.handedOut),
    handedOut: number(response.handedOut),
    answered: number(response.answered),
    onPaper: number(response.onPaper),
  });
}

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
    view.against ? t("senses.comparedWith", { name: view.against.name }) : null,
    view.groups.length > 0 ? t("senses.method.groups") : null,
  ].filter((line) => line !== null);
}
