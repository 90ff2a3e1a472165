import { type Interval, wilson } from "./interval";

export type RateRow = { key: string; numerator: number; denominator: number };

/**
 * `clear`: its Wilson interval overlaps none of the next rank below; true on the last rank, which has none below. Not
 * overlapping is a stricter test than a difference at 5 %, so `clear` is said too rarely rather than too often.
 */
export type Ranked<Row> = Row & { rank: number; clear: boolean };

/**
 * Rows by rate, highest first; of equal rates the larger denominator first. Equal rates share a rank and the next is
 * counted on (1, 2, 2, 4); rates are compared as fractions, never as decimals. Below `minimum` a row is too few to rank,
 * at 0 it has nothing; both keep the order given. Refuses (RangeError) what is not a whole count of a whole count.
 */
export function rankRates<Row extends RateRow>(
  rows: readonly Row[],
  { minimum }: { minimum: number } = { minimum: 30 },
): { ranked: Ranked<Row>[]; tooFew: Row[]; nothing: Row[] } {
  for (const row of rows) checkRow(row);
  const enough = rows.filter(({ denominator }) => denominator > 0 && denominator >= minimum);
  const sorted = enough.toSorted((a, b) => byRate(a, b) || b.denominator - a.denominator);
  return {
    ranked: ranksOf(sorted, {
      isTie: (a, b) => byRate(a, b) === 0,
      interval: ({ numerator, denominator }) => wilson(numerator, denominator),
    }),
    tooFew: rows.filter(({ denominator }) => denominator > 0 && denominator < minimum),
    nothing: rows.filter(({ denominator }) => denominator === 0),
  };
}

type Ranking<Row> = { isTie: (a: Row, b: Row) => boolean; interval: (row: Row) => Interval };

/** Ranks of rows sorted best first: ties share one, and it is `clear` where no interval of the next rank is reached. */
export function ranksOf<Row>(sorted: readonly Row[], { isTie, interval }: Ranking<Row>): Ranked<Row>[] {
  const groups = groupsOf(sorted, isTie);
  return groups.flatMap((group, i) => {
    const rank = 1 + groups.slice(0, i).reduce((sum, { length }) => sum + length, 0);
    const highest = Math.max(...(groups[i + 1] ?? []).map((row) => interval(row)[1]));
    return group.map((row) => ({ ...row, rank, clear: interval(row)[0] > highest }));
  });
}

function checkRow({ key, numerator, denominator }: RateRow): void {
  const counts = [numerator, denominator].every((count) => Number.isSafeInteger(count) && count >= 0);
  if (!counts || numerator > denominator)
    throw new RangeError(`not a count of a count: ${key} ${numerator}/${denominator}`);
}

function byRate(a: RateRow, b: RateRow): number {
  const left = BigInt(a.numerator) * BigInt(b.denominator);
  const right = BigInt(b.numerator) * BigInt(a.denominator);
  if (left === right) return 0;
  return left > right ? -1 : 1;
}

function groupsOf<Row>(sorted: readonly Row[], isTie: (a: Row, b: Row) => boolean): Row[][] {
  const groups: Row[][] = [];
  for (const row of sorted) {
    const group = groups.at(-1);
    const first = group?.[0];
    if (group && first && isTie(first, row)) group.push(row);
    else groups.push([row]);
  }
  return groups;
}
