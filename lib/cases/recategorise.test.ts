import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { events } from "../../db/schema/cases";
import { daysOf } from "../counters/testing";
import { aCase, as, inRollback, type World } from "../testing";
import { findCase } from "./queries";
import { recategoriseCase } from "./recategorise";

// Monday 2026-11-23 09:00 in the world's time: lifts have one work day, so Tuesday; street lights two, so Wednesday.
const tuesday = new Date("2026-11-24T15:59:59.999Z");
const wednesday = new Date("2026-11-25T15:59:59.999Z");
const input = { version: 1, categoryCode: "0202", urgent: false, note: "不是电梯，是路灯" };

const lift = (world: World, more = {}) =>
  aCase(world, "甲一1网格", { categoryCode: "0602", closeDueAt: tuesday, ...more });

test("the limits follow the right category from the beginning, with event and counts", () =>
  inRollback(async (world) => {
    const id = await lift(world);
    const staff = as(world, "staff", "甲一社区");
    await recategoriseCase(staff, { ...input, id });

    const found = await findCase(staff, id);
    expect(found?.current).toMatchObject({ categoryCode: "0202", closeDueAt: wednesday, version: 2 });
    const trace = await world.owner.select().from(events).where(eq(events.subjectId, id));
    expect(trace.map(({ action, detail }) => ({ action, detail }))).toEqual([
      {
        action: "case.recategorised",
        detail: { from: "0602", category: "0202 路灯不亮", note: "不是电梯，是路灯" },
      },
    ]);
    expect(await daysOf(world, "甲街道", "close_open")).toEqual([{ day: "2026-11-25", n: 1 }]);
  }));

test("more time that was granted is not taken back", () =>
  inRollback(async (world) => {
    const later = new Date("2026-12-10T15:59:59.999Z");
    const id = await lift(world, { closeDueAt: later, extendedAt: world.now });
    const staff = as(world, "staff", "甲一社区");
    await recategoriseCase(staff, { ...input, id });
    expect((await findCase(staff, id))?.current.closeDueAt).toEqual(later);
  }));

test("praise has no limit, also where it was taken for something else", () =>
  inRollback(async (world) => {
    const id = await lift(world);
    const staff = as(world, "staff", "甲一社区");
    await recategoriseCase(staff, { ...input, id, categoryCode: "1210" });
    expect((await findCase(staff, id))?.current).toMatchObject({ closeDueAt: null, dispatchDueAt: null });
  }));

test("what is late stays late: neither a longer limit, nor none, nor taking back that it is urgent makes it on time", () =>
  inRollback(async (world) => {
    const id = await lift(world);
    const urgent = await lift(world, { urgent: true, closeDueAt: new Date("2026-11-24T01:00:00Z") });
    world.now = new Date("2026-11-25T02:00:00Z");
    const staff = as(world, "staff", "甲一社区");
    for (const refused of [
      { id, categoryCode: "1210" },
      { id, categoryCode: "0202" },
      { id: urgent, categoryCode: "0202" },
    ]) {
      await expect(recategoriseCase(staff, { ...input, ...refused })).rejects.toMatchObject({
        code: "conflict",
        reason: "case.lateLonger",
        field: "categoryCode",
      });
      expect((await findCase(staff, refused.id))?.current).toMatchObject({ categoryCode: "0602", version: 1 });
    }
    await recategoriseCase(staff, { ...input, id: urgent, urgent: true });
    expect((await findCase(staff, urgent))?.current).toMatchObject({ categoryCode: "0202", urgent: true, version: 2 });
    world.now = new Date("2026-11-26T02:00:00Z");
    await recategoriseCase(as(world, "staff", "甲一社区"), { ...input, id });
    expect((await findCase(staff, id))?.current).toMatchObject({ categoryCode: "0202", closeDueAt: wednesday });
  }));

test("an officer is refused, another community finds nothing", () =>
  inRollback(async (world) => {
    const id = await lift(world);
    await expect(recategoriseCase(as(world, "officer", "甲一1网格"), { ...input, id })).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(recategoriseCase(as(world, "staff", "甲二社区"), { ...input, id })).rejects.toMatchObject({
      code: "not-found",
    });
  }));

test("what is closed, was moved, or is so already is a conflict", () =>
  inRollback(async (world) => {
    const staff = as(world, "staff", "甲一社区");
    const id = await lift(world, { state: "closed", closedAt: world.now, closeReason: "solved" });
    await expect(recategoriseCase(staff, { ...input, id })).rejects.toMatchObject({ reason: "case.state" });
    const open = await lift(world);
    await expect(recategoriseCase(staff, { ...input, id: open, version: 7 })).rejects.toMatchObject({
      reason: "case.moved",
    });
    await expect(recategoriseCase(staff, { ...input, id: open, categoryCode: "0602" })).rejects.toMatchObject({
      reason: "case.sameCategory",
    });
  }));
