import assert from "node:assert/strict";
import { test } from "vitest";
import { areaId, inRollback, type World } from "../../testing";
import type { Member, Sum } from "./group-sets";
import { attackGroups, type Spoils } from "./groups";
import { dice, type Place } from "./people";
import {
  type Answer,
  everything,
  holdGrouped,
  membersOf,
  options,
  place,
  plantBelow,
  toldOf,
  writeGrouped,
} from "./testing";

type Roll = (most: number) => number;
type Held = { places: Place[]; people: Member[]; told: Sum[]; bare: Sum[] };

const limit = 10;
const respondents = 2000;

for (const [grouping, seeds, crowds] of [
  [1, 60, [14, 40, 60, 80, 100, 120]],
  [2, 24, [14, 60, 100, 140, 180, 240]],
] as const)
  test(`by area and ${grouping === 1 ? "one kind" : "two kinds"} of groups nobody learns of a hidden cell, of few people or of people who said the same`, {
    timeout: 400_000,
  }, async ({ annotate }) => {
    const seen = { shown: 0, hidden: 0, plain: 0, half: 0 };
    for (let seed = 1; seed <= seeds; seed += 1) {
      const { places, people, told, bare } = await held(grouping, {
        seed,
        streets: 2,
        crowds,
        isPlain: seed % 2 === 0,
      });
      const against = (sums: Sum[]) => attackGroups({ places, people, limit }, sums);
      for (const { n } of told.filter(({ group }) => group)) assert.ok(n >= limit, `a group of ${n}`);
      const spoils = against(told);
      assert.deepEqual(spoils.followed, [], `seed ${seed}`);
      assert.deepEqual(spoils.small, [], `seed ${seed}`);
      const half = against([...told.filter(({ group }) => !group), ...bare.filter(({ n }) => n >= limit)]);
      seen.shown += told.filter(({ group }) => group).length;
      seen.hidden += spoils.hidden;
      seen.plain += against(bare).small.length;
      seen.half += half.followed.length + half.small.length;
    }
    await annotate(JSON.stringify(seen));
    assert.ok(seen.shown > 200 && seen.hidden > 500, JSON.stringify(seen));
    assert.ok(seen.plain > 100, "the attack finds what lies open");
    assert.ok(seen.half > 100, "the attack finds what follows from the others when small cells alone are left out");
  });

test("over rounds of 2,000 invented people who are told apart by two questions nobody guesses better than from the nearest figure", {
  timeout: 400_000,
}, async ({ annotate }) => {
  const rounds: Spoils[] = [];
  const bare: Spoils[] = [];
  for (const grouping of [1, 2])
    for (const seed of [101, 102, 103]) {
      const round = await held(grouping, {
        seed,
        streets: 6,
        crowds: [60, 120, 240, 300],
        most: respondents,
        isPlain: true,
      });
      rounds.push(attackGroups({ ...round, limit }, round.told));
      bare.push(attackGroups({ ...round, limit }, round.bare));
    }
  const loot = gathered(rounds);
  await annotate(JSON.stringify({ loot, bare: gathered(bare) }));
  assert.deepEqual(loot.recovered, []);
  assert.ok(gathered(bare).recovered.length > 100, "the attack finds what lies open");
  for (const { all, right, plainly } of [loot.guessed, loot.guessedHidden]) {
    assert.ok(all > 500, `${all} guesses`);
    assert.ok(right / all <= plainly / all + 0.05, `${right} of ${all}, ${plainly} from the nearest figure`);
  }
});

function gathered(rounds: Spoils[]) {
  const sum = (of: (spoils: Spoils) => Spoils["guessed"]) => ({
    all: rounds.reduce((all, spoils) => all + of(spoils).all, 0),
    right: rounds.reduce((all, spoils) => all + of(spoils).right, 0),
    plainly: rounds.reduce((all, spoils) => all + of(spoils).plainly, 0),
  });
  return {
    recovered: rounds.flatMap(({ followed, small }) => [...followed, ...small]),
    guessed: sum(({ guessed }) => guessed),
    guessedHidden: sum(({ guessedHidden }) => guessedHidden),
  };
}

type Crowd = { seed: number; streets: number; crowds: readonly number[]; most?: number; isPlain?: boolean };

/** The attack itself comes after the transaction, which would keep other tests waiting for the tree. */
async function held(grouping: number, { seed, streets, crowds, most, isPlain = false }: Crowd): Promise<Held> {
  const rounds: Held[] = [];
  await inRollback(async (world) => {
    const roll = dice(seed * 104_729);
    const instrument = await writeGrouped(world, grouping);
    const places = await plant(world, roll, streets);
    const common = Array.from({ length: options + 1 }, () => roll(laws.length));
    const given = places.flatMap((at) => answersAt(at, { roll, common, crowds, isPlain })).slice(0, most);
    assert.equal(given.length, most ?? given.length);
    const people = membersOf(given, grouping);
    const told = await toldOf(world, await holdGrouped(world, instrument, given));
    rounds.splice(0, 1, { places, people, told, bare: everything(places, people, grouping) });
  });
  return rounds[0] ?? assert.fail();
}

function plant(world: World, roll: Roll, streets: number): Promise<Place[]> {
  const above = [areaId(world, "试城"), areaId(world, "试区"), areaId(world, "试区")];
  const made: Place[] = [];
  for (let street = 0; street < (streets > 2 ? streets : 1 + roll(streets)); street += 1) {
    const one = place(above[roll(3)] ?? "", "street", null);
    made.push(one);
    for (let n = 2 + roll(3); n > 0; n -= 1) made.push(place(one.id, "community", 300 + roll(3000)));
  }
  return plantBelow(world, made);
}

/** Of which group people are, place by place: mixed, of all but one, of two, nearly all of one, or some not known. */
const mixtures: ((roll: Roll) => number)[] = [
  ...Array.from({ length: 5 }, () => (roll: Roll) => 1 + roll(options)),
  (roll) => roll(options + 1),
  (roll) => roll(options + 1),
  (roll) => 1 + roll(2),
  (roll) => (roll(7) ? 2 : 1 + roll(options)),
  (roll) => (roll(3) ? 0 : 1 + roll(options)),
];

/** Of which group by the second question those of one by the first are: any, the same, nearly always the same, or two of the first one of the second. */
const kinships: ((roll: Roll, first: number) => number)[] = [
  ...Array.from({ length: 5 }, () => (roll: Roll) => 1 + roll(options)),
  (roll) => roll(options + 1),
  (_roll, first) => first,
  (roll, first) => (roll(30) ? first : 1 + roll(options)),
  (roll, first) => (first < 3 ? 1 + roll(2) : 3),
];

/** What a group says in a place: anything, or as the same group in other places nearly all of it the best or the middle. */
const laws: ((roll: Roll) => number)[] = [
  (roll) => 1 + roll(5),
  (roll) => 2 + roll(3),
  () => 5,
  (roll) => (roll(40) ? 3 : 4),
];

/** Those of the mixtures and kinships that set nobody apart. */
const plain = { mixtures: 5, kinships: 5 };

type Saying = { roll: Roll; common: number[]; crowds: readonly number[]; isPlain: boolean };

function answersAt({ id, level }: Place, { roll, common, crowds, isPlain }: Saying): Answer[] {
  const sizes = { community: crowds, street: [0, 0, 3, 30] }[level as string] ?? [0];
  const n = sizes[roll(sizes.length)] ?? 0;
  const mixture = mixtures[roll(isPlain ? plain.mixtures : mixtures.length)] ?? (() => 1);
  const kinship = kinships[roll(isPlain ? plain.kinships : kinships.length)] ?? (() => 1);
  const leaning = 1 + roll(3);
  const laid = common.map((law) =>
    isPlain ? (one: Roll) => leaning + one(2) * one(3) : (laws[roll(2) ? law : 0] ?? (() => 3)),
  );
  return Array.from({ length: n }, () => {
    const first = mixture(roll);
    const second = kinship(roll, first);
    const said = (laid[first] ?? (() => 3))(roll);
    const marks = Object.fromEntries(["G1", "G2"].filter(() => roll(60) > 0).map((code) => [code, said]));
    return { area: id, marks: { ...marks, ...(first ? { Z: first } : {}), ...(second ? { Y: second } : {}) } };
  });
}
