import { forced } from "./forced";
import { bestGuess, isCertain, type Known } from "./guess";
import type { Person, Place } from "./people";
import { type Solved, solveEach, solveTotals } from "./solve";
import { isExact, knownOf, layOut, type Sheet, type Told, type World } from "./told";

export type Loot = {
  guesses: number;
  right: number;
  plainly: number;
  hiddenGuesses: number;
  hiddenRight: number;
  hiddenPlainly: number;
  recovered: string[];
};

/**
 * Somebody who has every published figure of a round and knows how many answered where tries to learn what people
 * said: by solving the figures as equations, by bounds, and by the best guess from what comes of it. `plainly` is the
 * best guess from the figures of the own community alone, or of the next area above that has some.
 */
export function attack(places: Place[], people: Person[], told: Told[], sheet: Sheet): Loot {
  const world = layOut(places, people, sheet);
  const solved = {
    total: solveTotals(world, told, sheet),
    top: solveEach(world, told, "top"),
    squares: solveEach(world, told, "squares"),
  };
  const loot: Loot = { ...nothing, recovered: [] };
  for (const code of Object.values(sheet.senses).flat()) {
    const key = `item.${code}`;
    const cells = told.filter((cell) => cell.key === key);
    loot.recovered.push(...forced(world, cells, key));
    for (const group of world.groups) {
      const said = people.flatMap(({ area, marks }) => (area === group && marks[code] ? [marks[code]] : []));
      if (said.length > 0) take(loot, said, learn({ world, solved, cells }, group, key));
    }
  }
  return loot;
}

const nothing = { guesses: 0, right: 0, plainly: 0, hiddenGuesses: 0, hiddenRight: 0, hiddenPlainly: 0 };

type Learnt = { guess: number; plain: number; isHidden: boolean; certain: string[] };

function take(loot: Loot, said: number[], { guess, plain, isHidden, certain }: Learnt): void {
  const hits = (mark: number) => said.filter((each) => each === mark).length;
  loot.recovered.push(...certain);
  loot.guesses += said.length;
  loot.right += hits(guess);
  loot.plainly += hits(plain);
  if (!isHidden) return;
  loot.hiddenGuesses += said.length;
  loot.hiddenRight += hits(guess);
  loot.hiddenPlainly += hits(plain);
}

type Solving = { world: World; solved: { total: Solved; top: Solved; squares: Solved } };

/** What is guessed of a group from everything, and what from its own figures, or those of the next area above, alone. */
function learn({ world, solved, cells }: Solving & { cells: Told[] }, group: string, key: string): Learnt {
  const cell = world.chain(group).flatMap((id) => cells.find(({ areaId }) => areaId === id) ?? [])[0];
  const isHidden = !(cell?.areaId === group && isExact(cell));
  const own = cell ? knownOf(cell) : { n: world.count(group, key), total: null, squares: null, top: null };
  const worked = isHidden ? workedOut({ world, solved }, group, key) : own;
  const certain = worked && isCertain(worked) ? [`${key}: all ${worked.n} around ${group} say the same`] : [];
  return { guess: bestGuess(worked && worked.n < own.n ? worked : own), plain: bestGuess(own), isHidden, certain };
}

/** The smallest group around one of which the equations tell sum, squares or top box. */
function workedOut({ world, solved }: Solving, group: string, key: string): Known | null {
  const isOpen = (each: string) => solved.total([each], key) === null || solved.top([each], key) === null;
  const around = world.chain(group).map((id) => world.below(id).filter(isOpen));
  for (const set of [[group], ...around]) {
    const n = set.reduce((sum, each) => sum + world.count(each, key), 0);
    const known = { n, total: solved.total(set, key), squares: solved.squares(set, key), top: solved.top(set, key) };
    if (set.includes(group) && (known.total !== null || known.top !== null)) return known;
  }
  return null;
}
