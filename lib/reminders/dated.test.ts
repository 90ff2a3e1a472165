import { expect, test } from "vitest";
import { caseIn } from "../cases/testing";
import { answerWhistle } from "../cases/whistles/answer";
import { arriveAtCase } from "../cases/whistles/arrive";
import { callUnits } from "../cases/whistles/call";
import { listWhistles } from "../cases/whistles/queries";
import { addAgreement, addTask as addPromise, finishTask as finishPromise } from "../estates/agreements";
import { agreed, anEstate, handlerOf } from "../estates/testing";
import { as, inRollback, unitOf, type World } from "../testing";
import { closeTopic } from "../topics/close";
import { listTasks } from "../topics/queries";
import { addTask, finishTask } from "../topics/tasks";
import { official, opened } from "../topics/testing";
import { countNewReminders, listReminders } from "./queries";
import { readDigest } from "./queries-digest";
import { seeReminders } from "./see";

const at = (local: string) => new Date(`${local.replace(" ", "T")}+08:00`);
const told = async (ctx: ReturnType<typeof as>) =>
  (await listReminders(ctx)).rows.map(({ kind, title, isNew }) => `${kind} ${title}${isNew ? " new" : ""}`);
const seeAll = (world: World, ctx: ReturnType<typeof as>) => seeReminders(ctx, { until: world.now.toISOString() });

/** The property company of 甲苑 has promised something by Monday the 30th; it is Monday the 23rd. */
async function promised(world: World, dueOn = "2026-11-30") {
  const { estateId, property, owners } = await anEstate(world);
  const staff = as(world, "staff", "甲一社区");
  const agreement = agreed(estateId);
  await addAgreement(staff, agreement);
  const taskId = await addPromise(staff, {
    estateId,
    agreementId: agreement.id,
    title: "公示收支",
    unitId: property,
    dueOn,
  });
  return { taskId, property, owners };
}

test("a promise reminds who made it and the community, on the work day before, when it is late, and until it is kept", () =>
  inRollback(async (world) => {
    const { taskId, property, owners } = await promised(world);
    const company = () => handlerOf(world, property);
    world.now = at("2026-11-26 18:00");
    expect(await told(company())).toEqual([]);
    world.now = at("2026-11-27 07:59");
    expect(await told(company())).toEqual([]);
    world.now = at("2026-11-27 08:00");
    expect(await told(company())).toEqual(["promise 公示收支 new"]);
    expect(await told(as(world, "staff", "甲一社区"))).toEqual(["promise 公示收支 new"]);
    for (const ctx of [handlerOf(world, owners), as(world, "staff", "甲二社区"), as(world, "leader", "甲街道")])
      expect(await told(ctx)).toEqual([]);
    await seeAll(world, company());
    world.now = at("2026-11-30 19:00");
    expect(await told(company())).toEqual(["promise 公示收支"]);
    world.now = at("2026-12-01 07:59");
    expect(await told(company())).toEqual(["promise 公示收支"]);
    world.now = at("2026-12-01 08:00");
    expect(await told(company())).toEqual(["promise 公示收支 new"]);
    await finishPromise(company(), { taskId, doneOn: "2026-12-01", note: "已公示" });
    expect(await told(company())).toEqual([]);
  }));

test("what is promised for tomorrow is new also to who has looked today", () =>
  inRollback(async (world) => {
    const staff = () => as(world, "staff", "甲一社区");
    await seeAll(world, staff());
    world.now = at("2026-11-23 11:00");
    await promised(world, "2026-11-24");
    expect(await told(staff())).toEqual(["promise 公示收支 new"]);
  }));

test("a task of a topic reminds those of its area who may see to it, until it is done or the topic is over", () =>
  inRollback(async (world) => {
    const id = await opened(world);
    const task = { id, unitId: unitOf(world, "甲一社区").id, task: "更换曳引绳", dueOn: "2026-11-24" };
    await addTask(official(world), task);
    expect(await told(official(world))).toEqual(["task 更换曳引绳 new"]);
    expect(await countNewReminders(official(world))).toBe(2);
    for (const [role, area] of [
      ["official", "乙街道"],
      ["official", "试区"],
      ["leader", "甲街道"],
      ["handler", "甲街道"],
      ["staff", "甲一社区"],
    ] as const)
      expect(await told(as(world, role, area)), `${role} ${area}`).toEqual([]);
    const [{ id: taskId } = { id: "" }] = await listTasks(official(world), id);
    await finishTask(official(world), { id, task: taskId, note: "已换" });
    expect(await told(official(world))).toEqual([]);
    await addTask(official(world), { ...task, task: "复检" });
    await closeTopic(official(world), { id, closing: "已解决" });
    expect(await told(official(world))).toEqual([]);
  }));

test("tasks of the day and of the day before stand in the one digest, and no others", () =>
  inRollback(async (world) => {
    const id = await opened(world);
    const unitId = unitOf(world, "甲街道").id;
    for (const day of ["2026-11-22", "2026-11-23", "2026-11-24", "2026-11-25"])
      await addTask(official(world), { id, unitId, task: day, dueOn: day });
    world.now = at("2026-11-24 08:00");
    const digest = await readDigest(official(world), { after: at("2026-11-23 08:00"), at: at("2026-11-24 08:00") });
    expect(digest.dated.map(({ title }) => title)).toEqual(["2026-11-23", "2026-11-24"]);
    const handler = await readDigest(as(world, "handler", "甲街道"), { after: at("2026-11-23 08:00"), at: world.now });
    expect(handler.dated.map(({ kind, title }) => `${kind} ${title}`)).toEqual([
      "unit-task 2026-11-23 · 电梯停运",
      "unit-task 2026-11-24 · 电梯停运",
    ]);
  }));

test("who called hears of the answer, for a week, or that there was none in time", () =>
  inRollback(async (world) => {
    const { id, version } = await caseIn(world, "signed");
    await callUnits(official(world), {
      ...{ id, version, unitId: unitOf(world, "甲街道").id, task: "关掉总闸" },
      ...({ limit: 1, limitUnit: "work_day" } as const),
    });
    const mine = async () => (await told(official(world))).filter((line) => line.startsWith("called"));
    expect(await mine()).toEqual([]);
    world.now = at("2026-11-25 07:00");
    expect(await mine()).toEqual([]);
    world.now = at("2026-11-25 08:00");
    expect(await mine()).toEqual(["called 楼道灯不亮 new"]);
    await seeAll(world, official(world));
    world.now = at("2026-11-25 10:00");
    const [whistle] = await listWhistles(official(world), id);
    const called = { id, whistle: whistle?.id ?? "" };
    await arriveAtCase(as(world, "handler", "甲街道"), called);
    const answer = { ...called, outcome: "done", answer: "已关" } as const;
    await answerWhistle(as(world, "handler", "甲街道"), answer);
    expect(await mine()).toEqual(["called 楼道灯不亮 new"]);
    for (const [role, area] of [
      ["staff", "甲一社区"],
      ["official", "试区"],
    ] as const)
      expect((await told(as(world, role, area))).filter((line) => line.startsWith("called"))).toEqual([]);
    world.now = at("2026-12-03 10:00");
    expect(await mine()).toEqual([]);
  }));
