import assert from "node:assert/strict";
import { sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { test } from "vitest";
import type { AreaLevel } from "../../areas/model";
import { getArea } from "../../areas/queries";
import type { Context } from "../../context";
import { areaId, as, inRollback, type World } from "../../testing";
import { defaultInstrument } from "../model";
import { senseFigures } from "../queries";
import { findRound, getProgress } from "../queries-collect";
import { releaseBeside } from "../testing";
import { listRounds } from "../view";
import { attack, type Loot } from "./attack";
import { dice, invent, type Person, type Place } from "./people";
import type { Sheet, Told } from "./told";

const sheet: Sheet = { senses: { gain: ["G1", "G2", "G3", "G4"], security: ["S1", "S2", "S3", "S4"] } };
const codes = Object.values(sheet.senses).flat();
const respondents = 2000;

test("over three rounds of 2,000 invented people nobody learns more than a community's own figures say", {
  timeout: 300_000,
}, async ({ annotate }) => {
  const rounds = await holdThree();
  const against = (told: (round: Round) => Told[]) =>
    sumOf(rounds.map((round) => attack(round.places, round.people, told(round), sheet)));
  const loot = against(({ told }) => told);
  const bare = against(({ places, people }) => everything(places, people));
  const half = against(({ places, people }) => everything(places, people).filter(({ n }) => n >= 10));
  await annotate(report("published", loot));
  await annotate(report("without any control", bare));
  await annotate(report("with the small cells left out and nothing else", half));
  assert.deepEqual(loot.recovered, []);
  assert.ok(loot.guesses > 40_000 && loot.hiddenGuesses > 2000, JSON.stringify(loot));
  assert.ok(loot.right / loot.guesses <= loot.plainly / loot.guesses + 0.05);
  assert.ok(loot.hiddenRight / loot.hiddenGuesses <= loot.hiddenPlainly / loot.hiddenGuesses + 0.05);
  assert.ok(bare.recovered.length > 100, "the attack finds what lies open");
  assert.ok(half.recovered.length > 100, "the attack finds what follows by subtraction");
});

test("who asks after every single answer learns nothing but tens, where a mean shown live would tell them all", () =>
  inRollback(async (world) => {
    const roll = dice(7);
    const said = Array.from({ length: 24 }, () => 1 + roll(5));
    const live = said.map((_, n) => said.slice(0, n + 1).reduce((sum, mark) => sum + mark, 0) / (n + 1));
    const recovered = live.map((mean, n) => Math.round((n + 1) * mean - n * (live[n - 1] ?? 0)));
    assert.deepEqual(recovered, said);

    const id = await open(world, "一");
    const seen = new Set<string>();
    for (const mark of said) {
      await answer(world, id, [{ area: areaId(world, "甲一社区"), marks: { G1: mark } }]);
      for (const role of ["leader", "official", "staff", "officer"] as const)
        seen.add(JSON.stringify([role, await everyWay(as(world, role, "甲一社区"), id)]));
    }
    assert.equal(seen.size, 4 * 3, "one thing for fewer than ten, one from ten, one from twenty, to every role");
  }));

/** What an account is told of a round that is open. */
async function everyWay(ctx: Context, id: string) {
  const round = (await findRound(ctx, id)) ?? assert.fail();
  const { answers, communities } = await getProgress(ctx, round);
  const place = await getArea(ctx, ctx.actor.areaId);
  const { closed, running } = await listRounds(ctx, place);
  const cells = await ctx.db.execute(sql`select * from round_cells where round_id = ${id}`);
  const figures = await senseFigures(ctx, place, "2026-12-31");
  return [answers, communities, closed, running.map((row) => row.answers), cells, figures];
}

type Round = { places: Place[]; people: Person[]; told: Told[] };

/** The attack itself comes after the transaction, which would keep other tests waiting for the tree. */
async function holdThree(): Promise<Round[]> {
  const rounds: Round[] = [];
  await inRollback(async (world) => {
    rounds.length = 0;
    const roll = dice(20261126);
    const places = await plant(world, roll);
    for (const name of ["一", "二", "三"]) {
      const people = invent(places, codes, roll, respondents);
      rounds.push({ places, people, told: await published(world, await hold(world, people, name)) });
    }
  });
  return rounds;
}

async function plant(world: World, roll: (most: number) => number): Promise<Place[]> {
  const streets = ["甲街道", "乙街道"].map((name) => areaId(world, name));
  const [city, district] = [areaId(world, "试城"), areaId(world, "试区")];
  const made: Place[] = [];
  const add = (parentId: string, level: AreaLevel, residents: number | null) =>
    made.push({ id: uuidv7(), parentId, level, residents });
  add(district, "street", null);
  add(city, "street", null);
  const all = [...streets, ...made.map(({ id }) => id)];
  for (const street of all) for (let n = 0; n < 18; n += 1) add(street, "community", 300 + roll(5000));
  const rows = made.map(({ id, parentId, level, residents }, n) => ({
    id,
    parent_id: parentId,
    level,
    name: `区域${n}`,
    plain_name: `区域${n}`,
    residents,
  }));
  await as(world, "official", "试城").db.execute(sql`select add_areas(${JSON.stringify(rows)}::text::jsonb)`);
  return [
    { id: city, parentId: "", level: "city", residents: null },
    { id: district, parentId: city, level: "district", residents: null },
    ...streets.map((id): Place => ({ id, parentId: district, level: "street", residents: null })),
    ...made,
  ];
}

async function open(world: World, name: string): Promise<string> {
  const ctx = as(world, "official", "试城");
  const id = uuidv7();
  await ctx.db.execute(sql`
    insert into rounds (id, area_id, area_pos, area_last, instrument_id, name, mode, opens_on, closes_on, source_key)
    select ${id}, a.id, a.pos, a.last, i.id, ${name}, 'drawn', '2026-11-01', '2026-11-20', ${id}
    from areas a, instruments i where a.id = ${areaId(world, "试城")} and i.key = ${defaultInstrument.key}`);
  return id;
}

async function answer(world: World, id: string, people: Person[]): Promise<void> {
  const given = JSON.stringify(people);
  await as(world, "official", "试城").db.execute(sql`select add_answers(${id}, ${given}::text::jsonb)`);
}

async function hold(world: World, people: Person[], name: string): Promise<string> {
  const ctx = as(world, "official", "试城");
  const id = await open(world, name);
  await answer(world, id, people);
  await ctx.db.execute(sql`select close_round(${id}, ${world.now.toISOString()})`);
  await releaseBeside(ctx, world, id);
  return id;
}

const published = async (world: World, round: string): Promise<Told[]> => [
  ...(await as(world, "official", "试城").db.execute<Told>(sql`
    select area_id as "areaId", key, n, mean, mean_coarse as "meanCoarse", variance, top, coarse, weighted_mean as "weightedMean"
    from round_cells where round_id = ${round}`)),
];

/** The figures of every place as they would stand without any control. */
function everything(places: Place[], people: Person[]): Told[] {
  const parents = new Map(places.map(({ id, parentId }) => [id, parentId]));
  const isIn = (area: string, id: string): boolean => area === id || (area !== "" && isIn(parents.get(area) ?? "", id));
  return places.flatMap(({ id }) => {
    const inside = people.filter(({ area }) => isIn(area, id));
    return codes.flatMap((code): Told[] => {
      const marks = inside.flatMap(({ marks }) => (marks[code] === undefined ? [] : [marks[code]]));
      const n = marks.length;
      if (n === 0) return [];
      const mean = marks.reduce((sum, mark) => sum + mark, 0) / n;
      const squares = marks.reduce((sum, mark) => sum + (mark - mean) ** 2, 0);
      const top = marks.filter((mark) => mark >= 4).length;
      const plain = { meanCoarse: false, coarse: false, weightedMean: null };
      return [{ areaId: id, key: `item.${code}`, n, mean, variance: n > 1 ? squares / (n - 1) : 0, top, ...plain }];
    });
  });
}

function sumOf(loots: Loot[]): Loot {
  const sum = (of: (loot: Loot) => number) => loots.reduce((all, loot) => all + of(loot), 0);
  return {
    guesses: sum(({ guesses }) => guesses),
    right: sum(({ right }) => right),
    plainly: sum(({ plainly }) => plainly),
    hiddenGuesses: sum(({ hiddenGuesses }) => hiddenGuesses),
    hiddenRight: sum(({ hiddenRight }) => hiddenRight),
    hiddenPlainly: sum(({ hiddenPlainly }) => hiddenPlainly),
    recovered: loots.flatMap(({ recovered }) => recovered),
  };
}

function report(name: string, loot: Loot): string {
  const share = (part: number, whole: number) => `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`;
  return [
    `${name}: ${loot.guesses} answers guessed, right ${share(loot.right, loot.guesses)}, from the own figures ${share(loot.plainly, loot.guesses)}`,
    `where the own figures are hidden or coarse: ${loot.hiddenGuesses}, right ${share(loot.hiddenRight, loot.hiddenGuesses)}, from the figures above ${share(loot.hiddenPlainly, loot.hiddenGuesses)}`,
    `recovered for certain: ${loot.recovered.length} groups`,
  ].join("; ");
}
