import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { callbackPicks } from "../../../db/schema/callbacks";
import { events } from "../../../db/schema/cases";
import { changeSettings } from "../../settings/change";
import { defaultSettings } from "../../settings/model";
import { as, inRollback, type World } from "../../testing";
import { countCases, listCases } from "../queries";
import { caseIn } from "../testing";
import { drawCallbacks } from "./draw";
import { drawFrom } from "./drawing";
import { countCallbacks, listDraws } from "./queries";

const days = { from: "2026-11-23", to: "2026-11-23" };
const official = (world: World) => as(world, "official", "甲街道");

async function solved(world: World, n: number): Promise<string[]> {
  await changeSettings(as(world, "sysadmin", "试城"), { ...defaultSettings, callbackShare: 20 });
  return Promise.all(Array.from({ length: n }, async () => (await caseIn(world, "closed")).id));
}

test("a draw keeps its seed, and the seed gives the same list again", () =>
  inRollback(async (world) => {
    const ids = await solved(world, 10);
    const ctx = official(world);
    const range = { pos: ctx.actor.pos, last: ctx.actor.last };
    expect(await countCallbacks(ctx, range, "drawn")).toMatchObject({ waiting: 0, undrawn: 10 });
    await drawCallbacks(ctx, days);
    const [draw] = await listDraws(ctx, ctx.actor.areaId, 5);
    expect(draw).toMatchObject({ total: 10, picked: 2, share: 20 });
    const rows = await ctx.db.select().from(callbackPicks);
    const kept = rows.filter(({ picked }) => picked).map(({ caseId }) => caseId);
    const again = drawFrom(draw?.seed ?? "", ids, 20).filter(({ picked }) => picked);
    expect(kept.sort()).toEqual(again.map(({ id }) => id).sort());
    const queue = await listCases(ctx, range, { queue: "drawn" });
    expect(queue.rows.map(({ id }) => id).sort()).toEqual(kept);
    expect(await countCases(ctx, range, { queue: "drawn" })).toMatchObject({ n: 2 });
    const trace = await world.owner.select().from(events).where(eq(events.action, "callback.drawn"));
    expect(trace.map(({ detail }) => detail)).toMatchObject([{ seed: draw?.seed, total: 10, picked: 2 }]);
  }));

test("who was drawn about is not drawn about again", () =>
  inRollback(async (world) => {
    await solved(world, 5);
    await drawCallbacks(official(world), days);
    await expect(drawCallbacks(official(world), days)).rejects.toMatchObject({ reason: "callback.nobody" });
  }));

test("staff do not draw, and nobody draws in another street", () =>
  inRollback(async (world) => {
    await solved(world, 5);
    await expect(drawCallbacks(as(world, "staff", "甲一社区"), days)).rejects.toMatchObject({ code: "forbidden" });
    await expect(drawCallbacks(as(world, "official", "乙街道"), days)).rejects.toMatchObject({
      reason: "callback.nobody",
    });
  }));
