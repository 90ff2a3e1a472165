import type { AreaLevel } from "../../areas/model";

export type Place = { id: string; parentId: string; level: AreaLevel; residents: number | null };
export type Person = { area: string; marks: Record<string, number> };

/** The same numbers for the same seed (mulberry32): whole numbers from 0 to below the one asked for. */
export function dice(seed: number): (most: number) => number {
  let state = seed;
  return (most) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % most;
  };
}

type Roll = (most: number) => number;

/** How a community may answer: content, torn, all alike, all at one end, all but one, or anything. */
const laws: ((roll: Roll) => number)[] = [
  (roll) => Math.min(5, 3 + roll(2) + roll(2)),
  (roll) => (roll(2) ? 5 : 1),
  () => 5,
  () => 3,
  () => 1,
  (roll) => (roll(20) ? 4 : 5),
  (roll) => (roll(14) ? 5 : 2),
  (roll) => 1 + roll(5),
  (roll) => 2 + roll(3),
  (roll) => Math.min(5, 4 + roll(2)),
];

const alike = () => 3;

const crowds = [3, 6, 8, 9, 11, 12, 14, 18, 25, 35, 45, 60, 80];

/** People of every community, each community after a law of its own, and a few who are known in their street alone. */
export function invent(places: Place[], codes: string[], roll: Roll, most: number): Person[] {
  const skipped = roll(3) * 30;
  const answer = (area: string, law: (roll: Roll) => number): Person => ({
    area,
    marks: Object.fromEntries(codes.filter(() => roll(1000) >= skipped).map((code) => [code, law(roll)])),
  });
  const crowd = (area: string, law: (roll: Roll) => number, n: number) =>
    Array.from({ length: n }, () => answer(area, law));
  const people = places.flatMap(({ id, level }) => {
    if (level === "street") return crowd(id, (inner) => 1 + inner(5), roll(3));
    if (level !== "community") return [];
    return crowd(id, laws[roll(laws.length)] ?? alike, crowds[roll(crowds.length)] ?? 10);
  });
  const last = places.findLast(({ level }) => level === "community")?.id ?? "";
  return [...people, ...crowd(last, laws[0] ?? alike, Math.max(0, most - people.length))].slice(0, most);
}
