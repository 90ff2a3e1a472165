import "server-only";
import { sql } from "drizzle-orm";
import type { Visitor } from "../../context";
import { isCode } from "../answering/codes";
import { type ImprovementOutcome, itemKey, type RoundMode, type Sense, senses } from "../model";
import { type Cell, resultOf, scaleOf, senseScale } from "../results";

type HeardItem = {
  code: string;
  sense: Sense | null;
  low: number;
  high: number;
  reversed: boolean;
  scored: boolean;
  labels: Record<string, string>;
};
export type HeardImprovement = {
  id: string;
  item: string;
  area: string;
  unit: string;
  plan: string;
  dueOn: string;
  outcome: ImprovementOutcome | null;
  closing: string | null;
  topic: string | null;
  station: string | null;
  partner: string | null;
  project: string | null;
};
type Told = {
  round: string;
  mode: RoundMode;
  area: string;
  areaId: string;
  opensOn: string;
  closesOn: string;
  threshold: number;
  items: HeardItem[];
  cells: Cell[];
  improvements: HeardImprovement[];
};

/** What everybody may read at the public address of a round; null where there is none. */
export async function findHeard(visitor: Visitor, code: string) {
  if (!isCode(code)) return null;
  const [row] = await visitor.transaction((tx) =>
    tx.execute<{ page: Told | null }>(sql`select heard_page(${code}) as page`),
  );
  const page = row?.page;
  if (!page) return null;
  const at = (key: string) => page.cells.find((cell) => cell.key === key);
  const resultAt = (key: string) => {
    const cell = at(key);
    return cell ? resultOf(cell, senseScale) : null;
  };
  const items = page.items.flatMap((item) => {
    const cell = at(itemKey(item.code));
    return cell ? [{ ...item, result: resultOf(cell, scaleOf(item)) }] : [];
  });
  const { cells, ...told } = page;
  return {
    ...told,
    answers: Math.max(0, ...cells.map(({ n, missing }) => n + missing)),
    senses: senses.flatMap((sense) => {
      const result = resultAt(sense);
      return result ? [{ sense, result }] : [];
    }),
    overall: resultAt("overall"),
    items: items.toSorted((a, b) => b.result.value - a.result.value),
  };
}
export type HeardPage = NonNullable<Awaited<ReturnType<typeof findHeard>>>;
