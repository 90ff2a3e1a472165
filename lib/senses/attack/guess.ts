/** What is known of a group's marks on 1…5. What is not known is null. */
export type Known = { n: number; total: number | null; squares: number | null; top: number | null };

type Shares = readonly number[];
const marks = [1, 2, 3, 4, 5];

/** The mark somebody who knows this much would guess of anybody in the group. */
export function bestGuess(known: Known): number {
  const shares = sharesOf(known);
  return marks.reduce((best, mark) => ((shares[mark - 1] ?? 0) > (shares[best - 1] ?? 0) ? mark : best), 3);
}

/** Whether every way to answer that fits says the same of everybody. */
export function isCertain(known: Known): boolean {
  const ways = waysOf(known);
  return (
    ways.length > 0 &&
    ways.every((way) => way.some((count) => count === known.n && way.indexOf(count) === ways[0]?.indexOf(known.n)))
  );
}

function sharesOf(known: Known): Shares {
  const ways = waysOf(known);
  if (ways.length === 0) return likeliest(known);
  return marks.map((_, i) => ways.reduce((sum, way) => sum + (way[i] ?? 0), 0));
}

/** Every count of marks that fits sum, squares and top box, where all three are known. */
function waysOf({ n, total, squares, top }: Known): number[][] {
  if (total === null || squares === null || top === null) return [];
  const ways: number[][] = [];
  for (let fives = 0; fives <= top; fives += 1) {
    const fours = top - fives;
    const [left, sum, square] = [n - top, total - 5 * fives - 4 * fours, squares - 25 * fives - 16 * fours];
    const threes = (square - 3 * sum + 2 * left) / 2;
    const twos = sum - left - 2 * threes;
    const way = [left - twos - threes, twos, threes, fours, fives];
    if (way.every((count) => count >= -1e-6 && Math.abs(count - Math.round(count)) < 1e-6))
      ways.push(way.map(Math.round));
  }
  return ways;
}

/** Shares e^(ak + bk²) that come nearest to what is known of mean and variance, then brought to the top box. */
function likeliest({ n, total, squares, top }: Known): Shares {
  if (total === null) return marks.map(() => 1);
  const mean = total / n;
  const variance = squares === null ? 1 : Math.max(0.05, squares / n - mean ** 2);
  const raw = marks.map((mark) => Math.exp(-((mark - mean) ** 2) / (2 * variance)));
  if (top === null) return raw;
  const upper = raw.slice(3).reduce((a, b) => a + b, 0);
  const lower = raw.slice(0, 3).reduce((a, b) => a + b, 0);
  return raw.map((share, i) => (i >= 3 ? (share / upper) * (top / n) : (share / lower) * (1 - top / n)));
}
