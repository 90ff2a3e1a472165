import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { assignments, type cases, events } from "../../db/schema/cases";
import { daysOf } from "../counters/testing";
import { aCase, as, inRollback, unitOf, type World } from "../testing";
import { findCase } from "./queries";
import { settleDeadlines } from "./settle";

// Two work days. Without the calendar of 2026 those were Monday and Tuesday; with it they are Saturday the 14th, a make-up
// day, and the 24th, the first day after the Spring Festival.
const registeredAt = new Date("2026-02-13T02:00:00Z");
const guessed = new Date("2026-02-17T15:59:59.999Z");
const settled = new Date("2026-02-24T15:59:59.999Z");

function provisional(world: World, overrides: Partial<typeof cases.$inferInsert> = {}): Promise<string> {
  const due = { registeredAt, closeDueAt: guessed, dueProvisional: true };
  return aCase(world, "甲一1网格", { categoryCode: "0202", ...due, ...overrides });
}

test("a due time is computed again once the year is published, with its event and its count", () =>
  inRollback(async (world) => {
    const id = await provisional(world, { closeDueAt: guessed });
    const official = as(world, "official", "甲街道");
    await settleDeadlines(official);
    const found = await findCase(official, id);
    expect(found?.current).toMatchObject({ dueProvisional: false, version: 2, closeDueAt: settled });
    const trace = await world.owner.select().from(events).where(eq(events.subjectId, id));
    expect(trace.map(({ action }) => action)).toEqual(["case.settled"]);
    expect(await daysOf(world, "甲街道", "close_open")).toEqual([{ day: "2026-02-24", n: 1 }]);
  }));

test("what meets a year that is not published stays provisional", () =>
  inRollback(async (world) => {
    const late = new Date("2026-12-30T02:00:00Z");
    const id = await provisional(world, { registeredAt: late, closeDueAt: new Date("2027-01-04T15:59:59.999Z") });
    const official = as(world, "official", "甲街道");
    expect(await settleDeadlines(official)).toEqual({ provisional: 1, settled: 0 });
    expect((await findCase(official, id))?.current).toMatchObject({ dueProvisional: true, version: 1 });
  }));

test("staff may not settle, and nothing outside the area is touched", () =>
  inRollback(async (world) => {
    const id = await provisional(world);
    await expect(settleDeadlines(as(world, "staff", "甲一社区"))).rejects.toMatchObject({ code: "forbidden" });
    expect(await settleDeadlines(as(world, "official", "乙街道"))).toEqual({ provisional: 0, settled: 0 });
    expect((await findCase(as(world, "official", "甲街道"), id))?.current.dueProvisional).toBe(true);
  }));

test("what is settled already is not touched again", () =>
  inRollback(async (world) => {
    await provisional(world);
    const official = as(world, "official", "甲街道");
    await settleDeadlines(official);
    expect(await settleDeadlines(official)).toEqual({ provisional: 0, settled: 0 });
  }));

test("when a unit must have signed is reckoned from when the case was handed to it last", () =>
  inRollback(async (world) => {
    const first = { dispatchedAt: new Date("2026-02-13T02:00:00Z"), endedAt: new Date("2026-02-13T06:00:00Z") };
    // Half an hour before the last work day before the Spring Festival ends.
    const again = { dispatchedAt: new Date("2026-02-14T08:30:00Z") };
    const unit = unitOf(world, "甲一社区");
    const id = await provisional(world, {
      ...{ state: "dispatched", unitId: unit.id, dispatchedAt: first.dispatchedAt, returnedCount: 1 },
      signDueAt: new Date("2026-02-16T02:30:00Z"),
    });
    const { pos: areaPos } = as(world, "staff", "甲一1网格").actor;
    const task = { caseId: id, areaPos, unitId: unit.id };
    await world.owner.insert(assignments).values([
      { ...task, ...first, id: "01935b7a-0000-7000-8000-000000000001", endReason: "returned" },
      { ...task, ...again, id: "01935b7a-0000-7000-8000-000000000002" },
    ]);
    const official = as(world, "official", "甲街道");
    await settleDeadlines(official);
    const signDueAt = new Date("2026-02-24T02:30:00Z");
    expect((await findCase(official, id))?.current).toMatchObject({ dueProvisional: false, signDueAt });
  }));

test("a deadline after a pause is computed again from that pause, unless another was granted since", () =>
  inRollback(async (world) => {
    const pause = {
      closeDueAt: "2026-02-12T15:59:59.999Z",
      deferredAt: "2026-02-10T02:00:00.000Z",
      unit: "work_day",
      resumedAt: registeredAt.toISOString(),
      ledTo: guessed.toISOString(),
    } as const;
    const resumed = { registeredAt: new Date("2026-02-09T02:00:00Z"), deferralAt: new Date(pause.deferredAt), pause };
    const [paused, granted] = [
      await provisional(world, resumed),
      await provisional(world, { ...resumed, closeDueAt: new Date("2026-03-10T15:59:59.999Z") }),
    ];
    const official = as(world, "official", "甲街道");
    expect(await settleDeadlines(official)).toEqual({ provisional: 0, settled: 2 });
    expect((await findCase(official, paused))?.current).toMatchObject({ dueProvisional: false, closeDueAt: settled });
    expect((await findCase(official, granted))?.current.closeDueAt).toEqual(new Date("2026-03-10T15:59:59.999Z"));
  }));
