import type { Change } from "../board/model";
import { type Against, pastOf } from "./against";
import { senses } from "./model";
import { isComparable, type RoundRow } from "./queries";
import { type Cell, compareCells, type Result, resultOf, senseScale } from "./results";

type Known = Against & { round: RoundRow; cells: Cell[] };

/** All senses together in one area, and how that moved: against a round that made every sense of the same items. */
export function overallOf({ round, cells, ...rounds }: Known): { overall: Result | null; overallChange: Change } {
  const before = pastOf(round, rounds, (past) => senses.every((sense) => isComparable(round, past, sense)));
  const cellIn = (id: string | undefined) => cells.find(({ roundId, key }) => roundId === id && key === "overall");
  const now = cellIn(round.id);
  const { p: _, ...overallChange } = compareCells(now, cellIn(before?.id), senseScale);
  return { overall: now ? resultOf(now, senseScale) : null, overallChange };
}
