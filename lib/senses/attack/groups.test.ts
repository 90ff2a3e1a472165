import assert from "node:assert/strict";
import { sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { test } from "vitest";
import { areaId, as, inRollback, type World } from "../../testing";
import { attackGroups, type Member, type Spoils, type Sum } from "./groups";
import { dice, type Place } from "./people";

type Roll = (most: number) => number;
type Answer = { area: string; marks: Record<string, number> };

const options = 3;
const limit = 10;
const codes = ["G1", "G2"];

test("by area and group nobody learns of a hidden cell, of few people or of people who all said the same", {
  timeout: 240_000,
}, async ({ annotate }) => {
  const seen = { shown: 0, hidden: 0, plain: 0, half: 0 };
  for (let seed = 1; seed <= 60; seed += 1) {
    const { places, people, told, bare } = await held(seed);
    const spoils = attackGroups({ places, people, limit }, told);
    assert.deepEqual(spoils.followed, [], `seed ${seed}`);
    assert.deepEqual(spoils.small, [], `seed ${seed}`);
    seen.shown += told.filter(({ option }) => option !== null).length;
    seen.hidden += spoils.hidden;
    const big = bare.filter(({ n }) => n >= limit);
    seen.plain += attackGroups({ places, people, limit }, bare).small.length;
    const half: Spoils = attackGroups({ places, people, limit }, [
      ...told.filter(({ option }) => option === null),
      ...big,
    ]);
    seen.half += half.followed.length + half.small.length;
  }
  await annotate(JSON.stringify(seen));
  assert.ok(seen.shown > 100 && seen.hidden > 1000, JSON.stringify(seen));
  assert.ok(seen.plain > 100, "the attack finds what lies open");
  assert.ok(seen.half > 100, "the attack finds what follows from the others when small cells alone are left out");
});

test("where it is held back how many are of each group, the groups are told nothing by", () =>
  inRollback(async (world) => {
    const instrument = await write(world);
    const ctx = as(world, "official", "试城");
    const [street, third] = [areaId(world, "甲街道"), uuidv7()];
    const row = {
      ...{ id: third, level: "community", residents: 900 },
      parent_id: street,
      name: "甲三",
      plain_name: "甲三",
    };
    await ctx.db.execute(sql`select add_areas(${JSON.stringify([row])}::text::jsonb)`);
    const [first, second] = [areaId(world, "甲一社区"), areaId(world, "甲二社区")];
    const crowd = (area: string, sizes: number[]) =>
      sizes.flatMap((size, at) =>
        Array.from({ length: size }, (_, n) => ({ area, marks: { G1: 1 + (n % 5), G2: 1 + (n % 5), Z: at + 1 } })),
      );
    const given = [...crowd(first, [28, 1, 1]), ...crowd(second, [15, 15, 15]), ...crowd(third, [80, 10, 10])];
    const id = await hold(world, instrument, given);
    const cells = await ctx.db.execute<{ area: string; key: string }>(
      sql`select area_id as area, key from round_cells where round_id = ${id} and key like '%Z=%'`,
    );
    const toldAt = (area: string, start: string) =>
      cells.filter((cell) => cell.area === area && cell.key.startsWith(start)).length;
    assert.equal(toldAt(second, "item.Z"), 0);
    assert.equal(toldAt(second, "gain@"), 0);
    assert.equal(toldAt(street, "gain@"), options);
  }));

async function held(seed: number) {
  let result: { places: Place[]; people: Member[]; told: Sum[]; bare: Sum[] } | null = null;
  await inRollback(async (world) => {
    const roll = dice(seed * 104_729);
    const instrument = await write(world);
    const places = await plant(world, roll);
    const common = Array.from({ length: options + 1 }, () => roll(laws.length));
    const given = places.flatMap((place) => answersAt(place, roll, common));
    const id = await hold(world, instrument, given);
    const kept = await as(world, "official", "试城").db.execute<Sum & { key: string; exact: boolean }>(sql`
      select area_id as "areaId", key, n, mean, not mean_coarse and top is not null and not coarse as exact
      from round_cells where round_id = ${id} and (key = 'gain' or key like 'gain@%' or key like 'item.Z=%')`);
    const told = kept.filter(({ key, exact }) => key.includes("@") || (key === "gain" && exact));
    for (const { areaId: at, n } of told.filter(({ key }) => key.includes("@"))) {
      assert.ok(n >= limit, `a group of ${n}`);
      const exact = kept.filter((cell) => cell.areaId === at && cell.exact).map(({ key }) => key);
      assert.equal(exact.length, 1 + options, "how many are of each group is not told exactly there");
    }
    const people = given.flatMap(({ area, marks }): Member[] => {
      const all = codes.flatMap((code) => (marks[code] === undefined ? [] : [marks[code]]));
      const score = all.reduce((sum, mark) => sum + (mark - 1) * 25, 0) / all.length;
      return all.length < codes.length ? [] : [{ area, option: marks.Z ?? 0, score }];
    });
    result = {
      places,
      people,
      told: told.map(({ areaId: at, key, n, mean }) => ({
        ...{ areaId: at, n, mean },
        option: key === "gain" ? null : Number(key.split("=")[1]),
      })),
      bare: everything(places, people),
    };
  });
  // Set in the transaction before it was rolled back.
  return result as unknown as { places: Place[]; people: Member[]; told: Sum[]; bare: Sum[] };
}

async function plant(world: World, roll: Roll): Promise<Place[]> {
  const [city, district] = [areaId(world, "试城"), areaId(world, "试区")];
  const made: Place[] = [];
  for (let street = 0; street < 1 + roll(2); street += 1) {
    const id = uuidv7();
    made.push({ id, parentId: roll(3) ? district : city, level: "street", residents: null });
    for (let n = 2 + roll(3); n > 0; n -= 1)
      made.push({ id: uuidv7(), parentId: id, level: "community", residents: 300 + roll(3000) });
  }
  const rows = made.map(({ id, parentId, level, residents }, n) => ({
    ...{ id, level, residents, parent_id: parentId, name: `区域${n}`, plain_name: `区域${n}` },
  }));
  await as(world, "official", "试城").db.execute(sql`select add_areas(${JSON.stringify(rows)}::text::jsonb)`);
  return [
    { id: city, parentId: "", level: "city", residents: null },
    { id: district, parentId: city, level: "district", residents: null },
    ...made,
  ];
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

/** What a group says in a place: anything, or as the same group in other places nearly all of it the best or the middle. */
const laws: ((roll: Roll) => number)[] = [
  (roll) => 1 + roll(5),
  (roll) => 2 + roll(3),
  () => 5,
  (roll) => (roll(40) ? 3 : 4),
];

function answersAt({ id, level }: Place, roll: Roll, common: number[]): Answer[] {
  const n =
    level === "community" ? [14, 40, 60, 80, 100, 120][roll(6)] : level === "street" ? [0, 0, 3, 30][roll(4)] : 0;
  const mixture = mixtures[roll(mixtures.length)] ?? (() => 1);
  const laid = common.map((law) => laws[roll(2) ? law : 0] ?? (() => 3));
  return Array.from({ length: n ?? 0 }, () => {
    const option = mixture(roll);
    const said = (laid[option] ?? (() => 3))(roll);
    const marks = Object.fromEntries(codes.filter(() => roll(60) > 0).map((code) => [code, said]));
    return { area: id, marks: option === 0 ? marks : { ...marks, Z: option } };
  });
}

async function write(world: World): Promise<string> {
  const id = uuidv7();
  await world.owner.execute(
    sql`insert into instruments (id, key, version, name, group_by, published_at) values (${id}, ${id}, 1, '试卷', 'Z', '2026-01-01')`,
  );
  await world.owner.execute(sql`
    insert into instrument_items (instrument_id, code, position, kind, sense, low, high, top_from, scored, labels, options) values
      (${id}, 'G1', 1, 'scale', 'gain', 1, 5, 4, true, '{}', '[]'), (${id}, 'G2', 2, 'scale', 'gain', 1, 5, 4, true, '{}', '[]'),
      (${id}, 'Z', 3, 'choice', null, 1, ${options}, ${options}, false, '{}', '[{}, {}, {}]')`);
  return id;
}

/** Everything by one hand: the tree was renumbered under it, and only its own scope went along. */
async function hold(world: World, instrument: string, given: Answer[]): Promise<string> {
  const [ctx, id] = [as(world, "official", "试城"), uuidv7()];
  await ctx.db.execute(sql`
    insert into rounds (id, area_id, area_pos, area_last, instrument_id, name, mode, opens_on, closes_on, source_key)
    select ${id}, a.id, a.pos, a.last, ${instrument}, '一轮', 'drawn', '2026-11-01', '2026-11-20', ${id}
    from areas a where a.id = ${areaId(world, "试城")}`);
  await ctx.db.execute(sql`select add_answers(${id}, ${JSON.stringify(given)}::text::jsonb)`);
  await ctx.db.execute(sql`select close_round(${id}, ${world.now.toISOString()})`);
  await ctx.db.execute(sql`select release_round(${id}, ${world.now.toISOString()})`);
  return id;
}

/** Every cell of area and group as it would stand without any control. */
function everything(places: Place[], people: Member[]): Sum[] {
  const parents = new Map(places.map(({ id, parentId }) => [id, parentId]));
  const isIn = (area: string, id: string): boolean => area === id || (area !== "" && isIn(parents.get(area) ?? "", id));
  return places.flatMap(({ id }) =>
    Array.from({ length: options + 1 }, (_, option) => {
      const inside = people.filter((person) => person.option === option && isIn(person.area, id));
      return {
        ...{ areaId: id, option, n: inside.length },
        mean: inside.reduce((sum, { score }) => sum + score, 0) / Math.max(1, inside.length),
      };
    }).filter(({ n }) => n > 0),
  );
}
