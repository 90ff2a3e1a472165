import assert from "node:assert/strict";
import { sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { test } from "vitest";
import { plainName } from "../../areas/model";
import type { Context } from "../../context";
import { readMapping } from "../../exchange/mapping";
import { readTable } from "../../exchange/table";
import { postStratified } from "../../figures/scale";
import { areaId, as, inRollback, type World } from "../../testing";
import { type AnswerMapping, answerMapping } from "../input";
import { senseFigures } from "../queries";
import { publishRound } from "../rounds/publish";
import { publishWaiting } from "../testing";
import { importAnswers } from "./import";

const mapping = readMapping(
  answerMapping,
  JSON.stringify({
    instrument: { key: "three-senses" },
    mode: "drawn",
    round: { key: "2026-1", name: "秋季测评", opens: "2026-10-01", closes: "2026-10-31" },
    area: { column: "社区", aliases: { 甲一: "甲一社区" } },
    missing: ["R", "NA", "不清楚"],
    items: {
      G1: { column: "G1", values: { 非常同意: 5 } },
      G2: { column: "G2" },
      G3: { column: "G3" },
      G4: { column: "G4" },
    },
  }),
);

const header = "社区,G1,G2,G3,G4";
const people = (area: string, n: number, mark = 4) =>
  Array.from({ length: n }, (_, i) => `${area},${mark},${1 + (i % 5)},3,${i % 3 === 0 ? "NA" : 4}`);

/** About the same level, but some who are content with everything, and some with nothing. */
const mixed = (area: string, n: number, mark: number) =>
  Array.from({ length: n }, (_, i) => `${area},${Array.from("1234", () => (i % 4 ? (i % 5 ? mark : 1) : 5)).join()}`);

const given = (world: World, lines: string[], more: Partial<Parameters<typeof importAnswers>[1]> = {}) => ({
  table: readTable([header, ...lines].join("\n")),
  file: { name: "answers.csv", hash: "0".repeat(64) },
  mapping,
  intoId: areaId(world, "甲街道"),
  apply: true,
  skipRejected: false,
  replace: false,
  ...more,
});

const roundsOf = (ctx: Context) =>
  ctx.db.execute<{ id: string; name: string; n: number }>(
    sql`select r.id, r.name, count_answers(r.id) as n from rounds r where r.source_key like 'three-senses/%'`,
  );
const streetOf = (world: World) => {
  const area = world.areas.find(({ name }) => name === "甲街道");
  if (!area) throw new Error("no street");
  return area;
};

test("a sheet becomes a closed round, which has results once somebody else published it, and leaves its event", () =>
  inRollback(async (world) => {
    const ctx = as(world, "official", "甲街道");
    const report = await importAnswers(ctx, given(world, [...people("甲一", 30), ...people("甲二社区", 20, 5)]));
    assert.deepEqual([report.read, report.new, report.rejected, report.leftOut], [50, 50, 0, 0]);
    const [round] = await roundsOf(ctx);
    assert.deepEqual([round?.name, round?.n], ["秋季测评", 50]);
    assert.deepEqual(report.notices.at(-1), { reason: "sense.import.unpublished", values: { name: "秋季测评" } });
    const [unknown] = await senseFigures(ctx, streetOf(world), "2026-11-23");
    assert.equal(unknown?.state, "none");
    const id = round?.id ?? "";
    assert.match(String(await world.attempt(() => publishRound(ctx, { id }))), /round\.author/);
    assert.ok(await world.attempt(() => ctx.db.execute(sql`select release_round(${id}, now())`)));
    await publishRound(as(world, "leader", "甲街道"), { id });
    const [gain] = await senseFigures(ctx, streetOf(world), "2026-11-23");
    assert.deepEqual([gain?.state, gain?.denominator, gain?.round?.closedOn], ["ok", 50, "2026-10-31"]);
    const [none] = await senseFigures(ctx, streetOf(world), "2026-10-30");
    assert.equal(none?.state, "none");
    const trace = await world.owner.execute(
      sql`select action from events where account_id = ${ctx.actor.accountId} order by id`,
    );
    assert.deepEqual(
      trace.map(({ action }) => action),
      ["round.imported", "answers.imported"],
    );
  }));

test("nobody but an official imports answers", () =>
  inRollback(async (world) => {
    for (const role of ["leader", "staff", "officer", "handler", "sysadmin", "secadmin", "auditor"] as const)
      await assert.rejects(importAnswers(as(world, role, "甲街道"), given(world, people("甲一", 3))), {
        code: "forbidden",
      });
  }));

test("an area elsewhere is not there", () =>
  inRollback(async (world) => {
    await assert.rejects(importAnswers(as(world, "official", "乙街道"), given(world, people("甲一", 3))), {
      code: "not-found",
    });
  }));

test("a grid has no rounds of its own, and a round that stands with other answers is a conflict", () =>
  inRollback(async (world) => {
    const ctx = as(world, "official", "甲街道");
    const grid = given(world, people("甲一", 3), { intoId: areaId(world, "甲一1网格") });
    await assert.rejects(importAnswers(ctx, grid), { code: "conflict", reason: "sense.import.level" });
    await importAnswers(ctx, given(world, people("甲一", 30)));
    await publishWaiting(world);
    await assert.rejects(importAnswers(ctx, given(world, people("甲一", 31))), {
      code: "conflict",
      reason: "sense.import.differs",
    });
    const replaced = await importAnswers(ctx, given(world, people("甲一", 31), { replace: true }));
    assert.deepEqual([replaced.changed, replaced.new], [31, 0]);
    const [waiting] = await senseFigures(ctx, streetOf(world), "2026-11-23");
    assert.equal(waiting?.state, "none");
    await publishWaiting(world);
    const [gain] = await senseFigures(ctx, streetOf(world), "2026-11-23");
    assert.equal(gain?.denominator, 31);
  }));

test("whoever takes the place of what another brought is the author, and does not publish it", () =>
  inRollback(async (world) => {
    const [first, second] = [as(world, "official", "甲街道"), as(world, "official", "试区")];
    await importAnswers(first, given(world, people("甲一", 30)));
    await importAnswers(second, given(world, people("甲一", 31), { replace: true }));
    const [round] = await roundsOf(second);
    const id = round?.id ?? "";
    assert.match(String(await world.attempt(() => publishRound(second, { id }))), /round\.author/);
    await publishRound(first, { id });
  }));

test("a round whose file is replaced stays under the limit it was published under", () =>
  inRollback(async (world) => {
    const ctx = as(world, "official", "甲街道");
    const lines = [...people("甲一", 30), ...people("甲二社区", 8)];
    await importAnswers(ctx, given(world, lines));
    await publishWaiting(world);
    await world.owner.execute(sql`insert into settings (key, value) values ('disclosureThreshold', '5')`);
    await importAnswers(ctx, given(world, [...lines, ...people("甲一", 1)], { replace: true }));
    await publishWaiting(world);
    const few = areaId(world, "甲二社区");
    assert.equal((await world.owner.execute(sql`select 1 from round_cells where area_id = ${few}`)).length, 0);
    assert.notEqual((await world.owner.execute(sql`select 1 from round_cells where n = 39`)).length, 0);
  }));

test("without apply nothing is written, and the same answers in any order change nothing", () =>
  inRollback(async (world) => {
    const ctx = as(world, "official", "甲街道");
    const lines = [...people("甲一", 30), ...people("甲二社区", 20)];
    await importAnswers(ctx, given(world, lines, { apply: false }));
    assert.equal((await roundsOf(ctx)).length, 0);
    await importAnswers(ctx, given(world, lines));
    const before = await world.owner.execute(sql`select count(*) as n from events`);
    const again = await importAnswers(ctx, given(world, lines.toReversed()));
    assert.deepEqual([again.new, again.changed, again.same, again.applied], [0, 0, 50, true]);
    assert.deepEqual(await world.owner.execute(sql`select count(*) as n from events`), before);
  }));

test("a wrong value is named and left out, its row stays; halves, words and what is missing are read", () =>
  inRollback(async (world) => {
    const ctx = as(world, "official", "甲街道");
    const odd = ['甲一,非常同意,"4,5",６,NA', "丙社区,R,0,3,2026-05-01", ",9*,,3,X", "甲一1网格,99,1O,5.5,+4"];
    const report = await importAnswers(ctx, given(world, [...odd, ...people("甲一", 30)]));
    assert.deepEqual([report.new, report.rejected], [34, 0]);
    assert.deepEqual(
      report.rejections.map(({ line, column, value }) => `${line} ${column} ${value}`),
      [
        "2 G3 ６",
        "3 G2 0",
        "3 G4 2026-05-01",
        "3 社区 丙社区",
        "4 G1 9*",
        "4 G4 X",
        "5 G1 99",
        "5 G2 1O",
        "5 G3 5.5",
        "5 G4 +4",
      ],
    );
    const marks = await world.owner.execute<{ marks: unknown; name: string }>(
      sql`select marks, a.name from answers join areas a on a.id = area_id where not marks ? 'G1' or marks ->> 'G2' = '4.5' order by marks::text`,
    );
    assert.deepEqual(
      marks.map(({ marks, name }) => [name, marks]),
      [
        ["甲一社区", { G1: 5, G2: 4.5 }],
        ["甲街道", { G3: 3 }],
        ["甲街道", { G3: 3 }],
        ["甲一社区", {}],
      ],
    );
  }));

test("a mapping that does not fit is refused by name", () =>
  inRollback(async (world) => {
    const ctx = as(world, "official", "甲街道");
    const wrong: [Partial<AnswerMapping>, string][] = [
      [{ items: { ...mapping.items, G9: { column: "G1", values: {} } } }, "sense.map.itemUnknown"],
      [{ items: { G1: { column: "G1", values: {}, scale: [0, 10] } } }, "sense.map.itemDiffers"],
      [{ instrument: { key: "other", version: 1 } }, "sense.map.scaleNeeded"],
      [{ area: { column: "社区", aliases: { 甲一: "不存在" } } }, "sense.map.areaUnknown"],
      [{ items: { G1: { column: "没有这一列", values: {} } } }, "exchange.columnMissing"],
      [{ items: { ...mapping.items, G2: { column: " g1", values: {} } } }, "sense.map.columnTwice"],
      [{ items: { G1: { column: "社区", values: {} } } }, "sense.map.columnTwice"],
    ];
    for (const [change, reason] of wrong)
      await assert.rejects(
        importAnswers(ctx, given(world, people("甲一", 3), { mapping: { ...mapping, ...change } })),
        {
          reason,
        },
      );
    const unread: [string, string][] = [
      ["{", "exchange.map.json"],
      ["{}", "exchange.map.missing"],
      [
        '{"instrument":{"key":"x"},"items":{"G1":{"column":"G1","scale":[5,1]}},"round":{"key":"a","closes":"2026-01-01"}}',
        "sense.map.scale",
      ],
      ['{"instrument":{"key":"x"},"items":{"G1":{"column":"G1"}},"colour":1}', "exchange.map.unknown"],
      [
        '{"instrument":{"key":"x","version":0},"items":{"G1":{"column":"G1"}},"round":{"key":"a","closes":"2026-01-01"}}',
        "exchange.map.value",
      ],
    ];
    for (const [text, reason] of unread) assert.throws(() => readMapping(answerMapping, text), { reason });
  }));

test("a street is weighted by the residents of its communities, the hidden ones as one stratum", () =>
  inRollback(async (world) => {
    const ctx = as(world, "official", "甲街道");
    const residents: Record<string, number> = { 甲一社区: 4000, 甲二社区: 500, 丙社区: 900, 丁社区: 1500 };
    await addCommunities(world, ["丙社区", "丁社区"]);
    for (const [name, n] of Object.entries(residents))
      await world.owner.execute(
        sql`update areas set residents = ${n} where name = ${name} and pos between ${ctx.actor.pos} and ${ctx.actor.last}`,
      );
    const asked = [
      ["甲一", 40, 4] as const,
      ["甲二社区", 60, 2] as const,
      ["丙社区", 7, 1] as const,
      ["丁社区", 12, 5] as const,
    ];
    await importAnswers(
      ctx,
      given(
        world,
        asked.flatMap(([name, n, mark]) => mixed(name, n, mark)),
      ),
    );
    await publishWaiting(world);
    const sums = await world.owner.execute<{ area: string; n: number; mean: number; variance: number }>(sql`
      select a.name as area, n, mean, variance from round_cells c join areas a on a.id = c.area_id where key = 'gain'`);
    const shown = sums.filter(({ area }) => area in residents);
    const street = sums.find(({ area }) => area === "甲街道");
    assert.deepEqual(shown.map(({ area }) => area).sort(), ["甲一社区", "甲二社区"]);
    if (!street) throw new Error("the street is shown");
    const strata = shown.map(({ area, ...sample }) => ({ ...sample, population: residents[area] ?? 0 }));
    const expected = postStratified([...strata, { ...without(street, shown), population: 900 + 1500 }]);
    const [gain] = await senseFigures(ctx, streetOf(world), "2026-11-23");
    assert.ok(Math.abs((gain?.value ?? 0) - (expected?.mean ?? -1)) < 1e-9);
    for (const end of [0, 1] as const)
      assert.ok(Math.abs((gain?.interval?.[end] ?? 0) - (expected?.interval[end] ?? -1)) < 1e-8);
    assert.ok(Math.abs((gain?.unweighted?.value ?? 0) - street.mean) < 1e-9);
    assert.ok(Math.abs((gain?.value ?? 0) - street.mean) > 1);
  }));

type Sums = { n: number; mean: number; variance: number };

/** What anybody can work out of the communities that are not shown. */
function without(whole: Sums, parts: Sums[]): Sums {
  const total = ({ n, mean }: Sums) => n * mean;
  const squares = ({ n, mean, variance }: Sums) => (n - 1) * variance + n * mean ** 2;
  const left = (sum: (of: Sums) => number) => sum(whole) - parts.reduce((all, part) => all + sum(part), 0);
  const n = left((sums) => sums.n);
  const mean = left(total) / n;
  return { n, mean, variance: (left(squares) - n * mean ** 2) / (n - 1) };
}

async function addCommunities(world: World, names: string[]): Promise<void> {
  const rows = names.map((name) => ({
    id: uuidv7(),
    parent_id: areaId(world, "甲街道"),
    level: "community",
    name,
    plain_name: plainName(name),
  }));
  await as(world, "official", "试城").db.execute(sql`select add_areas(${JSON.stringify(rows)}::text::jsonb)`);
}
