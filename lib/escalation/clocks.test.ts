import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { assignments } from "../../db/schema/cases";
import { escalations } from "../../db/schema/escalation";
import { localDay } from "../calendar/zone";
import type { CaseClock } from "../cases/clocks";
import { drawCallbacks } from "../cases/follow-up/draw";
import { countQueues } from "../cases/queries-owed";
import { changeSettings } from "../settings/change";
import { defaultSettings } from "../settings/model";
import { aCase, areaId, as, inRollback, unitOf, type World } from "../testing";
import { escalateSome } from "./escalate";
import { listEscalated } from "./queries";
import { addRule } from "./rules";

const ago = (hours: number) => new Date(Date.now() - hours * 3_600_000);
const leader = (world: World) => as(world, "leader", "试城");
const escalate = (world: World) => escalateSome(world.owner, new Date());

/** The database tells the time of what it does by itself. */
async function ruled(world: World, clock: CaseClock): Promise<void> {
  world.now = new Date();
  const whom = { toRole: "official", toLevel: "street" } as const;
  await addRule(leader(world), { areaId: areaId(world, "甲街道"), clock, lateBy: 2, unit: "times", ...whom });
}

test("a unit has the time from when it was handed the case, not from when another was", () =>
  inRollback(async (world) => {
    await ruled(world, "sign");
    const { id: unitId } = unitOf(world, "甲一社区");
    const [soon, late] = await Promise.all(
      [3, 5].map(async (hours) => {
        const id = await aCase(world, "甲一1网格", {
          ...{ registeredAt: ago(101), contactedAt: ago(100), dispatchedAt: ago(100), returnedCount: 1 },
          ...{ state: "dispatched", unitId, signDueAt: ago(hours - 2) },
        });
        const { pos: areaPos } = as(world, "staff", "甲一1网格").actor;
        await world.owner
          .insert(assignments)
          .values({ caseId: id, id, areaPos, unitId, dispatchedAt: ago(hours), signDueAt: ago(hours - 2) });
        return id;
      }),
    );
    await escalate(world);
    const told = await world.owner.select().from(escalations).where(eq(escalations.clock, "sign"));
    expect(told.map(({ caseId }) => caseId).filter((id) => [soon, late].includes(id))).toEqual([late]);
  }));

test("whom a draw passes over nobody is late to ask: not brought before anybody, and no longer where it was", () =>
  inRollback(async (world) => {
    await ruled(world, "call-back");
    await changeSettings(as(world, "sysadmin", "试城"), { ...defaultSettings, callbackShare: 50 });
    const closed = () =>
      aCase(world, "甲一1网格", {
        ...{ registeredAt: ago(101), closedAt: ago(100), callbackDueAt: ago(60) },
        ...{ state: "closed", closeReason: "solved" },
      });
    for (let n = 0; n < 4; n += 1) await closed();
    const draw = async () => {
      const days = { from: localDay(ago(100)), to: localDay(ago(100)) };
      await drawCallbacks(as(world, "official", "甲街道"), days);
    };
    await draw();
    expect(await escalate(world)).toBe(2);
    const before = [await closed(), await closed()];
    expect(await escalate(world)).toBe(2);
    const waiting = async () => (await countQueues(leader(world), leader(world).actor, ["escalated"])).escalated;
    expect(await waiting()).toBe(4);
    world.now = new Date();
    await draw();
    expect(await waiting()).toBe(3);
    const left = (await listEscalated(leader(world), leader(world).actor, 10)).map(({ id }) => id);
    expect(before.filter((id) => left.includes(id))).toHaveLength(1);
  }));
