import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { assignments, events } from "../../../db/schema/cases";
import { totalOf } from "../../counters/testing";
import { areaId, as, inRollback, unitOf, type World } from "../../testing";
import { dispatchCase } from "../dispatch";
import { findCase, listCaseEvents } from "../queries";
import { resolveCase } from "../resolve";
import { caseIn } from "../testing";
import { callUnits } from "../whistles/call";
import { listWhistles } from "../whistles/queries";
import { askRequest } from "./ask";
import { decideRequest } from "./decide";
import { listOpenRequests } from "./queries";
import { listIncoming, listTargets } from "./queries-transfers";
import { receiveCase } from "./receive";

const asker = (world: World) => as(world, "staff", "甲一社区");
const beside = (world: World) => as(world, "staff", "甲二社区");

/** 甲一社区 offers a case to 甲二社区, which does not see it. */
async function offered(world: World) {
  const at = await caseIn(world, "signed");
  const target = areaId(world, "甲二社区");
  await askRequest(asker(world), { ...at, kind: "transfer", note: "在甲二地界", areaId: target });
  const [request] = await listOpenRequests(asker(world), at.id);
  return { id: at.id, areaId: target, request: request?.id ?? "" };
}

const received = (world: World, area: string) => totalOf(world, area, "received");

test("one may hand over to the areas beside and above, also those one cannot look into", () =>
  inRollback(async (world) => {
    const names = async (ctx: ReturnType<typeof asker>, area: string) =>
      (await listTargets(ctx, areaId(world, area))).map(({ name }) => name).sort();
    expect(await names(asker(world), "甲一1网格")).toEqual(["甲一社区", "甲二社区", "甲街道"].sort());
    expect(await names(as(world, "official", "甲街道"), "甲一1网格")).toEqual(
      ["甲一社区", "甲二社区", "甲街道", "乙街道", "试区"].sort(),
    );
  }));

test("what is put off is not handed over: the offer lapses", () =>
  inRollback(async (world) => {
    const offer = await offered(world);
    const street = as(world, "official", "甲街道");
    await askRequest(asker(world), {
      id: offer.id,
      version: 1,
      kind: "defer",
      note: "等汛期过去",
      until: "2026-12-31",
    });
    const asked = (await listOpenRequests(street, offer.id)).find(({ kind }) => kind === "defer");
    await decideRequest(street, { id: offer.id, version: 1, request: asked?.id ?? "", outcome: "granted" });
    expect(await listIncoming(beside(world))).toEqual([]);
    await expect(receiveCase(beside(world), { ...offer, outcome: "granted" })).rejects.toMatchObject({
      code: "conflict",
    });
  }));

test("a case stays, lead and all, until the other area takes it; then all of it goes along", () =>
  inRollback(async (world) => {
    const offer = await offered(world);
    expect(await findCase(beside(world), offer.id)).toBeNull();
    expect((await findCase(asker(world), offer.id))?.current.state).toBe("signed");
    const [incoming] = await listIncoming(beside(world));
    expect(incoming).toMatchObject({ caseId: offer.id, title: "楼道灯不亮", fromName: "甲一1网格" });

    await receiveCase(beside(world), { ...offer, outcome: "granted" });
    expect(await findCase(asker(world), offer.id)).toBeNull();
    expect((await findCase(beside(world), offer.id))?.current).toMatchObject({
      state: "registered",
      unitId: null,
      leadUnitId: null,
      transferredCount: 1,
    });
    expect(await listIncoming(beside(world))).toEqual([]);
    const tasks = await world.owner.select().from(assignments).where(eq(assignments.caseId, offer.id));
    expect(tasks.map(({ endReason }) => endReason)).toEqual(["transferred"]);
    const trace = await world.owner.select().from(events).where(eq(events.subjectId, offer.id)).orderBy(events.id);
    expect(trace.map(({ action }) => action)).toEqual(["case.asked-transfer", "case.transferred"]);
    expect(new Set(trace.map(({ areaPos }) => areaPos))).toEqual(new Set([beside(world).actor.pos]));
  }));

test("what units were called to and what was still asked for ends with the transfer, and is told", () =>
  inRollback(async (world) => {
    const offer = await offered(world);
    const until = "2026-12-31";
    await askRequest(asker(world), { id: offer.id, version: 1, kind: "extend", note: "等配件", until });
    await callUnits(asker(world), {
      ...{ id: offer.id, version: 1, unitId: unitOf(world, "甲街道").id, task: "关掉总闸" },
      ...({ limit: 1, limitUnit: "work_day" } as const),
    });
    await receiveCase(beside(world), { ...offer, outcome: "granted" });
    expect((await listWhistles(beside(world), offer.id)).map(({ endReason }) => endReason)).toEqual(["transferred"]);
    const told = await listCaseEvents(beside(world), offer.id);
    expect(told.slice(-2).map(({ action, detail }) => [action, detail.request])).toEqual([
      ["case.lapsed", "extend"],
      ["case.transferred", "transfer"],
    ]);
  }));

test("the counts go along, and the street and the city have what they had", () =>
  inRollback(async (world) => {
    const offer = await offered(world);
    const counts = async () => [
      await received(world, "甲一社区"),
      await received(world, "甲二社区"),
      await received(world, "甲街道"),
      await received(world, "试城"),
    ];
    expect(await counts()).toEqual([1, 0, 1, 1]);
    await receiveCase(beside(world), { ...offer, outcome: "granted" });
    expect(await counts()).toEqual([0, 1, 1, 1]);
  }));

test("what is not taken stays: refused, answered too late, or offered and gone on", () =>
  inRollback(async (world) => {
    const offer = await offered(world);
    await receiveCase(beside(world), { ...offer, outcome: "refused", note: "不在我处" });
    expect((await findCase(asker(world), offer.id))?.current).toMatchObject({ state: "signed", version: 1 });

    const late = await offered(world);
    world.now = new Date("2026-11-27T02:00:00Z");
    expect(await listIncoming(beside(world))).toEqual([]);
    await expect(receiveCase(beside(world), { ...late, outcome: "granted" })).rejects.toMatchObject({
      code: "conflict",
      reason: "case.decided",
    });
    await askRequest(asker(world), { id: late.id, version: 1, kind: "transfer", note: "再转", areaId: late.areaId });
  }));

test("nobody takes a case for another area, for a unit, without the right to, or the own offer", () =>
  inRollback(async (world) => {
    const offer = await offered(world);
    const take = (role: "staff" | "leader" | "handler", area: string) =>
      receiveCase(as(world, role, area), { ...offer, outcome: "granted" });
    await expect(take("staff", "乙一社区")).rejects.toMatchObject({ code: "not-found" });
    await expect(take("staff", "甲一社区")).rejects.toMatchObject({ code: "not-found" });
    await expect(take("leader", "甲二社区")).rejects.toMatchObject({ code: "forbidden" });
    await expect(take("handler", "甲二社区")).rejects.toMatchObject({ code: "forbidden" });

    const street = as(world, "official", "甲街道");
    const own = await caseIn(world, "registered");
    await askRequest(street, { ...own, kind: "transfer", note: "在甲二", areaId: offer.areaId });
    const [request] = await listOpenRequests(street, own.id);
    const mine = { id: own.id, areaId: offer.areaId, request: request?.id ?? "", outcome: "granted" } as const;
    await expect(receiveCase(street, mine)).rejects.toMatchObject({ reason: "case.decided" });
    const { id, request: asked, outcome } = mine;
    const decided = decideRequest(street, { id, version: 1, request: asked, outcome });
    await expect(decided).rejects.toMatchObject({ reason: "case.notDecidedHere" });
    await receiveCase(as(world, "official", "试区"), mine);
  }));

test("a case that is dispatched meanwhile may still be taken, and one that is resolved may not", () =>
  inRollback(async (world) => {
    const at = await caseIn(world, "registered");
    const target = areaId(world, "甲二社区");
    await askRequest(asker(world), { ...at, kind: "transfer", note: "在甲二", areaId: target });
    const [request] = await listOpenRequests(asker(world), at.id);
    const unitId = world.units[0]?.id ?? "";
    await dispatchCase(asker(world), { ...at, unitId });
    await receiveCase(beside(world), { id: at.id, areaId: target, request: request?.id ?? "", outcome: "granted" });
    expect((await findCase(beside(world), at.id))?.current).toMatchObject({ state: "registered", unitId: null });

    const offer = await offered(world);
    await resolveCase(asker(world), { id: offer.id, version: 1 });
    await expect(receiveCase(beside(world), { ...offer, outcome: "granted" })).rejects.toMatchObject({
      reason: "case.decided",
    });
  }));

test("an area that is not beside or above is no place to hand over to", () =>
  inRollback(async (world) => {
    const at = await caseIn(world, "registered");
    const to = (area: string) =>
      askRequest(asker(world), { ...at, kind: "transfer", note: "转", areaId: areaId(world, area) });
    await expect(to("乙一社区")).rejects.toMatchObject({ code: "invalid", field: "areaId" });
    await expect(to("甲一1网格")).rejects.toMatchObject({ code: "invalid", field: "areaId" });
  }));
