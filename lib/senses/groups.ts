import type { ItemKind, Labels } from "./items";
import { groupKey, type Sense, senses } from "./model";
import { type Cell, type Result, resultOf, senseScale } from "./results";

/** One group with what it makes of each sense; option 0 did not say to which it belongs. */
export type GroupRow = { option: number; labels: Labels | null; results: Record<Sense, Result | null> };
/** Rows are empty where an area is told nothing by group. */
export type GroupResults = { code: string; labels: Labels; rows: GroupRow[] };

type Question = { code: string; kind: ItemKind; low: number; labels: Labels; options: Labels[] };

/** Each sense by the groups of every question that the questionnaire names for it, never of two together. */
export function groupsOf(
  groupBy: readonly string[],
  questions: readonly Question[],
  cells: readonly Cell[],
): GroupResults[] {
  return groupBy.flatMap((asked) =>
    questions
      .filter(({ code, kind }) => code === asked && kind === "choice")
      .map((question) => resultsBy(question, cells)),
  );
}

function resultsBy({ code, labels, low, options }: Question, cells: readonly Cell[]): GroupResults {
  const resultAt = (sense: Sense, option: number) => {
    const cell = cells.find(({ key }) => key === groupKey(sense, code, option));
    return cell ? resultOf(cell, senseScale) : null;
  };
  const rows = [
    ...options.map((option, at) => ({ option: low + at, labels: option })),
    { option: 0, labels: null },
  ].map(
    ({ option, labels: name }): GroupRow => ({
      ...{ option, labels: name },
      results: {
        gain: resultAt("gain", option),
        happiness: resultAt("happiness", option),
        security: resultAt("security", option),
      },
    }),
  );
  return { code, labels, rows: rows.filter(({ results }) => senses.some((sense) => results[sense])) };
}
