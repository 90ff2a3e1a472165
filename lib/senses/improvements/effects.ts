import type { AreaRow } from "../../areas/queries";
import type { Change } from "../../board/model";
import type { Context } from "../../context";
import { itemKey } from "../model";
import { listCells, type RoundRow } from "../queries";
import { compareCells, scaleOf } from "../results";
import { type Improvement, listImprovements } from "./queries";

/** An improvement with what became of its question since: null where this is the round it was opened from. */
export type Acted = Improvement & { effect: Change | null };

type Asked = {
  round: RoundRow;
  known: RoundRow[];
  items: { code: string; low: number; high: number; reversed: boolean }[];
};

/** What is done in an area about this round, and about the rounds before it, beside how those questions are answered now. */
export async function listActed(ctx: Context, area: AreaRow, { round, known, items }: Asked): Promise<Acted[]> {
  const found = await listImprovements(
    ctx,
    area,
    known.map(({ id }) => id),
  );
  const earlier = found.filter(({ roundId }) => roundId !== round.id);
  const cells = await listCells(
    ctx,
    [...new Set([round.id, ...earlier.map(({ roundId }) => roundId)])],
    [...new Set(earlier.map(({ areaId }) => areaId))],
    [...new Set(earlier.map(({ itemCode }) => itemKey(itemCode)))],
  );
  const effectOf = ({ roundId, areaId, itemCode }: Improvement): Change | null => {
    if (roundId === round.id) return null;
    const past = known.find(({ id }) => id === roundId);
    const item = items.find(({ code }) => code === itemCode);
    const cellIn = (id: string) =>
      cells.find((cell) => cell.roundId === id && cell.areaId === areaId && cell.key === itemKey(itemCode));
    const isAlike = past && item && past.instrumentKey === round.instrumentKey && past.mode === round.mode;
    const scale = item ? scaleOf(item) : { worst: 0, best: 100 };
    const { p: _, ...change } = compareCells(isAlike ? cellIn(round.id) : undefined, cellIn(roundId), scale);
    return change;
  };
  return found.map((improvement) => ({ ...improvement, effect: effectOf(improvement) }));
}
