import { expect, test } from "vitest";
import { countNewReminders, listReminders } from "../reminders/queries";
import { areaId, as, inRollback, unitOf, type World } from "../testing";
import { closeTopic } from "./close";
import { openTopic } from "./open";
import { findTopic, listTasks } from "./queries";
import { listUnitTasks } from "./queries-unit";
import { addTask, finishTask } from "./tasks";
import { official, opened, wanted } from "./testing";

const unit = (world: World) => as(world, "handler", "甲一社区");
const seen = async (ctx: ReturnType<typeof as>) =>
  (await listUnitTasks(ctx)).map(({ task, topic, areaName, dueOn }) => [task, topic, areaName, dueOn]);

async function given(world: World): Promise<string> {
  const id = await opened(world);
  await addTask(official(world), { id, unitId: unitOf(world, "甲一社区").id, task: "更换曳引绳", dueOn: "2026-11-24" });
  return id;
}

test("a unit sees its task, what it is for and who gave it, also from an area above, is reminded of it, and sees no more of the topic", () =>
  inRollback(async (world) => {
    const id = await given(world);
    expect(await seen(unit(world))).toEqual([["更换曳引绳", "电梯停运", "甲街道", "2026-11-24"]]);
    const { rows } = await listReminders(unit(world));
    expect(rows.map(({ kind, title, isNew }) => [kind, title, isNew])).toEqual([
      ["unit-task", "更换曳引绳 · 电梯停运", true],
    ]);
    expect(await countNewReminders(unit(world))).toBeGreaterThan(0);
    expect(await findTopic(unit(world), id)).toBeNull();
    expect(await listTasks(unit(world), id)).toEqual([]);
  }));

test("another unit, and who works for none, see none of it", () =>
  inRollback(async (world) => {
    await given(world);
    for (const [role, area] of [
      ["handler", "甲二社区"],
      ["handler", "乙街道"],
      ["handler", "甲街道"],
      ["staff", "甲一社区"],
      ["official", "甲街道"],
    ] as const)
      expect(await seen(as(world, role, area)), `${role} ${area}`).toEqual([]);
  }));

test("what was given to a unit for a part of the tree it does not act in stays hidden from it there", () =>
  inRollback(async (world) => {
    const other = { ...wanted(world), areaId: areaId(world, "乙街道"), unitId: unitOf(world, "乙街道").id };
    await openTopic(as(world, "official", "乙街道"), { ...other, startsOn: "2026-10-26" });
    const task = { id: other.id, unitId: unitOf(world, "甲一社区").id, task: "支援", dueOn: "2026-11-24" };
    await addTask(as(world, "official", "乙街道"), task);
    expect(await seen(unit(world))).toEqual([]);
  }));

test("a task that is done, or whose topic is over, is no longer the unit's", () =>
  inRollback(async (world) => {
    const id = await given(world);
    const [{ id: task } = { id: "" }] = await listTasks(official(world), id);
    await finishTask(official(world), { id, task, note: "已换" });
    expect(await seen(unit(world))).toEqual([]);
    const other = await given(world);
    await closeTopic(official(world), { id: other, closing: "已解决" });
    expect(await seen(unit(world))).toEqual([]);
  }));
