import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { callbackPicks } from "../../../db/schema/callbacks";
import { events } from "../../../db/schema/cases";
import { changeSettings } from "../../settings/change";
import { defaultSettings } from "../../settings/model";
import { as, inRollback, type World } from "../../testing";
import { callBackCase } from "../call-back";
import { closeCase } from "../close";
import { countCases, listCases } from "../queries";
import { caseIn } from "../testing";
import { drawCallbacks } from "./draw";
import { drawFrom } from "./drawing";
import { countCallbacks, countReasons, listDraws } from "./queries";

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

const reached = { outcome: "reached", contacted: "yes", solved: "yes", satisfaction: 5 } as const;

test("who was not drawn cannot be chosen, and who was drawn is asked", () =>
  inRollback(async (world) => {
    const ids = await solved(world, 5);
    const asking = (id: string) => callBackCase(official(world), { id, version: 1, ...reached });
    await expect(asking(ids[0] ?? "")).rejects.toMatchObject({ code: "conflict", reason: "callback.notAsked" });
    await drawCallbacks(official(world), days);
    const picks = await official(world).db.select().from(callbackPicks);
    for (const { caseId, picked } of picks) {
      if (picked) await asking(caseId);
      else await expect(asking(caseId)).rejects.toMatchObject({ reason: "callback.notAsked" });
    }
  }));

test("what was only explained is asked about like what was solved, and what left the rates is not", () =>
  inRollback(async (world) => {
    const ctx = official(world);
    const range = { pos: ctx.actor.pos, last: ctx.actor.last };
    for (const [reason, isAsked] of [
      ["explained", true],
      ["not_ours", false],
      ["withdrawn", false],
    ] as const) {
      const { id, version } = await caseIn(world, "accepted");
      await closeCase(ctx, { id, version, reason, publicReply: "已说明。" });
      expect((await listCases(ctx, range, { queue: "call-back" })).rows.some((row) => row.id === id)).toBe(isAsked);
      const asking = callBackCase(ctx, { id, version: version + 1, ...reached });
      if (isAsked) await asking;
      else await expect(asking).rejects.toMatchObject({ reason: "callback.notAsked" });
    }
  }));

test("why somebody is not satisfied is kept and counted, where somebody was reached", () =>
  inRollback(async (world) => {
    const ctx = official(world);
    for (const why of ["slow", "slow", "manner"] as const) {
      const at = await caseIn(world, "closed");
      await callBackCase(ctx, { ...at, ...reached, satisfaction: 2, why });
    }
    const other = await caseIn(world, "closed");
    await callBackCase(ctx, { ...other, outcome: "declined", why: "slow" });
    const range = { pos: ctx.actor.pos, last: ctx.actor.last };
    expect(await countReasons(ctx, range, days)).toEqual([
      { reason: "slow", n: 2 },
      { reason: "manner", n: 1 },
    ]);
  }));
