import { expect, test } from "vitest";
import { drawFrom } from "./drawing";

const ids = Array.from({ length: 2000 }, (_, n) => `00000000-0000-7000-8000-${String(n).padStart(12, "0")}`);
const pickedOf = (seed: string, share: number, from = ids) =>
  drawFrom(seed, from, share)
    .filter(({ picked }) => picked)
    .map(({ id }) => id);

test("the same seed draws the same list, in whatever order the cases come", () => {
  expect(pickedOf("a", 20, [...ids].reverse())).toEqual(pickedOf("a", 20));
  expect(pickedOf("b", 20)).not.toEqual(pickedOf("a", 20));
});

test("the share is kept, at least one is drawn, and a whole share is everybody", () => {
  expect(pickedOf("a", 20)).toHaveLength(400);
  expect(pickedOf("a", 5, ids.slice(0, 3))).toHaveLength(1);
  expect(pickedOf("a", 100)).toHaveLength(2000);
  expect(drawFrom("a", [], 20)).toEqual([]);
});

test("over many seeds everybody is drawn as often", () => {
  const few = ids.slice(0, 20);
  const times = new Map(few.map((id) => [id, 0]));
  for (let seed = 0; seed < 4000; seed++)
    for (const id of pickedOf(String(seed), 25, few)) times.set(id, (times.get(id) ?? 0) + 1);
  for (const n of times.values()) expect(Math.abs(n - 1000)).toBeLessThan(140);
});
