import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { assignments } from "../../db/schema/cases";
import { as, inRollback, unitOf, type World } from "../testing";
import { dispatchCase } from "./dispatch";
import { getCase, listCaseEvents } from "./queries";
import { recallCase } from "./recall";
import { signCase } from "./sign";
import { caseIn } from "./testing";

const later = (world: World, minutes: number) => {
  world.now = new Date(world.now.getTime() + minutes * 60_000);
};

async function dispatched(world: World) {
  const { id } = await caseIn(world, "registered");
  await dispatchCase(as(world, "staff", "甲一社区"), { id, version: 1, unitId: unitOf(world, "甲一社区").id });
  later(world, 5);
  return id;
}

test("who dispatched takes it back at once, and it is as if it had not been sent", () =>
  inRollback(async (world) => {
    const id = await dispatched(world);
    const ctx = as(world, "staff", "甲一社区");
    await recallCase(ctx, { id });
    const { current } = await getCase(ctx, id);
    expect(current).toMatchObject({ state: "registered", unitId: null, dispatchedAt: null, returnedCount: 0 });
    expect((await listCaseEvents(ctx, id)).map(({ action }) => action)).toEqual(["case.dispatched", "case.recalled"]);
    const tasks = await ctx.db.select().from(assignments).where(eq(assignments.caseId, id));
    expect(tasks.map(({ endReason }) => endReason)).toEqual(["recalled"]);
  }));

test("somebody else, or the same person later, does not take it back", () =>
  inRollback(async (world) => {
    const id = await dispatched(world);
    await expect(recallCase(as(world, "official", "甲街道"), { id })).rejects.toMatchObject({
      reason: "case.notRecallable",
    });
    later(world, 31);
    await expect(recallCase(as(world, "staff", "甲一社区"), { id })).rejects.toMatchObject({
      reason: "case.notRecallable",
    });
  }));

test("a handler may not, in another area nothing is found, and what is signed stays", () =>
  inRollback(async (world) => {
    const id = await dispatched(world);
    await expect(recallCase(as(world, "handler", "甲一社区"), { id })).rejects.toMatchObject({ code: "forbidden" });
    await expect(recallCase(as(world, "staff", "乙一社区"), { id })).rejects.toMatchObject({ code: "not-found" });
    await signCase(as(world, "handler", "甲一社区"), { id, version: 2 });
    await expect(recallCase(as(world, "staff", "甲一社区"), { id })).rejects.toMatchObject({ reason: "case.state" });
  }));
