import { expect, test } from "vitest";
import { as, inRollback, type World } from "../testing";
import { addAgreement, addTask, finishTask } from "./agreements";
import { taskState } from "./model";
import { listAgreements, listTasksOf } from "./queries";
import { agreed, anEstate, handlerOf } from "./testing";

const staffOf = (world: World, where = "甲一社区") => as(world, "staff", where);

async function promised(world: World) {
  const estate = await anEstate(world);
  const agreement = agreed(estate.estateId);
  await addAgreement(staffOf(world), agreement);
  const task = { estateId: estate.estateId, agreementId: agreement.id, title: "公示收支", dueOn: "2026-11-20" };
  const taskId = await addTask(staffOf(world), { ...task, unitId: estate.property });
  return { ...estate, agreement, task, taskId };
}

test("what was agreed on becomes promises, and the company that promised says what it did", () =>
  inRollback(async (world) => {
    const { estateId, property, taskId } = await promised(world);
    const company = handlerOf(world, property);
    await finishTask(company, { taskId, doneOn: "2026-11-21", note: "已在公告栏公示" });
    const [task] = await listTasksOf(staffOf(world), estateId);
    expect(task).toMatchObject({ doneOn: "2026-11-21", doneNote: "已在公告栏公示", doneName: company.actor.name });
    expect(task && taskState(task, "2026-11-23")).toBe("done-late");
    expect((await listAgreements(company, estateId)).map(({ parties }) => parties)).toEqual([["owners", "property"]]);
    await expect(finishTask(company, { taskId, doneOn: "2026-11-22", note: "再说一遍" })).rejects.toMatchObject({
      reason: "estate.taskDone",
    });
  }));

test("one party does not speak for another, and parties write down no agreements", () =>
  inRollback(async (world) => {
    const { estateId, owners, taskId, task } = await promised(world);
    const committee = handlerOf(world, owners);
    const done = { taskId, doneOn: "2026-11-21", note: "做了" };
    await expect(finishTask(committee, done)).rejects.toMatchObject({ reason: "estate.taskElsewhere" });
    await expect(addAgreement(committee, agreed(estateId))).rejects.toMatchObject({ code: "forbidden" });
    await expect(addTask(committee, { ...task, unitId: owners })).rejects.toMatchObject({ code: "forbidden" });
    await expect(finishTask(as(world, "leader", "甲街道"), done)).rejects.toMatchObject({ code: "forbidden" });
  }));

test("elsewhere there is neither agreement nor promise", () =>
  inRollback(async (world) => {
    const { estateId, task, taskId, property } = await promised(world);
    const elsewhere = staffOf(world, "甲二社区");
    await expect(addAgreement(elsewhere, agreed(estateId))).rejects.toMatchObject({ code: "not-found" });
    await expect(addTask(elsewhere, { ...task, unitId: property })).rejects.toMatchObject({ code: "not-found" });
    await expect(finishTask(elsewhere, { taskId, doneOn: "2026-11-21", note: "做了" })).rejects.toMatchObject({
      code: "not-found",
    });
    expect(await listAgreements(elsewhere, estateId)).toEqual([]);
  }));

test("what lies ahead, comes before the agreement or belongs to nobody in it is refused", () =>
  inRollback(async (world) => {
    const { estateId, task, property, agreement, taskId } = await promised(world);
    const ctx = staffOf(world);
    const wrong: [string, () => Promise<unknown>][] = [
      ["estate.future", () => addAgreement(ctx, { ...agreed(estateId), agreedOn: "2026-11-24" })],
      ["estate.partyMissing", () => addAgreement(ctx, { ...agreed(estateId), residents: true })],
      ["estate.agreementTwice", () => addAgreement(ctx, agreement)],
      ["estate.agreementMissing", () => addTask(ctx, { ...task, agreementId: taskId, unitId: property })],
      ["estate.taskUnit", () => addTask(ctx, { ...task, unitId: estateId })],
      ["estate.dueEarlier", () => addTask(ctx, { ...task, unitId: property, dueOn: "2026-10-31" })],
      ["estate.future", () => finishTask(ctx, { taskId, doneOn: "2026-11-24", note: "做了" })],
    ];
    for (const [reason, work] of wrong) expect(await world.attempt(work)).toMatchObject({ reason });
  }));

test("a promise is open until its day is over, then late", () => {
  const due = { dueOn: "2026-11-20", doneOn: null };
  expect(["2026-11-20", "2026-11-21"].map((today) => taskState(due, today))).toEqual(["open", "late"]);
  expect(taskState({ ...due, doneOn: "2026-11-20" }, "2026-12-01")).toBe("kept");
});
