import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { caseRequests } from "../../../db/schema/requests";
import { as, inRollback, type World } from "../../testing";
import { listCaseEvents } from "../queries";
import { caseIn } from "../testing";
import { askRequest } from "./ask";
import { listOpenRequests } from "./queries";
import { settleRequests } from "./settle";

const official = (world: World) => as(world, "official", "甲街道");

async function asked(world: World, at = world.now) {
  const { id, version } = await caseIn(world, "signed");
  world.now = at;
  await askRequest(official(world), { id, version, kind: "return", note: "不属本单位" });
  return id;
}

/** Asked late on the last day before the Spring Festival, while its holidays were not known. */
async function guessed(world: World) {
  const id = await asked(world);
  await world.owner
    .update(caseRequests)
    .set({
      askedAt: new Date("2026-02-14T08:00:00Z"),
      dueAt: new Date("2026-02-16T04:00:00Z"),
      dueProvisional: true,
    })
    .where(eq(caseRequests.caseId, id));
  return id;
}

test("a request into a year whose holidays are not published says that its limit may move", () =>
  inRollback(async (world) => {
    const id = await asked(world, new Date("2026-12-31T08:00:00Z"));
    expect(await listOpenRequests(official(world), id)).toMatchObject([{ dueProvisional: true }]);
    expect(await settleRequests(official(world))).toEqual({ provisional: 1, settled: 0 });
  }));

test("once they are published its limit is computed again, with a trace", () =>
  inRollback(async (world) => {
    const id = await guessed(world);
    expect(await settleRequests(official(world))).toEqual({ provisional: 0, settled: 1 });
    const [settled] = await listOpenRequests(official(world), id);
    expect(settled).toMatchObject({ dueProvisional: false });
    expect(settled?.dueAt.toISOString().slice(0, 10)).toBe("2026-02-24");
    const last = (await listCaseEvents(official(world), id)).at(-1);
    expect(last).toMatchObject({ action: "case.settled", detail: { request: "return", until: "2026-02-24" } });
    expect(await settleRequests(official(world))).toEqual({ provisional: 0, settled: 0 });
  }));

test("staff may not settle requests, and none of another area is touched", () =>
  inRollback(async (world) => {
    const id = await guessed(world);
    await expect(settleRequests(as(world, "staff", "甲一社区"))).rejects.toMatchObject({ code: "forbidden" });
    expect(await settleRequests(as(world, "official", "乙街道"))).toEqual({ provisional: 0, settled: 0 });
    expect(await listOpenRequests(official(world), id)).toMatchObject([{ dueProvisional: true }]);
  }));
