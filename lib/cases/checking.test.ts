import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { settings } from "../../db/schema/accounts";
import { totalOf } from "../counters/testing";
import { as, inRollback, unitOf, type World } from "../testing";
import { acceptCase } from "./accept";
import { checkCase } from "./check";
import { closeCase } from "./close";
import { dispatchCase } from "./dispatch";
import { findCase } from "./queries";
import { resolveCase } from "./resolve";
import { reworkCase } from "./rework";
import { caseIn } from "./testing";

const close = { reason: "solved", publicReply: "已修好。" } as const;

async function demand(world: World, key: "acceptFirst" | "checkFirst"): Promise<void> {
  await world.owner.insert(settings).values({ key, value: sql`'true'::jsonb` });
}

test("who resolved a case neither checks, sends back nor closes it", () =>
  inRollback(async (world) => {
    const staff = as(world, "staff", "甲一社区");
    const at = { id: (await caseIn(world, "signed")).id, version: 2 };
    await resolveCase(staff, { ...at, version: 1 });
    for (const own of [
      checkCase(staff, at),
      reworkCase(staff, { ...at, note: "不行" }),
      closeCase(staff, { ...at, ...close }),
    ])
      await expect(own).rejects.toMatchObject({ code: "conflict", reason: "case.own" });
    await closeCase(as(world, "official", "甲街道"), { ...at, ...close });
  }));

test("a failed check sends the case back to its unit, counted, and a later check counts the case once", () =>
  inRollback(async (world) => {
    const at = await caseIn(world, "resolved");
    const staff = as(world, "staff", "甲一社区");
    await reworkCase(staff, { ...at, note: "灯还是不亮" });
    await resolveCase(as(world, "handler", "甲一社区"), { ...at, version: 2 });
    await checkCase(staff, { ...at, version: 3 });
    await closeCase(staff, { ...at, version: 4, ...close });
    expect((await findCase(staff, at.id))?.current).toMatchObject({ state: "closed", reworkCount: 1 });
  }));

test("where the setting asks for it, a case is accepted before it is dispatched or closed", () =>
  inRollback(async (world) => {
    await demand(world, "acceptFirst");
    const staff = as(world, "staff", "甲一社区");
    const at = await caseIn(world, "registered");
    const unitId = unitOf(world, "甲一社区").id;
    await expect(dispatchCase(staff, { ...at, unitId })).rejects.toMatchObject({ reason: "case.acceptFirst" });
    await expect(closeCase(staff, { ...at, ...close })).rejects.toMatchObject({ reason: "case.acceptFirst" });
    await acceptCase(staff, at);
    await dispatchCase(staff, { ...at, version: 2, unitId });
  }));

test("where the setting asks for it, a case is checked before it is closed", () =>
  inRollback(async (world) => {
    await demand(world, "checkFirst");
    const staff = as(world, "staff", "甲一社区");
    const at = await caseIn(world, "resolved");
    await expect(closeCase(staff, { ...at, ...close })).rejects.toMatchObject({ reason: "case.checkFirst" });
    await checkCase(staff, at);
    await closeCase(staff, { ...at, version: 2, ...close });
  }));

test("who closes what another resolved has checked it: a case sent back is one of all that were looked at", () =>
  inRollback(async (world) => {
    const staff = as(world, "staff", "甲一社区");
    for (const [state, version] of [
      ["resolved", 1],
      ["accepted", 1],
    ] as const)
      await closeCase(staff, { id: (await caseIn(world, state)).id, version, ...close });
    const at = await caseIn(world, "resolved");
    await reworkCase(staff, { ...at, note: "灯还是不亮" });
    await resolveCase(as(world, "handler", "甲一社区"), { ...at, version: 2 });
    await closeCase(staff, { ...at, version: 3, ...close });
    const counted = [await totalOf(world, "甲街道", "checked"), await totalOf(world, "甲街道", "reworked")];
    expect(counted).toEqual([2, 1]);
  }));
