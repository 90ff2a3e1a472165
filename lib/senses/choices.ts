import type { ItemKind, Labels } from "./items";
import { itemKey } from "./model";
import { type Cell, type Result, resultOf, type Scale } from "./results";

/** Of all who answered, how many of a hundred. */
const shareScale: Scale = { worst: 0, best: 1 };

export type OptionResult = { mark: number; labels: Labels; result: Result | null };
export type ChoiceResult = {
  code: string;
  labels: Labels;
  options: OptionResult[];
  /** Null where the area is told of none of its options. */
  n: number | null;
  missing: number;
};

type Choice = { code: string; kind: ItemKind; low: number; labels: Labels; options: Labels[] };

/** The questions with options to choose from, each option with its share of those who chose, as one area is told of it. */
export function choicesOf(items: readonly Choice[], cells: readonly Cell[]): ChoiceResult[] {
  return items
    .filter(({ kind }) => kind === "choice")
    .map(({ code, low, labels, options }) => {
      const told = options.map((option, at) => {
        const mark = low + at;
        const cell = cells.find(({ key }) => key === `${itemKey(code)}=${mark}`);
        return { mark, labels: option, cell };
      });
      const any = told.find(({ cell }) => cell)?.cell;
      return {
        code,
        labels,
        options: told.map(({ cell, ...option }) => ({ ...option, result: cell ? shareOf(cell) : null })),
        n: any?.n ?? null,
        missing: any?.missing ?? 0,
      };
    });
}

/** As a share, which has the interval of one unless it is weighted. */
function shareOf(cell: Cell): Result {
  const result = resultOf(cell, shareScale);
  if (cell.weightedMean !== null || result.topBox === null) return result;
  const [low, high] = result.topBox.interval;
  return { ...result, interval: [100 * low, 100 * high] };
}
