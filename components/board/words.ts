import { createTranslator, type Messages } from "use-intl/core";
import type { Change, Figure, FigureKey, FigureKind } from "../../lib/board/model";
import { formatDay, formatExact, formatNumber, formatShare, type Locale } from "../../lib/format";
import type { TopBox } from "../../lib/senses/model";

/** What the board writes with. */
export type Words = ReturnType<typeof wordsOf>;

export function wordsOf(locale: Locale, messages: Messages) {
  return { locale, t: createTranslator({ locale, messages }) };
}

/** A number and its unit, which stands smaller and grey. */
export type Printed = { number: string; unit: string };

const stations: readonly FigureKey[] = ["stations_open", "stations_residents", "stations_property", "stations_office"];

/** The value of a figure; null where there is none, never 0 % or 100 %. */
export function printValue({ t, locale }: Words, { key, kind, value }: Figure): Printed | null {
  if (value === null) return null;
  if (kind === "rate") return printShare(locale, value);
  const unit = {
    count: stations.includes(key) ? "station" : key === "volunteer_hours" ? "hour" : "case",
    hours: "hour",
    index: "point",
  } as const;
  return {
    number: kind === "count" ? formatNumber(locale, value) : value.toFixed(1),
    unit: t(`board.unit.${unit[kind]}`),
  };
}

export function printShare(locale: Locale, share: number): Printed {
  const [number = "", unit = ""] = formatShare(locale, share).split("\u2009");
  return { number, unit };
}

/** Why a figure has no value. */
export function printState({ t }: Words, state: Figure["state"]): string {
  if (state === "off") return t("common.off");
  return state === "too_few" ? t("common.tooFew") : t("common.none");
}

/** 上升 1.2 个百分点: a change in words. */
export function printChange(words: Words, kind: FigureKind, { direction, difference }: Change): string {
  const { t } = words;
  if (direction === "none" || difference === null) return t("board.direction.none");
  if (direction === "unclear") return t("board.direction.unclear");
  return t(`board.direction.${direction}`, { difference: printDifference(words, kind, Math.abs(difference)) });
}

export function printInterval({ t, locale }: Words, kind: FigureKind, interval: [number, number]): string {
  const print = (value: number) => (kind === "rate" ? formatShare(locale, value) : formatExact(locale, value, 1));
  return t("board.intervalText", { low: print(interval[0]), high: print(interval[1]) });
}

/** A share of upper answers, or its bound. */
export function printTopBox({ t, locale }: Words, { share, bound }: TopBox): string {
  const value = formatShare(locale, share);
  return bound === null ? value : t(bound === "least" ? "board.atLeast" : "board.atMost", { value });
}

/** An index that is told in fives. */
export function printCoarse({ t, locale }: Words, index: number): string {
  const value = formatNumber(locale, index);
  if (index >= 95) return t("board.atLeast", { value });
  return t(index <= 5 ? "board.atMost" : "board.about", { value });
}

/** Short words for n: 1,009 / 1,106 for a rate, n = 412 for a median or an index. */
export function printBasis({ t, locale }: Words, { key, kind, numerator, denominator }: Figure): string | null {
  if (denominator === null) return null;
  if (key === "area_covered" && numerator !== null) return printKilometres({ t, locale }, numerator, denominator);
  if (kind === "rate" && numerator !== null) {
    return t("board.of", {
      numerator: formatNumber(locale, numerator, 1),
      denominator: formatNumber(locale, denominator),
    });
  }
  return t("board.n", { n: formatNumber(locale, denominator) });
}

export function printSpan({ t, locale }: Words, { from, to }: { from: string; to: string }): string {
  return from === to
    ? formatDay(locale, from)
    : t("period.span", { from: formatDay(locale, from), to: formatDay(locale, to) });
}

function printKilometres({ t, locale }: Words, numerator: number, denominator: number): string {
  const [part, whole] = [numerator, denominator].map((metres) => formatNumber(locale, metres / 1e6, 2));
  return `${t("board.of", { numerator: part ?? "", denominator: whole ?? "" })}\u2009km²`;
}

function printDifference({ t, locale }: Words, kind: FigureKind, difference: number): string {
  if (kind === "rate") return t("board.points", { n: formatExact(locale, difference * 100, 1) });
  if (kind === "index") return t("board.indexPoints", { n: formatExact(locale, difference, 1) });
  if (kind === "hours") return `${formatExact(locale, difference, 1)}\u2009${t("board.unit.hour")}`;
  return formatNumber(locale, difference);
}
