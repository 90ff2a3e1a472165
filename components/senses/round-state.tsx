import { formatNumber } from "../../lib/format";
import type { RoundState } from "../../lib/senses/model";
import type { Words } from "../board/words";
import { Badge, type BadgeTone } from "../ui/badge";

const tones: Record<RoundState, BadgeTone> = {
  planned: "plain",
  open: "good",
  due: "soon",
  closed: "soon",
  published: "plain",
};

export function RoundBadge({ state, words: { t } }: { state: RoundState; words: Words }) {
  return <Badge tone={tones[state]}>{t(`round.states.${state}`)}</Badge>;
}

/** A number of answers as it may be told while it grows. */
export function printTens({ t, locale }: Words, answers: number): string {
  return answers < 10 ? t("round.under") : t("round.tens", { n: formatNumber(locale, answers) });
}
