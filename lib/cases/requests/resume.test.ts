import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { cases, events } from "../../../db/schema/cases";
import { totalOf } from "../../counters/testing";
import { as, inRollback, type World } from "../../testing";
import { findCase } from "../queries";
import { resolveCase } from "../resolve";
import { caseIn } from "../testing";
import { askRequest } from "./ask";
import { decideRequest } from "./decide";
import { endDeferrals } from "./end-deferrals";
import { listOpenRequests } from "./queries";
import { resumeCase } from "./resume";

const staff = (world: World) => as(world, "staff", "甲一社区");
const official = (world: World) => as(world, "official", "甲街道");

/** Deferred on Monday 2026-11-23, due on Thursday the 26th by a limit in work days. */
async function deferred(world: World, until: string) {
  const at = await caseIn(world, "signed");
  await world.owner.update(cases).set({ categoryCode: "0202" }).where(eq(cases.id, at.id));
  await askRequest(staff(world), { ...at, kind: "defer", note: "等汛期过去", until });
  const [request] = await listOpenRequests(official(world), at.id);
  await decideRequest(official(world), { ...at, request: request?.id ?? "", outcome: "granted" });
  return { id: at.id, version: 2 };
}

test("a deferred case goes on only after it is resumed, with the time it had left", () =>
  inRollback(async (world) => {
    const at = await deferred(world, "2026-12-31");
    await expect(resolveCase(staff(world), at)).rejects.toMatchObject({ code: "conflict", reason: "case.deferredNow" });
    world.now = new Date("2026-11-30T02:00:00Z");
    await resumeCase(staff(world), at);
    const found = await findCase(staff(world), at.id);
    expect(found?.current).toMatchObject({ deferredAt: null, closeDueAt: new Date("2026-12-03T15:59:59.999Z") });
    await resolveCase(staff(world), { ...at, version: 3 });
  }));

test("it is out of the on-time rate only while deferred, and counted as deferred for good", () =>
  inRollback(async (world) => {
    const at = await deferred(world, "2026-12-31");
    expect([
      await totalOf(world, "试城", "deferred"),
      await totalOf(world, "试城", "close_deferred"),
      await totalOf(world, "试城", "close_open"),
    ]).toEqual([1, 1, 0]);
    await resumeCase(staff(world), at);
    expect([
      await totalOf(world, "试城", "deferred"),
      await totalOf(world, "试城", "close_deferred"),
      await totalOf(world, "试城", "close_open"),
    ]).toEqual([1, 0, 1]);
  }));

test("a pause counts no longer than it was granted for, whoever ends it", () =>
  inRollback(async (world) => {
    const at = await deferred(world, "2026-11-27");
    world.now = new Date("2027-03-01T02:00:00Z");
    expect(await endDeferrals(official(world))).toBe(1);
    const found = await findCase(staff(world), at.id);
    expect(found?.current).toMatchObject({ deferredAt: null, closeDueAt: new Date("2026-12-02T15:59:59.999Z") });
    expect(await endDeferrals(official(world))).toBe(0);
    const trace = await world.owner.select().from(events).where(eq(events.subjectId, at.id)).orderBy(events.id);
    expect(trace.map(({ action }) => action)).toEqual(["case.asked-defer", "case.deferred", "case.resumed"]);
  }));

test("resuming is refused to a leader, elsewhere, and where nothing is deferred", () =>
  inRollback(async (world) => {
    const at = await deferred(world, "2026-12-31");
    await expect(resumeCase(as(world, "leader", "甲街道"), at)).rejects.toMatchObject({ code: "forbidden" });
    await expect(resumeCase(as(world, "staff", "甲二社区"), at)).rejects.toMatchObject({ code: "not-found" });
    await expect(resumeCase(staff(world), await caseIn(world, "signed"))).rejects.toMatchObject({
      reason: "case.state",
    });
    await expect(endDeferrals(as(world, "leader", "甲街道"))).rejects.toMatchObject({ code: "forbidden" });
  }));

test("more time is asked for before the time is over, and ends after what there is", () =>
  inRollback(async (world) => {
    const at = await caseIn(world, "signed");
    const ask = (kind: "extend" | "defer", until: string) =>
      askRequest(staff(world), { ...at, kind, note: "理由", until });
    await expect(ask("extend", "2026-11-26")).rejects.toMatchObject({ code: "invalid", field: "until" });
    await expect(ask("defer", "2026-11-23")).rejects.toMatchObject({ code: "invalid", field: "until" });
    world.now = new Date("2026-11-27T02:00:00Z");
    await expect(ask("extend", "2026-12-31")).rejects.toMatchObject({ code: "conflict", reason: "case.pastDue" });
  }));

test("an extension is the new deadline, granted by an official and by no colleague of the staff", () =>
  inRollback(async (world) => {
    const at = await caseIn(world, "signed");
    await askRequest(as(world, "handler", "甲一社区"), { ...at, kind: "extend", note: "等配件", until: "2026-12-10" });
    const [request] = await listOpenRequests(staff(world), at.id);
    const decision = { ...at, request: request?.id ?? "", outcome: "granted" as const };
    await expect(decideRequest(staff(world), decision)).rejects.toMatchObject({ code: "forbidden" });
    await decideRequest(official(world), decision);
    expect((await findCase(staff(world), at.id))?.current).toMatchObject({
      extensionCount: 1,
      closeDueAt: new Date("2026-12-10T15:59:59.999Z"),
    });
  }));
