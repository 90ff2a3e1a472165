import { expect, test } from "vitest";
import { daysOf } from "../../counters/testing";
import { changeSettings } from "../../settings/change";
import { defaultSettings } from "../../settings/model";
import { as, inRollback, type World } from "../../testing";
import { callBackCase } from "../call-back";
import { closeCase } from "../close";
import { getCase, listCaseEvents } from "../queries";
import { askRequest } from "../requests/ask";
import { decideRequest } from "../requests/decide";
import { listOpenRequests } from "../requests/queries";
import { settleDeadlines } from "../settle";
import { caseIn } from "../testing";
import { listCallbacks } from "./queries";

const monday = new Date("2026-11-23T02:00:00Z");
const later = (days: number, hours = 0) => new Date(monday.getTime() + (days * 24 + hours) * 3_600_000);

/** Nobody answers at some time. */
async function callInVain(world: World, id: string, at: Date): Promise<void> {
  world.now = at;
  const staff = as(world, "staff", "甲一社区");
  const { version } = (await getCase(staff, id)).current;
  await callBackCase(staff, { id, version, outcome: "unreachable", note: "没人接" });
}

async function standing(world: World, id: string) {
  const staff = as(world, "staff", "甲一社区");
  const { state, callbackOutcome, callbackTries, callbackDueAt } = (await getCase(staff, id)).current;
  const actions = (await listCaseEvents(staff, id)).map(({ action }) => action);
  return { state, callbackOutcome, callbackTries, callbackDueAt, actions };
}

test("one call in vain is a try: it is told, waits for the next work day, and no figure knows of it", () =>
  inRollback(async (world) => {
    const { id } = await caseIn(world, "closed");
    await callInVain(world, id, later(3));
    const due = new Date("2026-11-27T15:59:59.999Z");
    expect(await standing(world, id)).toEqual({
      ...{ state: "closed", callbackOutcome: null, callbackTries: 1, callbackDueAt: due },
      actions: ["case.not-reached"],
    });
    expect(await daysOf(world, "甲街道", "callback_unreachable")).toEqual([]);
    const staff = as(world, "staff", "甲一社区");
    const queue = await listCallbacks(staff, staff.actor, "call-back", 50);
    expect(queue).toMatchObject([{ id, tries: 1, triedAt: later(3), closeDueAt: due }]);
  }));

test("a second call on the same day is told but is no other day; on the second day it ends as unreachable", () =>
  inRollback(async (world) => {
    const { id } = await caseIn(world, "closed");
    await callInVain(world, id, later(0));
    await callInVain(world, id, later(0, 6));
    expect(await standing(world, id)).toMatchObject({ state: "closed", callbackTries: 1 });
    await callInVain(world, id, later(1));
    expect(await standing(world, id)).toMatchObject({
      ...{ state: "called_back", callbackOutcome: "unreachable", callbackTries: 2 },
      actions: ["case.not-reached", "case.not-reached", "case.called-back"],
    });
    expect(await daysOf(world, "甲街道", "callback_unreachable")).toEqual([{ day: "2026-11-24", n: 1 }]);
  }));

test("how many days it takes is a setting, and who is reached meanwhile is asked like anybody", () =>
  inRollback(async (world) => {
    const tries = (callbackTries: number) =>
      changeSettings(as(world, "sysadmin", "试城"), { ...defaultSettings, callbackTries });
    await tries(1);
    const once = await caseIn(world, "closed");
    await callInVain(world, once.id, later(0));
    expect(await standing(world, once.id)).toMatchObject({ state: "called_back", callbackOutcome: "unreachable" });

    await tries(3);
    const { id } = await caseIn(world, "closed");
    for (const day of [0, 1]) await callInVain(world, id, later(day));
    world.now = later(2);
    const reached = { outcome: "reached", contacted: "yes", solved: "yes", satisfaction: 5 } as const;
    await callBackCase(as(world, "staff", "甲一社区"), { id, version: 3, ...reached });
    expect(await standing(world, id)).toMatchObject({ callbackOutcome: "reached", callbackTries: 2 });
    expect(await daysOf(world, "甲街道", "callback_reached")).toEqual([{ day: "2026-11-25", n: 1 }]);
  }));

test("what is reopened is called afresh once it is closed again", () =>
  inRollback(async (world) => {
    const { id } = await caseIn(world, "closed");
    await callInVain(world, id, later(0));
    await askRequest(as(world, "staff", "甲一社区"), { id, version: 2, kind: "reopen", note: "还是坏的" });
    const official = as(world, "official", "甲街道");
    const [request] = await listOpenRequests(official, id);
    await decideRequest(official, { id, version: 2, request: request?.id ?? "", outcome: "granted", note: "再办" });
    expect(await standing(world, id)).toMatchObject({ state: "dispatched", callbackTries: 0, callbackDueAt: null });
  }));

test("a due time that is settled later still leaves a day after the last try", () =>
  inRollback(async (world) => {
    const { id, version } = await caseIn(world, "accepted");
    const official = as(world, "official", "甲街道");
    await closeCase(official, { id, version, reason: "solved", publicReply: "已修好。" });
    await callInVain(world, id, later(3));
    const { callbackDueAt } = await standing(world, id);
    await world.owner.execute("update cases set due_provisional = true where closed_at is not null");
    await settleDeadlines(as(world, "official", "甲街道"));
    expect((await standing(world, id)).callbackDueAt).toEqual(callbackDueAt);
  }));
