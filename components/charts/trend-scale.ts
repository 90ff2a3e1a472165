/** A point of the course: two counts and a share that may be missing. `label` names it in a word or two. */
export type TrendRow = {
  key: string;
  label: string;
  first: number;
  second: number;
  share: number | null;
  interval: [number, number] | null;
};

/** 0, 50, 100 …: round steps from zero that hold the largest count. */
export function countTicks(most: number): number[] {
  const rough = Math.max(1, most) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(1, [1, 2, 5, 10].map((n) => n * power).find((n) => n >= rough) ?? power);
  return Array.from({ length: Math.ceil(Math.max(1, most) / step) + 1 }, (_, i) => i * step);
}

/** A scale for shares that begins at a round ten below the lowest and ends at 1. */
export function shareTicks(rows: readonly TrendRow[]): [number, number] {
  const low = Math.min(...rows.map(({ share }) => share ?? 1), 0.9);
  return [Math.max(0, Math.floor(low * 10) / 10), 1];
}

/** Which points carry a label: at most `most`, evenly, always the first. */
export function labelled(n: number, most: number): (index: number) => boolean {
  const every = Math.max(1, Math.ceil(n / most));
  return (index) => index % every === 0;
}
