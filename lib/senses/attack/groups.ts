import { type Cell, cellsOf, choicesOf, liesIn, type Member, nameOf, type Row, rowOf, type Sum } from "./group-sets";
import { bestGuess, type Known } from "./guess";
import type { Place } from "./people";
import { Equations } from "./reduce";

export type Spoils = {
  /** The finest groups that are not told, and those of them that follow from what is told but not from the areas alone. */
  hidden: number;
  followed: string[];
  /** What follows of fewer people than the limit, or of people who all said the same or stand at the ends. */
  small: string[];
  /** How often the best guess of what somebody said is right: from all that follows, and from the nearest told figure alone. */
  guessed: Guesses;
  /** The same of people in areas that are told nothing by group. */
  guessedHidden: Guesses;
};
type Guesses = { all: number; right: number; plainly: number };

type World = { places: Place[]; people: Member[]; limit: number };

/**
 * Who has all sums by area and by area and group, and knows how many of which groups answered where, solves them as
 * equations for every choice of groups of both questions, and for what one choice holds beyond another, in every area, in
 * it without one of its parts and in a part alone; then guesses what each said from the smallest group that was found.
 */
export function attackGroups({ places, people, limit }: World, told: Sum[]): Spoils {
  const isIn = liesIn(places);
  const cells = cellsOf(people);
  const shown = told.map((sum) => ({ ...sum, row: rowOf(cells, sum, isIn) }));
  const [open, areasAlone] = [shown, shown.filter(({ group }) => group === null)].map((sums) => solve(cells, sums));
  const choices = choicesOf(places, cells, isIn);
  const learnt = choices.filter(
    ({ row }) => open?.total.valueOf(row) !== null && areasAlone?.total.valueOf(row) === null,
  );
  const [shownNames, learntNames] = [shown, learnt].map((sums) => new Set(sums.map(({ row }) => nameOf(row))));
  const hidden = choices.filter(({ row, isFinest }) => isFinest && !shownNames?.has(nameOf(row)));
  const plain = bySize(shown.map((sum) => ({ row: sum.row, known: knownOf(sum) })));
  const worked = learnt
    .filter(({ row }) => [...row.values()].every((factor) => factor > 0))
    .map(({ row }) => ({ row, known: workedOut(row, cells, open) }));
  const all = bySize([...plain, ...worked]);
  const guesses = cells.map(({ base, people: asked }, at) => {
    const from = (found: Found[]) => bestGuess(found.find(({ row }) => row.has(at))?.known ?? nothing);
    return {
      isHidden: !told.some(({ areaId, group }) => areaId === base && group !== null),
      ...hitsOf(asked, from(all), from(plain)),
    };
  });
  return {
    hidden: hidden.length,
    followed: hidden.filter(({ row }) => learntNames?.has(nameOf(row))).map(({ name }) => name),
    small: learnt.filter(({ row }) => isTelling(cells, row, limit)).map(({ name }) => name),
    guessed: sumOf(guesses),
    guessedHidden: sumOf(guesses.filter(({ isHidden }) => isHidden)),
  };
}

type Solved = { total: Equations; squares: Equations };

function solve(cells: Cell[], sums: (Sum & { row: Row })[]): Solved {
  const solved = { total: new Equations(cells.length), squares: new Equations(cells.length) };
  for (const { row, n, mean, variance } of sums.filter(({ isCoarse }) => !isCoarse)) {
    solved.total.add(row, n * mean);
    if (variance !== null) solved.squares.add(row, squaresOf(n, mean, variance));
  }
  return solved;
}

const squaresOf = (n: number, mean: number, variance: number) => variance * (n - 1) + n * mean ** 2;

function isTelling(cells: Cell[], row: Row, limit: number): boolean {
  const scores = (sign: number) =>
    [...row].flatMap(([at, factor]) =>
      factor === sign ? (cells[at]?.people.map(({ score }) => score * sign + (sign < 0 ? 100 : 0)) ?? []) : [],
    );
  const [added, taken] = [scores(1), scores(-1)];
  const all = [...added, ...taken];
  const isAlike = new Set(all).size === 1;
  return all.length < limit || (isAlike && (taken.length === 0 || all[0] === 0 || all[0] === 100));
}

type Found = { row: Row; known: Known };
const nothing: Known = { n: 1, total: null, squares: null, top: null };

const bySize = (found: Found[]) => found.toSorted((a, b) => a.known.n - b.known.n);

const knownOf = ({ n, mean, isCoarse, variance }: Sum): Known =>
  asMarks(n, n * mean, isCoarse || variance === null ? null : squaresOf(n, mean, variance));

function workedOut(row: Row, cells: Cell[], open: Solved | undefined): Known {
  const n = [...row.keys()].reduce((sum, at) => sum + (cells[at]?.people.length ?? 0), 0);
  const total = open?.total.valueOf(row) ?? null;
  return total === null ? { ...nothing, n } : asMarks(n, total, open?.squares.valueOf(row) ?? null);
}

/** Sums of an index of 0 to 100 as those of marks of 1 to 5. */
const asMarks = (n: number, total: number, squares: number | null): Known => ({
  ...{ n, total: total / 25 + n, top: null },
  squares: squares === null ? null : squares / 625 + (2 * total) / 25 + n,
});

function hitsOf(people: Member[], guess: number, plain: number): Guesses {
  const hits = (mark: number) => people.filter(({ score }) => Math.abs(score / 25 + 1 - mark) < 0.01).length;
  return { all: people.length, right: hits(guess), plainly: hits(plain) };
}

const sumOf = (guesses: Guesses[]): Guesses =>
  guesses.reduce(
    (sum, { all, right, plainly }) => ({
      ...{ all: sum.all + all, right: sum.right + right, plainly: sum.plainly + plainly },
    }),
    { all: 0, right: 0, plainly: 0 },
  );
