import { eq, sql } from "drizzle-orm";
import type { Sql } from "postgres";
import { uuidv7 } from "uuidv7";
import { expect, test } from "vitest";
import { findDifference } from "../../db/recount";
import { cases } from "../../db/schema/cases";
import { getArea } from "../areas/queries";
import { listFigures } from "../board/breakdown";
import type { FigureKey } from "../board/model";
import { aCase, areaId, as, inRollback, type World } from "../testing";
import { closeCase } from "./close";
import { mergeCase } from "./merge";
import { recategoriseCase } from "./recategorise";
import { registerCase } from "./register";
import { numberOf, takeOut } from "./testing";

const grid = "甲一1网格";
const day = 86_400_000;
const lift = { place: "3幢1单元", categoryCode: "0602" };

type Said = { place?: string | undefined; categoryCode?: string; area?: string; at?: number };

/** Registered by the verb, so many milliseconds before now; whether it counts as a repeat. */
async function hear(
  world: World,
  { area = grid, at = 0, ...said }: Said = {},
): Promise<{ id: string; again: boolean }> {
  const id = uuidv7();
  const ctx = as(world, "staff", "甲一社区");
  await registerCase(
    { ...ctx, now: new Date(world.now.getTime() - at) },
    {
      ...{ id, areaId: areaId(world, area), title: "电梯坏了", channel: "phone", requestType: "help", urgent: false },
      ...lift,
      ...said,
    },
  );
  return { id, again: await isAgain(world, id) };
}

async function isAgain(world: World, id: string): Promise<boolean> {
  const [found] = await world.owner.select({ repeats: cases.repeats }).from(cases).where(eq(cases.id, id));
  return found?.repeats ?? false;
}

async function figure(world: World, key: FigureKey) {
  const ctx = as(world, "official", "试城");
  const area = await getArea(ctx, areaId(world, "试城"));
  const [whole] = await listFigures(ctx, area, { from: "2026-09-01", to: "2026-12-31" }, null);
  return whole?.figures.find((found) => found.key === key);
}

async function expectExact(world: World): Promise<void> {
  await world.owner.execute(sql`select fill_ground()`);
  // The owner's connection inside the transaction of the test; finding a difference asks for nothing else of it.
  const owner = { unsafe: (query: string) => world.owner.execute(sql.raw(query)) } as unknown as Sql;
  expect(await findDifference(owner)).toBeNull();
}

test("the same matter at the same place within thirty days is a repeat, a moment later it is not", () =>
  inRollback(async (world) => {
    expect((await hear(world, { at: 30 * day })).again).toBe(false);
    expect((await hear(world)).again).toBe(true);
    expect((await hear(world, { place: "5幢", at: 30 * day + 1 })).again).toBe(false);
    expect((await hear(world, { place: "5幢" })).again).toBe(false);
  }));

test("a place is the same however wide it was typed, another grid or category or no place is not", () =>
  inRollback(async (world) => {
    await hear(world, { place: "3幢-1单元 B座", at: day });
    expect((await hear(world, { place: "３幢１单元，ｂ座" })).again).toBe(true);
    expect((await hear(world, { place: "3幢1单元B座", area: "甲一2网格" })).again).toBe(false);
    expect((await hear(world, { place: "3幢1单元B座", categoryCode: "0605" })).again).toBe(false);
    for (const place of [undefined, "——"]) {
      await hear(world, { place, at: 60_000 });
      expect((await hear(world, { place })).again).toBe(false);
    }
  }));

test("what was void before is repeated by nothing, what was merged still is", () =>
  inRollback(async (world) => {
    await aCase(world, grid, { ...lift, validity: "invalid", voidedAt: world.now, closedAt: world.now });
    expect((await hear(world)).again).toBe(false);
    const merged = { ...lift, place: "5幢", validity: "duplicate" as const, voidedAt: world.now, closedAt: world.now };
    await aCase(world, grid, merged);
    expect((await hear(world, { place: "5幢" })).again).toBe(true);
  }));

test("a corrected category is compared anew, and the counts follow in the same step", () =>
  inRollback(async (world) => {
    await hear(world, { at: day });
    const { id } = await hear(world, { categoryCode: "0605" });
    expect(await figure(world, "repeated")).toMatchObject({ numerator: 0, denominator: 2 });
    const staff = as(world, "staff", "甲一社区");
    await recategoriseCase(staff, { id, version: 1, categoryCode: "0602", urgent: false, note: "电梯" });
    expect(await isAgain(world, id)).toBe(true);
    expect(await figure(world, "repeated")).toMatchObject({ numerator: 1, denominator: 2 });
    await expectExact(world);
    await recategoriseCase(staff, { id, version: 2, categoryCode: "0605", urgent: false, note: "还是楼道" });
    expect(await isAgain(world, id)).toBe(false);
    await expectExact(world);
  }));

test("a repeat that is merged stays a repeat, so merging flatters no rate; void and incomparable stand apart", () =>
  inRollback(async (world) => {
    const staff = as(world, "staff", "甲一社区");
    const first = await hear(world, { at: day });
    const number = await numberOf(world, first.id);
    await mergeCase(staff, { id: (await hear(world)).id, version: 1, number, publicReply: "一并办理。" });
    await takeOut(world, { id: (await hear(world, { place: "5幢" })).id, version: 1 });
    await hear(world, { place: undefined });
    expect(await figure(world, "repeated")).toMatchObject({
      numerator: 1,
      denominator: 2,
      excluded: { no_place: 1, void: 1 },
    });
    await expectExact(world);
  }));

test("closed without rework and without being reopened is first time; with what is not valid that is all that was finished", () =>
  inRollback(async (world) => {
    const closed = { state: "closed", closedAt: world.now, closeReason: "solved" } as const;
    await aCase(world, grid, closed);
    await aCase(world, grid, { ...closed, reworkCount: 2 });
    await aCase(world, grid, { ...closed, reopenedCount: 1 });
    await aCase(world, grid, { ...closed, returnedCount: 1 });
    await aCase(world, grid, { reworkCount: 1 });
    const onSpot = await aCase(world, grid);
    await closeCase(as(world, "staff", "甲一社区"), {
      id: onSpot,
      version: 1,
      reason: "solved",
      publicReply: "已办。",
    });
    await aCase(world, grid, { ...closed, validity: "withdrawn", voidedAt: world.now });
    const firstTime = await figure(world, "finished_first");
    expect(firstTime).toMatchObject({ numerator: 3, denominator: 5, excluded: { not_valid: 1 } });
    expect((await figure(world, "finished"))?.value).toBe(6);
    await expectExact(world);
  }));
