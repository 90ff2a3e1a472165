import type { Place } from "./people";

/** Somebody with a group by each of two questions, 0 if that is not known, and the index of one sense. */
export type Member = { area: string; groups: readonly [number, number]; score: number };
/** A figure of an area: of everybody, or of one group of one of the questions. Of a coarse one the mean is near, of some the variance is not told. */
export type Sum = { areaId: string; group: { question: 0 | 1; option: number } | null } & Figure;
type Figure = { n: number; mean: number; isCoarse: boolean; variance: number | null };

/** Everybody in a smallest area who is of the same group by both questions. */
export type Cell = { base: string; groups: readonly [number, number]; people: Member[] };
/** What is added up, and what is taken away, by the places of the cells. */
export type Row = Map<number, number>;
/** A sum or difference somebody might want to know; the finest are of one group, or of one crossed group, of a smallest area. */
export type Choice = { name: string; row: Row; isFinest: boolean };

export type IsIn = (base: string, area: string) => boolean;

export function liesIn(places: Place[]): IsIn {
  const parents = new Map(places.map(({ id, parentId }) => [id, parentId]));
  const isIn: IsIn = (base, area) => base === area || (base !== "" && isIn(parents.get(base) ?? "", area));
  return isIn;
}

export function cellsOf(people: Member[]): Cell[] {
  const cells = new Map<string, Cell>();
  for (const person of people) {
    const { area: base, groups } = person;
    const cell = cells.get(`${base} ${groups}`) ?? { base, groups, people: [] };
    cell.people.push(person);
    cells.set(`${base} ${groups}`, cell);
  }
  return [...cells.values()];
}

export const rowOf = (cells: Cell[], { areaId, group }: Pick<Sum, "areaId" | "group">, isIn: IsIn): Row =>
  rowBy(cells, ({ base, groups }) =>
    isIn(base, areaId) && (group === null || groups[group.question] === group.option) ? 1 : 0,
  );

const rowBy = (cells: Cell[], factorOf: (cell: Cell) => number): Row =>
  new Map(cells.map((cell, at): [number, number] => [at, factorOf(cell)]).filter(([, factor]) => factor !== 0));

export const nameOf = (row: Row) => [...row].map(([at, factor]) => `${factor}·${at}`).join();

/** Every choice of groups of both questions, and what one holds beyond the other, in every area and in parts of it. */
export function choicesOf(places: Place[], cells: Cell[], isIn: IsIn): Choice[] {
  const choices = new Map<string, Choice>();
  const keep = (choice: Choice) => {
    const key = nameOf(choice.row);
    if (choice.row.size > 0 && !(choices.get(key)?.isFinest && !choice.isFinest)) choices.set(key, choice);
  };
  const [firsts, seconds] = [subsetsOf(cells, 0), subsetsOf(cells, 1)];
  for (const { name: place, has, isBase } of partsOf(places, cells, isIn))
    for (const first of firsts)
      for (const second of seconds) {
        const factors = (of: (isOfFirst: boolean, isOfSecond: boolean) => number) =>
          rowBy(cells, (cell) => (has(cell) ? of(first.has(cell.groups[0]), second.has(cell.groups[1])) : 0));
        const name = `${first.name} of ${second.name} in ${place}`;
        const isFinest = isBase && [first, second].every(({ size, isAll }) => size === 1 || isAll);
        keep({ name, row: factors((a, b) => Number(a && b)), isFinest: isFinest && !(first.isAll && second.isAll) });
        keep({ name: `${name}, difference`, row: factors((a, b) => Number(a) - Number(b)), isFinest: false });
      }
  return [...choices.values()];
}

function subsetsOf(cells: Cell[], question: 0 | 1) {
  const options = [...new Set(cells.map(({ groups }) => groups[question]))];
  return Array.from({ length: 2 ** options.length - 1 }, (_, bits) => {
    const chosen = options.filter((_option, at) => ((bits + 1) >> at) & 1);
    const has = (option: number) => chosen.includes(option);
    return { has, size: chosen.length, isAll: chosen.length === options.length, name: chosen.join("+") };
  });
}

type Part = { name: string; has: (cell: Cell) => boolean; isBase: boolean };

function partsOf(places: Place[], cells: Cell[], isIn: IsIn): Part[] {
  return places.flatMap(({ id }) => {
    const bases = [...new Set(cells.filter(({ base }) => isIn(base, id)).map(({ base }) => base))];
    const without = bases.map((left) => ({
      ...{ name: `${id} without ${left}`, isBase: false },
      has: ({ base }: Cell) => base !== left && isIn(base, id),
    }));
    return [
      { name: `${id} itself`, has: ({ base }) => base === id, isBase: true },
      { name: id, has: ({ base }) => isIn(base, id), isBase: false },
      ...(bases.length > 1 ? without : []),
    ];
  });
}
