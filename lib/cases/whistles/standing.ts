import { rankRates } from "../../figures/ranking";
import { countedRateOf, type Rate } from "../../figures/rate";
import type { UnitCalls } from "./queries-units";

export type UnitLine = UnitCalls & { inTime: Rate; came: Rate; rank: number | null; clear: boolean };
export type UnitGroup = { kind: string; ranked: UnitLine[]; tooFew: UnitLine[]; nothing: UnitLine[] };

/** Units among their like by how many of the answers due came in time; too few to rank and nothing due stand apart. */
export function standingOf(rows: readonly UnitCalls[], minimum: number): UnitGroup[] {
  const kinds = [...new Set(rows.map(({ kind }) => kind))];
  return kinds.map((kind) => {
    const { ranked, tooFew, nothing } = rankRates(
      rows.filter((row) => row.kind === kind).map((row) => ({ ...row, ...keyOf(row) })),
      { minimum },
    );
    return {
      kind,
      ranked: ranked.map((row) => lineOf(row, row)),
      tooFew: tooFew.map((row) => lineOf(row, unranked)),
      nothing: nothing.map((row) => lineOf(row, unranked)),
    };
  });
}

const unranked = { rank: null, clear: true };

const keyOf = (row: UnitCalls) => ({
  key: row.id,
  numerator: row.answered,
  denominator: row["answer-due"],
});

function lineOf(row: UnitCalls, { rank, clear }: { rank: number | null; clear: boolean }): UnitLine {
  return {
    ...row,
    rank,
    clear,
    inTime: countedRateOf(row.answered, row["answer-due"]),
    came: countedRateOf(row.arrived, row["arrival-due"]),
  };
}
