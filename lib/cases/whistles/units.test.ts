import { uuidv7 } from "uuidv7";
import { expect, test } from "vitest";
import { whistles } from "../../../db/schema/whistles";
import { aCase, as, inRollback, unitOf, type World } from "../../testing";
import { whistleParts } from "./model";
import { countByUnit, listCalls } from "./queries-units";
import { standingOf } from "./standing";

const span = { from: "2026-11-01", to: "2026-11-30" };
const at = (time: string) => new Date(`2026-11-${time}:00Z`);
/** Called on the 10th; to come by 03:00, to answer by the 13th. */
const clocks = { calledAt: at("10T01:00"), arriveDueAt: at("10T03:00"), dueAt: at("13T09:00") };

const came = { arrivedAt: at("10T02:00") };
const said = (time: string) => ({ outcome: "done" as const, answer: "已办", answeredAt: at(time) });
const ended = (time: string, endReason: "closed" | "withdrawn") => ({ endedAt: at(time), endReason });

const lives: Record<string, Partial<typeof whistles.$inferInsert>> = {
  "came and answered in time": { ...came, ...said("12T01:00") },
  "came late, answered late": { arrivedAt: at("10T05:00"), ...said("14T01:00") },
  "came, never answered": came,
  "never came": {},
  "taken back": ended("10T02:00", "withdrawn"),
  "ended with the case before it was due": { ...came, ...ended("11T02:00", "closed") },
  "ended with the case when it was late": ended("15T02:00", "closed"),
  "called today": { calledAt: at("23T01:30"), arriveDueAt: at("23T03:30"), dueAt: at("26T15:59") },
};

async function live(world: World): Promise<void> {
  const unit = unitOf(world, "甲街道");
  const pos = world.areas.find(({ name }) => name === "甲一1网格")?.pos ?? 0;
  const caller = as(world, "official", "甲街道").actor;
  for (const life of Object.values(lives))
    await world.owner.insert(whistles).values({
      ...clocks,
      ...life,
      caseId: await aCase(world, "甲一1网格", { state: "signed" }),
      id: uuidv7(),
      areaPos: pos,
      unitId: unit.id,
      task: "查看现场",
      calledBy: caller.accountId,
      calledName: caller.name,
    });
}

test("what a unit was called for adds up, and every number is its list", () =>
  inRollback(async (world) => {
    await live(world);
    const ctx = as(world, "leader", "试城");
    const range = ctx.actor;
    const [row, ...others] = await countByUnit(ctx, range, span);
    expect(others).toEqual([]);
    expect(row).toMatchObject({
      called: 7,
      arrived: 3,
      "arrival-due": 6,
      answered: 1,
      "answer-due": 5,
      late: 4,
      open: 3,
      withdrawn: 1,
    });
    for (const part of whistleParts) {
      const listed = await listCalls(ctx, range, { span, part, unit: row?.id, older: undefined });
      expect(listed.n, part).toBe(row?.[part]);
      expect(listed.rows, part).toHaveLength(listed.n);
    }
    expect(await countByUnit(ctx, range, { from: "2026-12-01", to: "2026-12-31" })).toEqual([]);
    expect(await countByUnit(as(world, "leader", "乙街道"), range, span)).toEqual([]);
  }));

test("a handler counts the calls of the own unit, and of what the own unit leads, but none that was taken back", () =>
  inRollback(async (world) => {
    await live(world);
    const ctx = as(world, "handler", "甲街道");
    const [row] = await countByUnit(ctx, ctx.actor, span);
    expect(row).toMatchObject({ called: 7, withdrawn: 0 });
    expect(await countByUnit(as(world, "handler", "甲二社区"), ctx.actor, span)).toEqual([]);
  }));

test("units are ranked among their like, from enough answers due", () => {
  const none = { arrived: 0, "arrival-due": 0, late: 0, open: 0, withdrawn: 0, areaName: null };
  const unit = (name: string, kind: string, [answered, due]: [number, number]) => ({
    ...none,
    ...{ id: name, name, kind, answered, called: due, "answer-due": due },
  });
  const groups = standingOf(
    [
      unit("执法", "department", [20, 40]),
      unit("水务", "department", [38, 40]),
      unit("供电", "department", [9, 9]),
      unit("园林", "department", [0, 0]),
      unit("物业", "property", [31, 31]),
    ],
    30,
  );
  expect(groups.map(({ kind }) => kind)).toEqual(["department", "property"]);
  const [departments, companies] = groups;
  expect(departments?.ranked.map(({ name, rank }) => [name, rank])).toEqual([
    ["水务", 1],
    ["执法", 2],
  ]);
  expect(departments?.tooFew.map(({ name, rank }) => [name, rank])).toEqual([["供电", null]]);
  expect(departments?.nothing.map(({ inTime }) => inTime.value)).toEqual([null]);
  expect(companies?.ranked.map(({ name, rank }) => [name, rank])).toEqual([["物业", 1]]);
});
