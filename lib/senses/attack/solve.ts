import type { Place } from "./people";
import { Equations } from "./reduce";
import { isExact, knownOf, type Sheet, type Told, type World } from "./told";

/** What a sum over groups must be, where the figures tell it. */
export type Solved = (groups: string[], key: string) => number | null;

type At = (group: string, key: string) => number;

/** Sums of marks over all keys at once: cells, weighted means, and what senses are made of. */
export function solveTotals(world: World, told: Told[], { senses }: Sheet): Solved {
  const at: At = (group, key) => world.groups.indexOf(group) * world.keys.length + world.keys.indexOf(key);
  const equations = new Equations(world.groups.length * world.keys.length);
  const row = (groups: string[], key: string) =>
    new Map(groups.filter((group) => world.count(group, key) > 0).map((group) => [at(group, key), 1]));
  for (const { factors, value } of linksOf(world, senses, at)) equations.add(factors, value);
  for (const cell of told.filter(({ meanCoarse }) => !meanCoarse)) {
    equations.add(row(world.below(cell.areaId), cell.key), cell.mean * cell.n);
    if (cell.weightedMean !== null) equations.add(weightsOf({ world, told, at }, cell), cell.weightedMean);
  }
  return remembered((groups, key) => equations.valueOf(row(groups, key)));
}

/** Counts of the top box, or sums of squares, key by key. */
export function solveEach(world: World, told: Told[], what: "top" | "squares"): Solved {
  const solvers = new Map(world.keys.map((key) => [key, new Equations(world.groups.length)]));
  const row = (groups: string[], key: string) =>
    new Map(groups.filter((group) => world.count(group, key) > 0).map((group) => [world.groups.indexOf(group), 1]));
  for (const cell of told.filter(({ coarse }) => !coarse)) {
    const value = knownOf(cell)[what];
    if (value !== null) solvers.get(cell.key)?.add(row(world.below(cell.areaId), cell.key), value);
  }
  return remembered((groups, key) => solvers.get(key)?.valueOf(row(groups, key)) ?? null);
}

function remembered(solve: Solved): Solved {
  const found = new Map<string, number | null>();
  return (groups, key) => {
    const name = `${key} ${groups.join()}`;
    if (!found.has(name)) found.set(name, solve(groups, key));
    return found.get(name) ?? null;
  };
}

/** Where nobody skipped a question the index of a sense is made of its items, and that over all of the senses. */
function linksOf(world: World, senses: Sheet["senses"], at: At) {
  const names = Object.keys(senses);
  return world.groups.flatMap((group) => {
    const complete = names.filter((sense) => world.isComplete(group, sense));
    const ofItems = complete.map((sense) => {
      const codes = senses[sense] ?? [];
      const parts = codes.map((code): [number, number] => [at(group, `item.${code}`), 25 / codes.length]);
      return { factors: new Map([...parts, [at(group, sense), -1]]), value: 25 * world.count(group, sense) };
    });
    if (complete.length < names.length) return ofItems;
    const parts = names.map((sense): [number, number] => [at(group, sense), 1 / names.length]);
    return [...ofItems, { factors: new Map([...parts, [at(group, "overall"), -1]]), value: 0 }];
  });
}

/** Σ residents/all · mean, the communities that are not told exactly being one stratum. */
function weightsOf({ world, told, at }: { world: World; told: Told[]; at: At }, { areaId, key }: Told) {
  const inside = world.places.filter(({ id, level }) => level === "community" && world.chain(id).includes(areaId));
  const residentsOf = (places: Place[]) => places.reduce((sum, { residents }) => sum + (residents ?? 0), 0);
  const exact = new Set(told.filter((cell) => cell.key === key && isExact(cell)).map((cell) => cell.areaId));
  const known = inside.filter(({ id }) => exact.has(id));
  const rest = world.below(areaId).filter((group) => !known.some(({ id }) => id === group) && world.count(group, key));
  const people = rest.reduce((sum, group) => sum + world.count(group, key), 0);
  const others = people > 0 ? residentsOf(inside) - residentsOf(known) : 0;
  const all = residentsOf(known) + others;
  return new Map([
    ...known.map(({ id, residents }): [number, number] => [at(id, key), (residents ?? 0) / all / world.count(id, key)]),
    ...(others > 0 ? rest.map((group): [number, number] => [at(group, key), others / all / people]) : []),
  ]);
}
