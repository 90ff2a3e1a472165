import { eq, sql } from "drizzle-orm";
import type { Sql } from "postgres";
import { expect, test } from "vitest";
import { findDifference } from "../../db/recount";
import { assignments, cases } from "../../db/schema/cases";
import { caseRequests } from "../../db/schema/requests";
import { as, inRollback, unitOf, type World } from "../testing";
import { acceptCase } from "./accept";
import { closeCase } from "./close";
import { contactCase } from "./contact";
import { dispatchCase } from "./dispatch";
import { getCase, listCaseEvents } from "./queries";
import { askRequest } from "./requests/ask";
import { decideRequest } from "./requests/decide";
import { listOpenRequests } from "./requests/queries";
import { resolveCase } from "./resolve";
import { signCase } from "./sign";
import { takeBack } from "./take-back";
import { caseIn } from "./testing";
import { callUnits } from "./whistles/call";
import { listWhistles } from "./whistles/queries";

const later = (world: World, minutes: number) => {
  world.now = new Date(world.now.getTime() + minutes * 60_000);
};
const staff = (world: World) => as(world, "staff", "甲一社区");
/** The owner's connection inside the transaction of the test. */
const ownerOf = (world: World) =>
  ({ unsafe: (query: string) => world.owner.execute(sql.raw(query)) }) as unknown as Sql;
/** Nothing was counted of the small world's ground; then every count agrees with the records. */
async function expectExact(world: World) {
  await world.owner.execute(sql`select fill_ground()`);
  expect(await findDifference(ownerOf(world))).toBeNull();
}
const whole = async (world: World, id: string) =>
  (await world.owner.select().from(cases).where(eq(cases.id, id))).map(({ version: _version, ...rest }) => rest);

async function dispatched(world: World) {
  const { id } = await caseIn(world, "registered");
  await dispatchCase(staff(world), { id, version: 1, unitId: unitOf(world, "甲一社区").id });
  later(world, 5);
  return id;
}

test("who dispatched takes it back at once, and it is as if it had not been sent", () =>
  inRollback(async (world) => {
    const id = await dispatched(world);
    await takeBack(staff(world), { id, step: "dispatch" });
    const { current } = await getCase(staff(world), id);
    expect(current).toMatchObject({ state: "registered", unitId: null, dispatchedAt: null, returnedCount: 0 });
    const events = await listCaseEvents(staff(world), id);
    expect(events.map(({ action }) => action)).toEqual(["case.dispatched", "case.recalled"]);
    const tasks = await staff(world).db.select().from(assignments).where(eq(assignments.caseId, id));
    expect(tasks.map(({ endReason }) => endReason)).toEqual(["recalled"]);
  }));

test("what another unit gave back and was sent again is recalled to where it stood, with when it was sent first", () =>
  inRollback(async (world) => {
    const at = await caseIn(world, "dispatched");
    await askRequest(staff(world), { ...at, kind: "return", note: "不属本单位" });
    const official = as(world, "official", "甲街道");
    const [request] = await listOpenRequests(official, at.id);
    await decideRequest(official, { ...at, request: request?.id ?? "", outcome: "granted" });
    const before = await whole(world, at.id);
    later(world, 1);
    await dispatchCase(staff(world), { id: at.id, version: 2, unitId: unitOf(world, "甲街道").id });
    await takeBack(staff(world), { id: at.id, step: "dispatch" });
    expect(await whole(world, at.id)).toEqual(before);
    expect(before[0]?.dispatchedAt).not.toBeNull();
  }));

test("what was taken up again and never sent before is recalled as never sent", () =>
  inRollback(async (world) => {
    const { id } = await caseIn(world, "registered");
    await closeCase(staff(world), { id, version: 1, reason: "explained", publicReply: "已答复。" });
    await askRequest(staff(world), { id, version: 2, kind: "reopen", note: "还是不亮" });
    const official = as(world, "official", "甲街道");
    const [request] = await listOpenRequests(official, id);
    await decideRequest(official, { id, version: 2, request: request?.id ?? "", outcome: "granted" });
    const before = await whole(world, id);
    later(world, 1);
    await dispatchCase(staff(world), { id, version: 3, unitId: unitOf(world, "甲一社区").id });
    await takeBack(staff(world), { id, step: "dispatch" });
    expect(await whole(world, id)).toEqual(before);
    await expectExact(world);
  }));

test("an acceptance taken back leaves every field and every count as it was", () =>
  inRollback(async (world) => {
    const { id } = await caseIn(world, "registered");
    const before = await whole(world, id);
    await acceptCase(staff(world), { id, version: 1 });
    later(world, 1);
    await takeBack(staff(world), { id, step: "accept" });
    expect(await whole(world, id)).toEqual(before);
    expect((await listCaseEvents(staff(world), id)).at(-1)?.action).toBe("case.unaccepted");
    await expectExact(world);
  }));

test("a closing taken back leaves every field, every count and what it let lapse as it was", () =>
  inRollback(async (world) => {
    for (const [state, reason] of [
      ["registered", "not_ours"],
      ["accepted", "explained"],
      ["resolved", "solved"],
      ["checked", "solved"],
    ] as const) {
      const { id } = await caseIn(world, state);
      const open = state === "registered" || state === "accepted";
      if (open)
        await askRequest(staff(world), {
          id,
          version: 1,
          kind: "extend",
          note: "等配件",
          until: "2026-12-20",
        });
      const before = await whole(world, id);
      const { current } = await getCase(staff(world), id);
      later(world, 1);
      await closeCase(staff(world), { id, version: current.version, reason, publicReply: "已答复。" });
      later(world, 1);
      await takeBack(staff(world), { id, step: "close" });
      expect(await whole(world, id), state).toEqual(before);
      const asked = await world.owner.select().from(caseRequests).where(eq(caseRequests.caseId, id));
      expect(asked.map(({ outcome, decidedAt }) => [outcome, decidedAt])).toEqual(open ? [[null, null]] : []);
      expect((await listCaseEvents(staff(world), id)).at(-1)?.action).toBe("case.unclosed");
    }
    await expectExact(world);
  }));

test("where a closing is taken back, who was called and had not answered owes an answer again", () =>
  inRollback(async (world) => {
    const { id } = await caseIn(world, "signed");
    await callUnits(staff(world), {
      ...{ id, version: 1, unitId: unitOf(world, "甲街道").id, task: "关掉总闸" },
      ...({ limit: 1, limitUnit: "work_day" } as const),
    });
    const open = await listWhistles(staff(world), id);
    await resolveCase(as(world, "handler", "甲一社区"), { id, version: 2 });
    later(world, 1);
    await closeCase(staff(world), { id, version: 3, reason: "solved", publicReply: "已修好。" });
    expect((await listWhistles(staff(world), id)).map(({ endReason }) => endReason)).toEqual(["closed"]);
    later(world, 1);
    await takeBack(staff(world), { id, step: "close" });
    expect(await listWhistles(staff(world), id)).toEqual(open);
    await expectExact(world);
  }));

test("somebody else, the same person later, or once the case has moved on: nothing is taken back", () =>
  inRollback(async (world) => {
    const id = await dispatched(world);
    const refused = { code: "conflict", reason: "case.notTakenBack" };
    await expect(takeBack(as(world, "official", "甲街道"), { id, step: "dispatch" })).rejects.toMatchObject(refused);
    later(world, 31);
    await expect(takeBack(staff(world), { id, step: "dispatch" })).rejects.toMatchObject(refused);

    const { id: accepted } = await caseIn(world, "registered");
    await acceptCase(staff(world), { id: accepted, version: 1 });
    later(world, 1);
    await contactCase(staff(world), { id: accepted, version: 2 });
    await expect(takeBack(staff(world), { id: accepted, step: "accept" })).rejects.toMatchObject(refused);
  }));

test("a handler may not, in another area nothing is found, and what is signed stays", () =>
  inRollback(async (world) => {
    const id = await dispatched(world);
    const by = (role: "handler" | "staff", at: string) => takeBack(as(world, role, at), { id, step: "dispatch" });
    await expect(by("handler", "甲一社区")).rejects.toMatchObject({ code: "forbidden" });
    await expect(by("staff", "乙一社区")).rejects.toMatchObject({ code: "not-found" });
    await signCase(as(world, "handler", "甲一社区"), { id, version: 2 });
    await expect(by("staff", "甲一社区")).rejects.toMatchObject({ code: "conflict", reason: "case.state" });
  }));
