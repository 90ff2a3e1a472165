import assert from "node:assert/strict";
import { test } from "vitest";
import { areaId, inRollback } from "../../testing";
import { type Answer, holdGrouped, place, plantBelow, toldOf, writeGrouped } from "./testing";

type Law = (at: number) => number;
/** So many people of a group by each question, 0 if that is not known, and what they say; without a law they skip the marks. */
type Crowd = { n: number; groups: readonly [number, number]; says: Law | null };

const anything: Law = (at) => 1 + (at % 5);
const upper: Law = (at) => 4 + (at % 2);
const lower: Law = (at) => 1 + (at % 2);
const alike: Law = () => 4;

const one = (sizes: number[], says: Law = anything): Crowd[] =>
  sizes.map((n, at) => ({ n, groups: [at + 1, 0], says }));
const crossed = (sizes: number[][], says: Law = anything): Crowd[] =>
  sizes.flatMap((row, first) => row.map((n, second): Crowd => ({ n, groups: [first + 1, second + 1], says })));
const even = [15, 15, 15];
const wide = crossed(Array.from({ length: 3 }, () => [12, 12, 12]));

test("a community is told by group where every group is large and mixed, also where nobody left the question out", async () => {
  const some: Crowd = { n: 12, groups: [0, 0], says: anything };
  assert.deepEqual(await toldBy(1, [one(even), [...one(even), some]]), [4, 3, 4]);
});

test("nothing is told by group where the sense as a whole is told within bounds only", async () => {
  assert.deepEqual(await toldBy(1, [one(even), one(even, upper), one(even), one(even, lower)]), [3, 3, 0, 3, 0]);
});

test("nothing is told by group where it is held back how many are of each", async () => {
  assert.deepEqual(
    await toldBy(1, [one([28, 1, 1]), one(even), one([80, 10, 10]), one([80, 10, 10])]),
    [3, 0, 0, 3, 3],
  );
});

test("nothing is told by group where a group is small, whichever of two questions makes it", async () => {
  assert.deepEqual(await toldBy(1, [one([40, 40, 4]), one([40, 40, 4]), one([40, 40, 20])]), [3, 0, 0, 0]);
  const small = [
    [20, 20, 2],
    [20, 20, 1],
    [20, 20, 1],
  ];
  const turned = small.map((row, at) => row.map((_, column) => small[column]?.[at] ?? 0));
  assert.deepEqual(await toldBy(2, [crossed(small), crossed(turned), wide, wide, wide]), [6, 0, 0, 0, 6, 6]);
});

test("nothing is told by group where those of a group said nearly the same", async () => {
  const [most, all] = [one([30, 30]), { n: 12, groups: [3, 0], says: alike } as const];
  assert.deepEqual(
    await toldBy(1, [[...most, all], [...most, all], one(even), one(even), one(even)]),
    [0, 0, 0, 3, 3, 3],
  );
});

test("nothing is told by group where two questions make nearly the same groups, or one makes parts of the other's", async () => {
  const kin = [
    [30, 2, 2],
    [2, 30, 2],
    [2, 2, 30],
  ];
  const parts = [
    [30, 30, 0],
    [0, 4, 0],
    [0, 30, 30],
  ];
  assert.deepEqual(await toldBy(2, [crossed(kin), crossed(parts), wide, wide]), [6, 0, 0, 0, 6]);
});

test("nothing is told by group where what one question's group holds beyond another's all said the same", async () => {
  const sizes = [
    [30, 0, 0],
    [0, 30, 12],
    [0, 12, 30],
  ];
  const beyond: Crowd = { n: 12, groups: [1, 2], says: alike };
  assert.deepEqual(
    await toldBy(2, [[...crossed(sizes), beyond], [...crossed(sizes), beyond], wide, wide, wide]),
    [6, 0, 0, 0, 0, 6],
  );
});

test("a group that is at the end of the scale with few others beside it is told nothing of", async () => {
  const high: Law = (at) => (at < 2 ? 3 : 5);
  const best: Crowd = { n: 12, groups: [1, 2], says: () => 5 };
  const rest = crossed([
    [0, 0, 0],
    [20, 20, 20],
    [20, 20, 20],
  ]);
  const near: Crowd[] = [{ n: 11, groups: [1, 1], says: high }, best, ...rest];
  assert.deepEqual(await toldBy(2, [near, near, wide]), [6, 0, 0, 6]);
});

test("what is hidden together has people of every group in at least two communities", async () => {
  const [hidden, few] = [one([12, 12, 12], upper), one([3, 0, 0])];
  assert.deepEqual(await toldBy(1, [hidden, few, one([20, 20, 20]), one(even)]), [3, 0, 0, 3, 0]);
  const halves = [one([12, 12, 0]), one([12, 0, 12])];
  assert.deepEqual(await toldBy(1, [...halves, one([20, 20, 20]), one(even), one(even)]), [3, 0, 0, 3, 0, 0]);
});

test("of what is hidden together no group said the same in the communities that have people of every group", async () => {
  const like: Crowd = { n: 6, groups: [3, 0], says: alike };
  const pair = [...one([12, 12]), like];
  const only: Crowd[] = [{ n: 40, groups: [3, 0], says: anything }];
  assert.deepEqual(await toldBy(1, [pair, pair, only, one([20, 20, 20]), one(even), one(even)]), [0, 0, 0, 0, 3, 3, 3]);
});

test("communities whose groups are crossed otherwise do not make up for each other", async () => {
  const near: Crowd[] = [
    ...crossed(
      [
        [20, 0, 5],
        [0, 20, 0],
        [5, 0, 20],
      ],
      alike,
    ),
    ...crossed([
      [0, 15, 0],
      [0, 0, 0],
      [0, 15, 0],
    ]),
  ];
  const far: Crowd[] = [
    ...crossed(
      [
        [0, 0, 0],
        [15, 0, 15],
      ],
      alike,
    ),
    ...crossed([
      [20, 0, 0],
      [0, 20, 0],
      [0, 0, 20],
    ]),
  ];
  assert.deepEqual(await toldBy(2, [near, far, wide, wide, wide]), [6, 0, 0, 0, 0, 6]);
});

/** How many groups a street is told, and each of its communities. */
async function toldBy(grouping: number, communities: Crowd[][]): Promise<number[]> {
  const counts: number[][] = [];
  await inRollback(async (world) => {
    const instrument = await writeGrouped(world, grouping);
    const street = place(areaId(world, "试区"), "street", null);
    const made = communities.map(() => place(street.id, "community", 900));
    await plantBelow(world, [street, ...made]);
    const given = made.flatMap(({ id }, at) => (communities[at] ?? []).flatMap((crowd) => answersOf(id, crowd)));
    const told = await toldOf(world, await holdGrouped(world, instrument, given));
    counts.push([street, ...made].map(({ id }) => told.filter(({ areaId: at, group }) => at === id && group).length));
  });
  return counts.at(-1) ?? assert.fail();
}

const answersOf = (area: string, { n, groups: [first, second], says }: Crowd): Answer[] =>
  Array.from({ length: n }, (_, at) => ({
    area,
    marks: {
      ...(says ? { G1: says(at), G2: says(at) } : {}),
      ...(first ? { Z: first } : {}),
      ...(second ? { Y: second } : {}),
    },
  }));
