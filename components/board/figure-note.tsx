import type { BoardFigure, Figure } from "../../lib/board/model";
import { formatNumber } from "../../lib/format";
import { Explain } from "../ui/explain";
import { printChange, printInterval, printState, type Words } from "./words";

type NoteProps = {
  figure: BoardFigure;
  words: Words;
  tight?: boolean;
  /** What else this figure rests on, as term and text. */
  more?: [string, string][];
  /** What the change is counted from, where that is not the period before. */
  since?: string;
};

/** Beside every figure: how it is counted, from what, without what, how sure, and how it moved. */
export function FigureNote({ figure, words, tight = false, more = [], since }: NoteProps) {
  const { t } = words;
  const label = t(`figure.${figure.key}.label`);
  const rows = [...basisRows(figure, words), ...more, ...changeRows(figure, since ?? t("board.againstBefore"), words)];
  return (
    <Explain id={`note-${figure.key}`} label={t("common.explain", { label })} className={tight ? "-mx-2" : ""}>
      <p className="text-base font-semibold">{label}</p>
      <p className="mt-1">{t(`figure.${figure.key}.formula`)}</p>
      <p className="note-rows mt-2 border-y border-line py-2">
        {rows.map(([term, text]) => `${term}\t${text}`).join("\n")}
      </p>
      <p className="mt-2 text-second">{t(`figure.${figure.key}.note`)}</p>
    </Explain>
  );
}

function basisRows(figure: Figure, words: Words): [string, string][] {
  const { t, locale } = words;
  if (figure.state === "off") return [[t("common.off"), t("board.offText")]];
  if (figure.state === "too_few") return [[printState(words, figure.state), t("board.tooFewText")]];
  const print = (n: number | null) => (n === null ? t("common.none") : formatNumber(locale, n, 1));
  const basis: [string, string][] = {
    rate: (): [string, string][] => [
      [t("board.numerator"), print(figure.numerator)],
      [t("board.denominator"), figure.denominator === 0 ? t("board.noneDue") : print(figure.denominator)],
    ],
    count: (): [string, string][] => [
      [t("board.counted"), print(figure.value)],
      ...(figure.denominator === null
        ? []
        : [[t("board.denominator"), print(figure.denominator)] satisfies [string, string]]),
    ],
    hours: (): [string, string][] => [[t("board.sample"), print(figure.denominator)]],
    index: (): [string, string][] => [[t("board.sample"), print(figure.denominator)]],
  }[figure.kind]();
  if (figure.interval) basis.push([t("board.interval"), printInterval(words, figure.kind, figure.interval)]);
  return [...basis, ...excludedRows(figure, words)];
}

function excludedRows({ kind, excluded }: Figure, { t, locale }: Words): [string, string][] {
  const left = Object.entries(excluded).filter(([, n]) => n > 0);
  if (left.length === 0) return kind === "rate" ? [[t("board.excluded"), t("board.excludedNone")]] : [];
  return left.map(([why, n]) => [`${t("board.excluded")} · ${printReason(t, why)}`, formatNumber(locale, n)]);
}

function changeRows({ kind, before, lastYear, state }: BoardFigure, since: string, words: Words): [string, string][] {
  if (state === "off") return [];
  return [
    [since, printChange(words, kind, before)],
    [words.t("board.againstYear"), printChange(words, kind, lastYear)],
  ];
}

type Reason = keyof typeof reasons;
const reasons = {
  duplicate: true,
  invalid: true,
  out_of_scope: true,
  withdrawn: true,
  deferred: true,
  no_limit: true,
  not_due: true,
  not_valid: true,
  on_spot: true,
  unreachable: true,
  declined: true,
  absent: true,
  refused: true,
  unstated: true,
  missing: true,
  no_place: true,
  void: true,
  other: true,
};

function printReason(t: Words["t"], why: string): string {
  // Object.hasOwn does not narrow; the test just made is the narrowing.
  return t(`excluded.${Object.hasOwn(reasons, why) ? (why as Reason) : "other"}`);
}
