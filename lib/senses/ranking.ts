import { ranksOf } from "../figures/ranking";
import type { Result } from "./results";

export type RankRow = { result: Result | null; mayRank: boolean };
export type RankedRow<Row> = Row & {
  rank: number | null;
  /** False where its interval overlaps that of the row ranked next below. */
  clear: boolean;
};

/** By index, highest first; equal indices share a rank. What may not be ranked stands after, in the order given; without a result it is apart. */
export function rankResults<Row extends RankRow>(
  rows: readonly Row[],
): { shown: RankedRow<Row>[]; tooFew: RankedRow<Row>[] } {
  const value = (row: Row) => row.result?.value ?? 0;
  const sorted = rows.filter((row) => row.result && row.mayRank).toSorted((a, b) => value(b) - value(a));
  const ranked = ranksOf(sorted, {
    isTie: (a, b) => value(a) === value(b),
    interval: ({ result }) => result?.interval ?? [0, 100],
  });
  const unranked = (row: Row) => ({ ...row, rank: null, clear: false });
  return {
    shown: [...ranked, ...rows.filter((row) => row.result && !row.mayRank).map(unranked)],
    tooFew: rows.filter((row) => row.result === null).map(unranked),
  };
}
