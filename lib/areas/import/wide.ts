import { plainHeader, type Table, type TableRow } from "../../exchange/table";
import { type AreaLevel, areaLevels, plainName } from "../model";
import { levelOfWord } from "./level-words";

export type LevelColumn = { at: number; level: AreaLevel };

/** A place that a row names: its own, the smallest, or a larger one that no row speaks of. */
export type WidePlace<E> = {
  name: string;
  level: AreaLevel;
  column: string;
  above: E | null;
  isOwn: boolean;
  /** Whose own row an earlier one was already. */
  twin: E | null;
};

/** The columns of a sheet that has one for each level, such as 街道, 社区, 网格, the largest first; none of another sheet. */
export function levelColumns(columns: readonly string[]): LevelColumn[] {
  const found = columns.flatMap((header, at) => {
    const level = levelOfWord(plainHeader(header).replace(/^(所属|所在)|(名称|name)$/g, ""));
    return level ? [{ at, level }] : [];
  });
  const isOnce = new Set(found.map(({ level }) => level)).size === found.length;
  const byLevel = found.sort((a, b) => areaLevels.indexOf(a.level) - areaLevels.indexOf(b.level));
  return byLevel.length > 1 && isOnce ? byLevel : [];
}

/** Reads each row from its largest place down, the rows of larger places first. */
export function unfold<E extends { row: TableRow }>(
  { rows, columns }: Pick<Table, "rows" | "columns">,
  levels: LevelColumn[],
  read: (row: TableRow, place: WidePlace<E>) => E | null,
): void {
  const known = new Map<string, E>();
  for (const { row, steps } of stepsIn(rows, levels))
    descend(steps, known, (step, above) =>
      read(row, { ...step, column: columns[step.at] ?? "", above, twin: known.get(step.path) ?? null }),
    );
}

function descend<E>(steps: Step[], known: Map<string, E>, read: (step: Step, above: E | null) => E | null): void {
  let above: E | null = null;
  for (const step of steps) {
    const standing = step.isOwn ? undefined : known.get(step.path);
    const found: E | null = standing ?? read(step, above);
    if (!found) return;
    known.set(step.path, found);
    above = found;
  }
}

type Step = LevelColumn & { name: string; path: string; isOwn: boolean };

function stepsIn(rows: readonly TableRow[], levels: LevelColumn[]): { row: TableRow; steps: Step[] }[] {
  let last: string[] = [];
  const all = rows.map((row) => {
    const cells = levels.map(({ at }) => row.cells[at] ?? "");
    last = filled(cells, last);
    return { row, steps: stepsOf(last, levels) };
  });
  return all.sort((a, b) => a.steps.length - b.steps.length);
}

function stepsOf(names: string[], levels: LevelColumn[]): Step[] {
  const deepest = names.findLastIndex((name) => name !== "");
  let path = "";
  return levels.flatMap((column, index) => {
    const name = names[index] ?? "";
    if (name === "") return [];
    path += `/${column.level}:${plainName(name)}`;
    return [{ ...column, name, path, isOwn: index === deepest }];
  });
}

/** What is left blank at the beginning of a row is as in the row before: cells that were joined in a spreadsheet. */
function filled(names: string[], last: string[]): string[] {
  const first = names.findIndex((name) => name !== "");
  return names.map((name, index) => (index < first ? (last[index] ?? "") : name));
}
