import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { whistles } from "../../../db/schema/whistles";
import { as, inRollback, unitOf, type World } from "../../testing";
import { listCaseEvents } from "../queries";
import { caseIn } from "../testing";
import { callUnits } from "./call";
import { listWhistles } from "./queries";
import { settleCalls } from "./settle";

const official = (world: World) => as(world, "official", "甲街道");
const call = (world: World) =>
  ({ unitId: unitOf(world, "甲街道").id, task: "关掉总闸", limit: 2, limitUnit: "work_day" }) as const;

/** A call of two work days, made on the last Friday before the Spring Festival while its holidays were not known. */
async function guessed(world: World) {
  const { id, version } = await caseIn(world, "signed");
  await callUnits(official(world), { id, version, ...call(world) });
  const [first] = await listWhistles(official(world), id);
  await world.owner
    .update(whistles)
    .set({
      calledAt: new Date("2026-02-13T02:00:00Z"),
      dueAt: new Date("2026-02-17T15:59:59.999Z"),
      dueProvisional: true,
    })
    .where(and(eq(whistles.caseId, id), eq(whistles.id, first?.id ?? "")));
  return id;
}

test("a call into a year whose holidays are not published says that its limits may move", () =>
  inRollback(async (world) => {
    const { id, version } = await caseIn(world, "signed");
    world.now = new Date("2026-12-30T02:00:00Z");
    await callUnits(official(world), { id, version, ...call(world) });
    expect(await listWhistles(official(world), id)).toMatchObject([{ dueProvisional: true }]);
    expect(await settleCalls(official(world))).toEqual({ provisional: 1, settled: 0 });
  }));

test("once they are published its limits are computed again, with a trace", () =>
  inRollback(async (world) => {
    const id = await guessed(world);
    expect(await settleCalls(official(world))).toEqual({ provisional: 0, settled: 1 });
    const [settled] = await listWhistles(official(world), id);
    expect(settled).toMatchObject({ dueProvisional: false, dueAt: new Date("2026-02-24T15:59:59.999Z") });
    expect(settled?.arriveDueAt).toEqual(new Date("2026-02-13T04:00:00Z"));
    const last = (await listCaseEvents(official(world), id)).at(-1);
    expect(last).toMatchObject({ action: "case.settled", detail: { until: "2026-02-24" } });
    expect(await settleCalls(official(world))).toEqual({ provisional: 0, settled: 0 });
  }));

test("staff may not settle calls, and none of another area is touched", () =>
  inRollback(async (world) => {
    const id = await guessed(world);
    await expect(settleCalls(as(world, "staff", "甲一社区"))).rejects.toMatchObject({ code: "forbidden" });
    expect(await settleCalls(as(world, "official", "乙街道"))).toEqual({ provisional: 0, settled: 0 });
    expect(await listWhistles(official(world), id)).toMatchObject([{ dueProvisional: true }]);
  }));
