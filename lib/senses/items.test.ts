import { sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { expect, test } from "vitest";
import { wilson } from "../figures/interval";
import { areaId, as, inRollback, type World } from "../testing";
import { choicesOf } from "./choices";
import { type AskedItem, askedBeside, askedCodes, type Marks } from "./items";
import type { Cell } from "./results";

type Given = Partial<AskedItem> & { code: string; scored?: boolean; weight?: number };

/** A questionnaire of its own with these items, in this order; answers its id. */
async function instrument(world: World, items: Given[]): Promise<string> {
  const id = uuidv7();
  await world.owner.execute(
    sql`insert into instruments (id, key, version, name, published_at) values (${id}, ${id}, 1, '试卷', '2026-01-01')`,
  );
  for (const [
    at,
    { code, kind = "scale", low = 1, high = 5, scored = false, weight = 1, shownIf },
  ] of items.entries()) {
    const options = kind === "choice" ? Array.from({ length: high }, (_, n) => ({ "zh-CN": `选项${n + 1}` })) : [];
    const [from, to] = kind === "text" ? [0, 0] : [low, high];
    await world.owner.execute(sql`
      insert into instrument_items (instrument_id, code, position, kind, sense, low, high, top_from, scored, weight, labels, options, shown_if)
      values (${id}, ${code}, ${at + 1}, ${kind}, 'gain', ${from}, ${to}, ${kind === "scale" ? Math.min(4, to) : to}, ${scored}, ${weight}, '{}',
        ${JSON.stringify(options)}::text::jsonb, ${shownIf ? JSON.stringify(shownIf) : null}::text::jsonb)`);
  }
  return id;
}

async function published(world: World, items: Given[], answers: Marks[]) {
  const [ctx, id] = [as(world, "official", "甲街道"), uuidv7()];
  await world.owner.execute(sql`
    insert into rounds (id, area_id, area_pos, area_last, instrument_id, name, mode, opens_on, closes_on)
    select ${id}, a.id, a.pos, a.last, ${await instrument(world, items)}, '一轮', 'drawn', '2026-11-01', '2026-11-30'
    from areas a where a.id = ${areaId(world, "甲街道")}`);
  const given = answers.map((marks) => ({ area: areaId(world, "甲一社区"), marks }));
  await ctx.db.execute(sql`select add_answers(${id}, ${JSON.stringify(given)}::text::jsonb)`);
  await ctx.db.execute(sql`select close_round(${id}, now())`);
  await world.owner.execute(sql`select publish_round(${id}, now())`);
  const cells = await world.owner.execute<{
    key: string;
    n: number;
    missing: number;
    unasked: number;
    mean: number;
    top: number | null;
    meanCoarse: boolean;
    coarse: boolean;
  }>(sql`
    select key, n, missing, unasked, mean, top, mean_coarse as "meanCoarse", coarse from round_cells where round_id = ${id} and area_id = ${areaId(world, "甲一社区")}`);
  return new Map(cells.map(({ key, ...cell }) => [key, cell]));
}

const choice = (code: string) => ({ code, kind: "choice" as const, low: 1, labels: {}, options: [{}, {}, {}] });

const cellsOf = (cells: Awaited<ReturnType<typeof published>>): Cell[] =>
  [...cells].map(([key, cell]) => ({ ...emptyCell, ...cell, key }));

const emptyCell = {
  ...{ roundId: "", areaId: "", variance: 0, alpha: null },
  ...{ weightedMean: null, weightedVariance: null, weightedDf: null, effectiveN: null },
};

const times = (n: number, marks: Marks) => Array.from({ length: n }, () => marks);

test("the database asks the same items of the same answers as the forms do", () =>
  inRollback(async (world) => {
    let turn = 7;
    const draw = (below: number) => {
      turn = (turn * 48_271) % 2_147_483_647;
      return turn % below;
    };
    let spared = 0;
    for (let round = 0; round < 12; round += 1) {
      const items = Array.from({ length: 8 }, (_, at) => ({
        code: `Q${at}`,
        shownIf: at > 0 && draw(2) === 0 ? { item: `Q${draw(at)}`, marks: [1 + draw(5), 1 + draw(5)] } : null,
      }));
      const id = await instrument(world, items);
      for (let person = 0; person < 20; person += 1) {
        const marks = Object.fromEntries(items.flatMap(({ code }) => (draw(5) > 0 ? [[code, 1 + draw(5)]] : [])));
        const [row] = await world.owner.execute<{ asked: string[]; kept: Marks }>(sql`
          select asked_items(${id}, ${JSON.stringify(marks)}::text::jsonb) as asked,
            only_asked(${id}, ${JSON.stringify(marks)}::text::jsonb, ${JSON.stringify(marks)}::text::jsonb) as kept`);
        const asked = askedCodes(items, marks);
        expect(row?.asked).toEqual(asked);
        expect(Object.keys(row?.kept ?? {}).sort()).toEqual(Object.keys(marks).filter((code) => asked.includes(code)));
        spared += items.length - asked.length;
      }
    }
    expect(spared).toBeGreaterThan(200);
  }));

test("what was not asked is not missing, and what was answered against the rule is not kept", () =>
  inRollback(async (world) => {
    const items = [{ code: "Y" }, { code: "X", shownIf: { item: "Y", marks: [1, 2] } }];
    const cells = await published(world, items, [
      ...times(12, { Y: 1, X: 3 }),
      ...times(3, { Y: 2 }),
      ...times(15, { Y: 4, X: 5 }),
    ]);
    expect(cells.get("item.Y")).toMatchObject({ n: 30, missing: 0, unasked: 0 });
    expect(cells.get("item.X")).toMatchObject({ n: 12, missing: 3, unasked: 15 });
  }));

test("the index is the mean by weight, and three quarters are of what the person was asked", () =>
  inRollback(async (world) => {
    const items: Given[] = [
      { code: "A", scored: true, weight: 3 },
      { code: "B", scored: true },
      { code: "C", scored: true, shownIf: { item: "A", marks: [5] } },
      { code: "D", scored: true, shownIf: { item: "A", marks: [5] } },
    ];
    const cells = await published(world, items, [
      ...times(10, { A: 4, B: 2 }),
      ...times(10, { A: 2, B: 4 }),
      ...times(10, { A: 5, B: 5, C: 1 }),
      ...times(10, { A: 5, B: 5 }),
    ]);
    // 75·3 + 25, 25·3 + 75 over 4; 100·3 + 100 + 0 over 5; half of what was asked is too little.
    expect(cells.get("gain")).toMatchObject({ n: 30, missing: 10, unasked: 0 });
    expect(cells.get("gain")?.mean).toBeCloseTo((62.5 + 37.5 + 80) / 3, 9);
  }));

test("a choice is told option by option, each of all who chose; where one would tell of a person all are coarse", () =>
  inRollback(async (world) => {
    const items: Given[] = [
      { code: "A", scored: true },
      { code: "W", kind: "choice", high: 3 },
      { code: "V", kind: "choice", high: 3 },
    ];
    const cells = await published(world, items, [
      ...times(20, { A: 4, W: 1, V: 1 }),
      ...times(15, { A: 3, W: 2, V: 2 }),
      ...times(10, { A: 2, W: 3, V: 2 }),
      ...times(5, { A: 4 }),
      { A: 1, W: 3, V: 3 },
    ]);
    expect(cells.get("item.W=1")).toMatchObject({ n: 46, missing: 5, top: 20 });
    expect(cells.get("item.W=2")).toMatchObject({ n: 46, top: 15 });
    expect(cells.get("item.W=1")?.mean).toBeCloseTo(20 / 46, 9);
    expect(["1", "2", "3"].map((option) => cells.get(`item.V=${option}`)?.mean)).toEqual([0.45, 0.55, 0.05]);
    expect(cells.has("item.W")).toBe(false);

    const [asked, told] = [choice("W"), choice("V")];
    const [w] = choicesOf([asked], cellsOf(cells));
    expect(w).toMatchObject({ code: "W", n: 46, missing: 5 });
    expect(w?.options[0]?.result).toMatchObject({ meanCoarse: false, topBox: { numerator: 20, denominator: 46 } });
    expect(w?.options[0]?.result?.value).toBeCloseTo((100 * 20) / 46, 9);
    expect(w?.options[0]?.result?.interval).toEqual(wilson(20, 46).map((end) => 100 * end));
    const [v] = choicesOf([told], cellsOf(cells));
    expect(v?.options.map(({ result }) => [Math.round(result?.value ?? 0), result?.meanCoarse])).toEqual([
      [45, true],
      [55, true],
      [5, true],
    ]);
    expect(choicesOf([asked], [])[0]).toMatchObject({ n: null, options: [{ result: null }, {}, {}] });
  }));

test("one goes on to the next item that is asked, and back to the last that was", () => {
  const items = [
    { code: "Y", shownIf: null },
    { code: "X", shownIf: { item: "Y", marks: [1] } },
    { code: "Z", shownIf: null },
  ];
  expect([
    askedBeside(items, 0, 1, { Y: 1 }),
    askedBeside(items, 0, 1, { Y: 2 }),
    askedBeside(items, 2, 1, {}),
  ]).toEqual([1, 2, null]);
  expect([askedBeside(items, 2, -1, { Y: 2 }), askedBeside(items, 0, -1, {}), askedBeside(items, 3, -1, {})]).toEqual([
    0,
    null,
    2,
  ]);
});
