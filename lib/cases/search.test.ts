import { sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { expect, test } from "vitest";
import type { Role } from "../access/model";
import { areaId, as, inRollback, type World } from "../testing";
import { caseFilter } from "./filter";
import { countCases, listCases } from "./queries";
import { registerCase } from "./register";
import { termsOf } from "./search";

const titles = [
  "翠湖3栋电梯坏了",
  "Lift out of order 100%",
  "楼道灯不亮",
  "梯子挡道，电线老化",
  "Café 门前积水",
  "Ｂ座１２０３室漏水",
  "Лифт не работает",
  "МиГ у İstanbul kafe",
  "Sessel steht im Weg",
];

async function live(world: World): Promise<void> {
  for (const [i, title] of titles.entries()) {
    world.now = new Date(Date.UTC(2026, 10, 23, 2, i));
    await registerCase(as(world, "official", "甲街道"), {
      id: uuidv7(),
      areaId: areaId(world, "甲一社区"),
      title,
      body: i === 2 ? "老人上下楼看不清，急" : "",
      place: i === 2 ? "B座_2层" : undefined,
      channel: "phone",
      requestType: "other",
      urgent: false,
    });
  }
}

async function look(world: World, q: string, [role, at]: [Role, string] = ["official", "甲街道"]) {
  const ctx = as(world, role, at);
  const range = { pos: ctx.actor.pos, last: ctx.actor.last };
  const filter = caseFilter.parse({ q });
  const [{ rows }, { n }] = await Promise.all([listCases(ctx, range, filter), countCases(ctx, range, filter)]);
  const byIndex = await ctx.db.execute<{ title: string }>(
    sql`select title from cases where id in (select f.id from found_cases(array[${sql.join(
      termsOf(filter.q ?? "").map((ways) => sql`${ways.join("\n")}`),
      sql`, `,
    )}]::text[], null::bigint, 0, 2147483647) f) order by registered_at desc`,
  );
  expect(rows.map(({ title }) => title)).toEqual(byIndex.map(({ title }) => title));
  expect(n).toBe(rows.length);
  return rows.map(({ title }) => titles.indexOf(title)).sort();
}

test("words of any language find what holds them all, on the way down the list and by the index alike", () =>
  inRollback(async (world) => {
    await live(world);
    const found = {
      梯: [0, 3],
      电梯: [0],
      "电 梯": [0, 3],
      电梯坏: [0],
      LIFT: [1],
      if: [1],
      der: [1],
      r: [1],
      "lift 坏": [],
      "100%": [1],
      "3栋": [0],
      急: [2],
      B座_2: [2],
      "2层": [2],
      "%层": [],
      龘: [],
      café: [4],
      "cafe\u0301": [4],
      CAFÉ: [4],
      b座: [2, 5],
      "B座 1203": [5],
      "１２０３室": [5],
      "３栋": [0],
      ЛИФТ: [6],
      лифт: [6],
      "лиф НЕ": [6],
      МиГ: [7],
      İstanbul: [7],
      ßteh: [],
    };
    for (const [asked, expected] of Object.entries(found)) expect(await look(world, asked), asked).toEqual(expected);
  }));

test("what another area or another unit holds is not found", () =>
  inRollback(async (world) => {
    await live(world);
    expect(await look(world, "梯", ["leader", "试城"])).toEqual([0, 3]);
    expect(await look(world, "梯", ["official", "乙街道"])).toEqual([]);
    expect(await look(world, "梯", ["handler", "甲街道"])).toEqual([]);
    expect(await look(world, "梯", ["auditor", "试城"])).toEqual([]);
  }));

test("a number finds the request that bears it, marks alone find nothing", () =>
  inRollback(async (world) => {
    await live(world);
    const ctx = as(world, "leader", "试城");
    const range = { pos: ctx.actor.pos, last: ctx.actor.last };
    const [one] = (await listCases(ctx, range, {})).rows;
    const { rows } = await listCases(ctx, range, caseFilter.parse({ q: String(one?.number) }));
    expect(rows.map(({ id }) => id)).toContain(one?.id);
    expect((await listCases(ctx, range, caseFilter.parse({ q: "！？" }))).rows).toEqual([]);
  }));
