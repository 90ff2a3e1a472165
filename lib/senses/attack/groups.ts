import type { Place } from "./people";
import { Equations } from "./reduce";

/** Somebody of a group, 0 if that is not known, with the index of one sense. */
export type Member = { area: string; option: number; score: number };
/** A sum over an area, of one group or, where option is null, of everybody. */
export type Sum = { areaId: string; option: number | null; n: number; mean: number };

export type Spoils = {
  /** Cells of the smallest areas and groups that are not told, and those that follow from what is told but not from the areas alone. */
  hidden: number;
  followed: string[];
  /** Sets of fewer than the limit, or of people who all said the same, of which the sum follows. */
  small: string[];
};

type World = { places: Place[]; people: Member[]; limit: number };
type Cell = { base: string; option: number };

/**
 * Who has all sums by area and by area and group, and knows how many of each group answered where, solves them as
 * equations for every cell, and for every set of groups in every area, in it without one of its parts and in the parts
 * of it that are told nothing by group.
 */
export function attackGroups({ places, people, limit }: World, told: Sum[]): Spoils {
  const parents = new Map(places.map(({ id, parentId }) => [id, parentId]));
  const isIn = (base: string, area: string): boolean =>
    base === area || (base !== "" && isIn(parents.get(base) ?? "", area));
  const cells = new Map(people.map(({ area, option }) => [`${area} ${option}`, { base: area, option }]));
  const known = [...cells.values()];
  const [all, areasAlone] = [told, told.filter(({ option }) => option === null)].map((sums) =>
    solve(known, sums, isIn),
  );
  const shown = new Set(told.flatMap(({ areaId, option }) => (option === null ? [] : [`${areaId} ${option}`])));
  const follows = (set: Cell[]) => {
    const row = factors(known, (cell) => set.includes(cell));
    return all?.valueOf(row) !== null && areasAlone?.valueOf(row) === null;
  };
  const peopleOf = (set: Cell[]) =>
    people.filter(({ area, option }) => set.some((cell) => cell.base === area && cell.option === option));
  const sets = setsOf(places, known, isIn).filter(({ cells: set }) => set.length > 0);
  const isTold = ({ cell, cells: set }: Asked) =>
    sets.some((other) => other.cell !== null && shown.has(other.cell) && isSame(other.cells, set)) || cell === null;
  const hidden = sets.filter((set) => set.cells.length === 1 && !isTold(set));
  const learnt = sets.filter(({ cells: set }) => follows(set)).map((set) => ({ ...set, people: peopleOf(set.cells) }));
  return {
    hidden: hidden.length,
    followed: hidden.filter((set) => learnt.some(({ name }) => name === set.name)).map(({ name }) => name),
    small: learnt.filter((set) => set.people.length < limit || isAlike(set.people)).map(({ name }) => name),
  };
}

const isSame = (some: Cell[], others: Cell[]) =>
  some.length === others.length && some.every((cell) => others.includes(cell));

type IsIn = (base: string, area: string) => boolean;

function solve(known: Cell[], sums: Sum[], isIn: IsIn): Equations {
  const equations = new Equations(known.length);
  for (const { areaId, option, n, mean } of sums) {
    const isPart = (cell: Cell) => isIn(cell.base, areaId) && (option ?? cell.option) === cell.option;
    equations.add(factors(known, isPart), n * mean);
  }
  return equations;
}

const factors = (cells: Cell[], isPart: (cell: Cell) => boolean) =>
  new Map(cells.flatMap((cell, at): [number, number][] => (isPart(cell) ? [[at, 1]] : [])));

const isAlike = (people: Member[]) => new Set(people.map(({ score }) => score)).size === 1;

type Asked = { name: string; cells: Cell[] /** Of one area and one group. */; cell: string | null };

function setsOf(places: Place[], known: Cell[], isIn: IsIn): Asked[] {
  const options = [...new Set(known.map(({ option }) => option))];
  const choices = Array.from({ length: 2 ** options.length - 1 }, (_, bits) =>
    options.filter((_option, at) => ((bits + 1) >> at) & 1),
  );
  return places.flatMap(({ id }) => {
    const inside = known.filter(({ base }) => isIn(base, id));
    const bases = [...new Set(inside.map(({ base }) => base))];
    const whole = choices.map((chosen) => ({
      name: `${id} ${chosen}`,
      cells: inside.filter(({ option }) => chosen.includes(option)),
      cell: chosen.length === 1 ? `${id} ${chosen[0]}` : null,
    }));
    const without = bases.flatMap((left) =>
      whole.map(({ name, cells }) => ({
        name: `${name} without ${left}`,
        cells: cells.filter(({ base }) => base !== left),
        cell: null,
      })),
    );
    const own = inside
      .filter(({ base }) => base === id)
      .map((cell) => ({ name: `${id} itself ${cell.option}`, cells: [cell], cell: `${id} itself ${cell.option}` }));
    return [...own, ...whole, ...(bases.length > 1 ? without : [])];
  });
}
