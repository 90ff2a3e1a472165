import type { Messages } from "use-intl/core";
import type { Locale } from "../../lib/format";
import type { ExportTexts } from "../../lib/senses/export";
import type { RoundView } from "../../lib/senses/view";
import { wordsOf } from "../board/words";
import { sinceText } from "./against-form";
import { groupName } from "./groups-table";
import { labelOf } from "./items-table";
import { methodLines, responseText } from "./method";

/** The words of the sheet of a round in a language. */
export function exportTexts(locale: Locale, messages: Messages, view: RoundView): ExportTexts {
  const words = wordsOf(locale, messages);
  const { t } = words;
  return {
    column: (column) => t(`senses.columns.${column}`),
    part: (part) => t(`senses.parts.${part}`),
    direction: (direction) => messages.senses.changes[direction],
    sense: (sense) => t(`figure.${sense}.label`),
    item: (labels, code) => labelOf({ labels, code }, locale),
    group: (row) => groupName(row, words),
    overall: t("senses.overall"),
    tooFew: t("common.tooFew"),
    notes: [
      `${view.area.name} · ${view.round.name} · ${view.round.opensOn} – ${view.round.closesOn}`,
      responseText(view, words),
      t("senses.changesSince", { since: sinceText(view, words) }),
      ...methodLines(view, words),
    ].filter((line) => line !== null),
  };
}
