import assert from "node:assert/strict";
import { sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { test } from "vitest";
import type { AreaLevel } from "../areas/model";
import { areaId, as, inRollback, type World } from "../testing";
import { defaultInstrument } from "./model";
import { releaseBeside } from "./testing";

type Node = { id: string; parentId: string; level: AreaLevel };
type Marks = Record<string, number>;
type Given = { area: string; marks: Marks };
type Kept = { areaId: string; key: string; n: number; missing: number; mean: number; meanCoarse: boolean };

const usualLimit = 10;
const gain = ["G1", "G2", "G3", "G4"];

/** The same numbers for the same seed (mulberry32). */
function dice(seed: number): (most: number) => number {
  let state = seed;
  return (most) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % most;
  };
}

async function plant(world: World, roll: (most: number) => number): Promise<Node[]> {
  const [city, district] = [areaId(world, "试城"), areaId(world, "试区")];
  const made: Node[] = [];
  const add = (parentId: string, level: AreaLevel) => made.push({ id: uuidv7(), parentId, level });
  for (let street = 0; street < 1 + roll(4); street += 1) {
    add(roll(3) === 0 ? city : district, "street");
    const id = made.at(-1)?.id ?? city;
    for (let n = roll(6); n >= 0; n -= 1) add(id, "community");
  }
  for (let n = roll(3); n > 0; n -= 1) add(roll(2) ? city : district, "community");
  const rows = made.map((node, n) => ({
    id: node.id,
    parent_id: node.parentId,
    level: node.level,
    name: `区域${n}`,
    plain_name: `区域${n}`,
    residents: node.level === "community" ? 200 + roll(3000) : null,
  }));
  await as(world, "official", "试城").db.execute(sql`select add_areas(${JSON.stringify(rows)}::text::jsonb)`);
  return [{ id: city, parentId: "", level: "city" }, { id: district, parentId: city, level: "district" }, ...made];
}

function answersOf(tree: Node[], roll: (most: number) => number): Given[] {
  return tree.flatMap(({ id, level }) => {
    const many = level === "community" ? [0, 3, 8, 12, 15, 40][roll(6)] : [0, 0, 0, 2, 11][roll(5)];
    return Array.from({ length: (many ?? 0) && roll(many ?? 1) + 1 }, () => ({
      area: id,
      marks: Object.fromEntries(gain.filter(() => roll(8) > 0).map((code) => [code, 1 + roll(5)])),
    }));
  });
}

async function hold(world: World, given: { area: string; marks: object }[], name: string): Promise<string> {
  const ctx = as(world, "official", "试城");
  const id = uuidv7();
  await ctx.db.execute(sql`
    insert into rounds (id, area_id, area_pos, area_last, instrument_id, name, mode, opens_on, closes_on, source_key)
    select ${id}, a.id, a.pos, a.last, i.id, ${name}, 'drawn', '2026-11-01', '2026-11-20', ${id}
    from areas a, instruments i where a.id = ${areaId(world, "试城")} and i.key = ${defaultInstrument.key}`);
  await ctx.db.execute(sql`select add_answers(${id}, ${JSON.stringify(given)}::text::jsonb)`);
  await ctx.db.execute(sql`select close_round(${id}, ${world.now.toISOString()})`);
  await releaseBeside(ctx, world, id);
  return id;
}

/** Publishes a round anew under another limit, in the scope that the tree was renumbered in. */
async function releaseAgain(world: World, id: string, limit: number): Promise<void> {
  const ctx = as(world, "official", "试城");
  await ctx.db.execute(sql`reset role`);
  await ctx.db.execute(sql`
    insert into settings (key, value) values ('disclosureThreshold', to_jsonb(${limit}::int))
    on conflict (key) do update set value = excluded.value`);
  await ctx.db.execute(sql`select tighten_round(${id})`);
}

const keptOf = (world: World, id: string) =>
  as(world, "official", "试城").db.execute<Kept>(
    sql`select area_id as "areaId", key, n, missing, mean, mean_coarse as "meanCoarse" from round_cells where round_id = ${id}`,
  );

/** Index of the person on the sense, as domain.md counts it, or the mark; null where it is missing. */
function scoreOf({ marks }: Given, key: string): number | null {
  if (key !== "gain") return marks[key.slice(5)] ?? null;
  const all = Object.values(marks);
  return all.length < 3 ? null : all.reduce((sum, mark) => sum + (mark - 1) * 25, 0) / all.length;
}

function chainOf(tree: Node[], id: string): string[] {
  const parent = tree.find((node) => node.id === id)?.parentId;
  return parent ? [id, ...chainOf(tree, parent)] : [id];
}

/** Whether a vector is a sum of multiples of others: what somebody could work out from what is shown. */
function follows(rows: number[][], wanted: number[]): boolean {
  const basis: { at: number; row: number[] }[] = [];
  const reduce = (row: number[]) =>
    basis.reduce((left, { at, row: pivot }) => {
      const factor = left[at] ?? 0;
      return factor === 0 ? left : left.map((value, i) => value - factor * (pivot[i] ?? 0));
    }, row);
  for (const row of rows) {
    const left = reduce(row);
    const at = left.findIndex((value) => Math.abs(value) > 1e-9);
    if (at < 0) continue;
    const pivot = left[at] ?? 1;
    basis.push({ at, row: left.map((value) => value / pivot) });
  }
  return reduce(wanted).every((value) => Math.abs(value) < 1e-9);
}

function checkKey(
  tree: Node[],
  given: Given[],
  kept: Kept[],
  key: string,
  limit = usualLimit,
): { shown: number; hidden: number } {
  const scored = given.flatMap((answer) => {
    const score = scoreOf(answer, key);
    return score === null ? [] : [{ chain: chainOf(tree, answer.area), area: answer.area, score }];
  });
  const atoms = [...new Set(given.map(({ area }) => area))];
  const incidence = (id: string) => atoms.map((atom) => Number(chainOf(tree, atom).includes(id)));
  const scoresAt = (id: string) => scored.filter(({ chain }) => chain.includes(id)).map(({ score }) => score);
  const shown = kept.filter((cell) => cell.key === key);
  for (const cell of shown) {
    const scores = scoresAt(cell.areaId);
    const forms = given.filter(({ area }) => chainOf(tree, area).includes(cell.areaId)).length;
    assert.ok(cell.n >= limit, `${key}: ${cell.n} are shown`);
    assert.deepEqual([cell.n, cell.missing], [scores.length, forms - scores.length]);
    if (!cell.meanCoarse)
      assert.ok(Math.abs(cell.mean - scores.reduce((a, b) => a + b, 0) / scores.length) < 1e-9, `${key} mean`);
  }
  const told = new Set(shown.map(({ areaId }) => areaId));
  const rows = [...told].map(incidence);
  const hidden = tree.filter(({ id }) => !told.has(id) && scoresAt(id).length > 0);
  for (const { id } of hidden) assert.ok(!follows(rows, incidence(id)), `${key}: a hidden area follows from the shown`);
  for (const id of told) {
    const below = scored.filter(({ chain }) => {
      const nearest = chain.find((area) => told.has(area));
      return nearest === id && chain[0] !== id;
    });
    const own = scored.filter(({ area, chain }) => area === id && chain.find((at) => told.has(at)) === id);
    const isLeaf = !tree.some(({ parentId }) => parentId === id);
    const rest = isLeaf ? [] : [...below, ...own];
    assert.ok(rest.length === 0 || rest.length >= limit, `${key}: a rest of ${rest.length} follows from the shown`);
  }
  return { shown: told.size, hidden: hidden.length };
}

test("over trees and rounds no hidden area, and no group below the limit, follows from what is shown", {
  timeout: 120_000,
}, async () => {
  const seen = { shown: 0, hidden: 0 };
  for (let seed = 1; seed <= 12; seed += 1) {
    await inRollback(async (world) => {
      const roll = dice(seed * 7919);
      const tree = await plant(world, roll);
      for (const name of ["一", "二"]) {
        const given = answersOf(tree, roll);
        const kept = await keptOf(world, await hold(world, given, name));
        for (const key of ["gain", ...gain.map((code) => `item.${code}`)]) {
          const { shown, hidden } = checkKey(tree, given, kept, key);
          seen.shown += shown;
          seen.hidden += hidden;
        }
        const shownGain = new Set(kept.filter(({ key }) => key === "gain").map((cell) => cell.areaId));
        for (const { areaId: at, key } of kept) assert.ok(shownGain.has(at), `${key} tells of a hidden sense`);
        const items = tree.map(({ id }) => kept.filter((cell) => cell.areaId === id && cell.key !== "gain").length);
        assert.ok(
          items.every((n) => n === 0 || n === gain.length),
          "an item alone is hidden, which its sense tells",
        );
      }
    });
  }
  assert.ok(seen.shown > 300 && seen.hidden > 300, JSON.stringify(seen));
});

test("under a limit that is raised later nothing is told that was not, and no hidden area follows from the rest", {
  timeout: 120_000,
}, async () => {
  const seen = { before: 0, after: 0, hidden: 0 };
  for (let seed = 1; seed <= 5; seed += 1) {
    await inRollback(async (world) => {
      const roll = dice(seed * 104_729);
      const tree = await plant(world, roll);
      const given = answersOf(tree, roll);
      const id = await hold(world, given, "一");
      const before = await keptOf(world, id);
      await releaseAgain(world, id, 15);
      const after = await keptOf(world, id);
      const cellAs = (cell: Kept) => before.find(({ areaId: at, key }) => at === cell.areaId && key === cell.key);
      for (const cell of after) {
        const known = cellAs(cell);
        assert.deepEqual([known?.n, known?.missing], [cell.n, cell.missing], "told anew");
        assert.ok(cell.meanCoarse || (!known?.meanCoarse && known?.mean === cell.mean), "told more exactly");
      }
      for (const key of ["gain", ...gain.map((code) => `item.${code}`)])
        seen.hidden += checkKey(tree, given, after, key, 15).hidden;
      seen.before += before.length;
      seen.after += after.length;
    });
  }
  assert.ok(seen.after > 50 && seen.after < seen.before && seen.hidden > 50, JSON.stringify(seen));
});

test("answers are read by nobody, and of an open round only tens are told", () =>
  inRollback(async (world) => {
    const ctx = as(world, "official", "试城");
    const id = uuidv7();
    await ctx.db.execute(sql`
      insert into rounds (id, area_id, area_pos, area_last, instrument_id, name, mode, opens_on, closes_on)
      select ${id}, a.id, a.pos, a.last, i.id, '一', 'drawn', '2026-11-01', '2026-11-20'
      from areas a, instruments i where a.id = ${areaId(world, "试城")} and i.key = ${defaultInstrument.key}`);
    const given = Array.from({ length: 27 }, () => ({ area: areaId(world, "甲一社区"), marks: { G1: 4 } }));
    await ctx.db.execute(sql`select add_answers(${id}, ${JSON.stringify(given)}::text::jsonb)`);
    const [counted] = await ctx.db.execute(sql`select count_answers(${id}) as n`);
    assert.equal(counted?.n, 20);
    assert.deepEqual([...(await keptOf(world, id))], []);
    const [elsewhere] = await as(world, "official", "乙街道").db.execute(sql`select count_answers(${id}) as n`);
    assert.equal(elsewhere?.n, 0);
    assert.ok(await world.attempt(() => ctx.db.execute(sql`select * from answers`)));
    for (const column of ["closed_at = now()", "published_at = now()", "published_by = null", "opened_by = null"])
      assert.ok(await world.attempt(() => ctx.db.execute(sql.raw(`update rounds set ${column}`))), column);
    const foreign = as(world, "official", "甲街道");
    for (const call of [sql`select close_round(${id}, now())`, sql`select add_answers(${id}, '[]')`])
      assert.ok(await world.attempt(() => foreign.db.execute(call)));
  }));

test("an answer has a random key and is not kept in the order it came; a closed round takes no more", () =>
  inRollback(async (world) => {
    const ctx = as(world, "official", "试城");
    const came = Array.from({ length: 40 }, (_, n) => 1 + n / 10);
    const given = came.map((G1) => ({ area: areaId(world, "甲一社区"), marks: { G1 } }));
    const id = await hold(world, given, "一");
    const rows = await world.owner.execute<{ id: string; mark: number }>(
      sql`select id::text, (marks ->> 'G1')::float8 as mark from answers where round_id = ${id} order by ctid`,
    );
    const kept = rows.map(({ mark }) => mark);
    assert.deepEqual([...kept].sort(), came);
    assert.ok(kept.filter((mark, n) => mark > (kept[n - 1] ?? 0)).length < 32, "nearly in the order they came");
    for (const row of rows) assert.match(row.id, /^.{14}4/);
    assert.ok(await world.attempt(() => ctx.db.execute(sql`select add_answers(${id}, '[]')`)));
  }));

test("a mark that is not on the scale of its item is not taken", () =>
  inRollback(async (world) => {
    const ctx = as(world, "official", "试城");
    const area = areaId(world, "甲一社区");
    for (const marks of [{ G1: 6 }, { G1: 0 }, { G1: "4" }, { X9: 3 }, { G1: null }]) {
      const failed = await world.attempt(() => hold(world, [{ area, marks }], "一"));
      assert.ok(failed, JSON.stringify(marks));
    }
    assert.ok(await world.attempt(() => ctx.db.execute(sql`select publish_round(${area}, now())`)));
  }));
