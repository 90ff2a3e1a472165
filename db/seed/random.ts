export type Random = {
  /** At least 0, below 1. */
  next: () => number;
  between: (low: number, high: number) => number;
  /** A whole number, both ends included. */
  whole: (low: number, high: number) => number;
  chance: (share: number) => boolean;
  pick: <T>(items: readonly [T, ...T[]]) => T;
  normal: () => number;
  /** Around `median`, skewed to the long side; `spread` is the standard deviation of its logarithm. */
  skewed: (median: number, spread: number) => number;
  count: (mean: number) => number;
  word: () => number;
};

/** The same seed always draws the same: xoshiro128** filled from a hash of the seed. */
export function randomFrom(seed: string): Random {
  const word = generator(seed);
  const next = () => word() / 4294967296;
  const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  return {
    next,
    word,
    normal,
    between: (low, high) => low + (high - low) * next(),
    whole: (low, high) => low + Math.floor((high - low + 1) * next()),
    chance: (share) => next() < share,
    pick: (items) => items[Math.floor(next() * items.length)] ?? items[0],
    skewed: (median, spread) => median * Math.exp(spread * normal()),
    count: (mean) => countAround(mean, next, normal),
  };
}

export type Weighted<T> = { items: readonly T[]; upto: Float64Array; total: number };

/** Things with weights, made ready to be drawn from many times. */
export function weigh<T>(items: readonly T[], weight: (item: T) => number): Weighted<T> {
  const upto = new Float64Array(items.length);
  let total = 0;
  items.forEach((item, index) => {
    total += weight(item);
    upto[index] = total;
  });
  return { items, upto, total };
}

export function draw<T>(random: Random, { items, upto, total }: Weighted<T>): T {
  const at = random.next() * total;
  let low = 0;
  let high = items.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((upto[middle] ?? 0) > at) high = middle;
    else low = middle + 1;
  }
  const item = items[low];
  if (item === undefined) throw new Error("nothing to draw from");
  return item;
}

/** An id that looks and sorts like one of version 7 made at that instant. */
export function idAt(random: Random, instant: number): string {
  const time = Math.floor(instant).toString(16).padStart(12, "0");
  const [a, b, c] = [hex(random.word()), hex(random.word()), hex(random.word())];
  const variant = "89ab"[random.word() & 3];
  return `${time.slice(0, 8)}-${time.slice(8)}-7${a.slice(0, 3)}-${variant}${a.slice(3, 6)}-${b}${c.slice(0, 4)}`;
}

const hex = (word: number) => word.toString(16).padStart(8, "0");

/** A Poisson number; for large means its normal neighbour. */
function countAround(mean: number, next: () => number, normal: () => number): number {
  if (mean > 60) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal()));
  const floor = Math.exp(-mean);
  let product = next();
  let n = 0;
  while (product > floor) {
    product *= next();
    n += 1;
  }
  return n;
}

function generator(seed: string): () => number {
  let [a, b, c, d] = [0, 1, 2, 3].map((part) => hash(`${part}:${seed}`)) as [number, number, number, number];
  return () => {
    const result = Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0;
    const kept = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= kept;
    d = rotate(d, 11);
    return result;
  };
}

const rotate = (word: number, by: number) => (word << by) | (word >>> (32 - by));

function hash(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) | 1;
}
