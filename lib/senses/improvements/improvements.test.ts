import { sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { expect, test } from "vitest";
import { getArea } from "../../areas/queries";
import { aCase, areaId, as, inRollback, unitOf, type World } from "../../testing";
import { findPublishedRound } from "../queries";
import { heldRound } from "../testing";
import { getRoundView } from "../view";
import { addCase } from "./cases";
import { closeImprovement } from "./close";
import { openImprovementInput } from "./input";
import { openImprovement } from "./open";
import { listImprovements } from "./queries";

const place = "甲一社区";
const content = Array.from({ length: 40 }, (_, n) => 1 + (n % 5));
const low = Array.from({ length: 40 }, (_, n) => 1 + (n % 2));

const form = (world: World, round: string, changed: Record<string, string> = {}) =>
  openImprovementInput.parse({
    id: uuidv7(),
    roundId: round,
    areaId: areaId(world, place),
    item: "S1",
    unitId: unitOf(world, place).id,
    plan: "给三号楼到车站的路装灯",
    dueOn: "2026-12-31",
    ...changed,
  });

const listed = async (world: World, round: string) => {
  const { actor, ...ctx } = as(world, "official", "甲街道");
  return listImprovements({ actor, ...ctx }, actor, [round]);
};

test("a question that was answered low is taken on, a case joins it, it is closed, and the next round shows the change", () =>
  inRollback(async (world) => {
    const first = await heldRound(world, { area: place, marks: { S1: low }, closesOn: "2026-05-31" });
    const ctx = as(world, "staff", place);
    const input = form(world, first);
    await openImprovement(ctx, input);
    await openImprovement(ctx, input);
    const about = await aCase(world, "甲一1网格");
    const [{ number } = { number: 0 }] = await world.owner.execute<{ number: number }>(
      sql`select number::int from cases where id = ${about}`,
    );
    await addCase(ctx, { id: input.id, caseNumber: number });
    await closeImprovement(ctx, { id: input.id, outcome: "done", closing: "十二盏灯已亮" });
    expect(await listed(world, first)).toMatchObject([
      { itemCode: "S1", outcome: "done", closing: "十二盏灯已亮", cases: [{ id: about, number }] },
    ]);

    const second = await heldRound(world, { area: place, marks: { S1: content }, closesOn: "2026-11-20" });
    const area = await getArea(ctx, areaId(world, place));
    const now = (await findPublishedRound(ctx, area, second)) ?? expect.fail();
    const then = (await findPublishedRound(ctx, area, first)) ?? expect.fail();
    const [effect] = (await getRoundView(ctx, area, now, { sense: "security" })).acted.map((row) => row.effect);
    expect(effect).toMatchObject({ direction: "up", difference: expect.closeTo(37.5, 9) });
    expect(effect?.interval?.[0]).toBeGreaterThan(0);
    expect((await getRoundView(ctx, area, then, { sense: "security" })).acted).toMatchObject([{ effect: null }]);
    const events = await world.owner.execute(
      sql`select action from events where subject_id = ${first} and action like 'improvement.%' order by id`,
    );
    expect(events.map(({ action }) => action)).toEqual([
      "improvement.opened",
      "improvement.case-added",
      "improvement.closed",
    ]);
  }));

test("a leader opens and closes none", () =>
  inRollback(async (world) => {
    const round = await heldRound(world, { area: place, marks: { S1: low } });
    const input = form(world, round);
    await expect(openImprovement(as(world, "leader", place), input)).rejects.toMatchObject({ code: "forbidden" });
    await openImprovement(as(world, "official", "甲街道"), input);
    const closing = { id: input.id, outcome: "done", closing: "x" } as const;
    await expect(closeImprovement(as(world, "officer", place), closing)).rejects.toMatchObject({ code: "forbidden" });
  }));

test("in another area neither round nor improvement is there", () =>
  inRollback(async (world) => {
    const round = await heldRound(world, { area: place, marks: { S1: low } });
    const input = form(world, round);
    const elsewhere = as(world, "official", "乙街道");
    await expect(openImprovement(elsewhere, input)).rejects.toMatchObject({ code: "not-found" });
    await openImprovement(as(world, "official", "甲街道"), input);
    for (const work of [
      () => closeImprovement(elsewhere, { id: input.id, outcome: "cannot", closing: "x" }),
      () => addCase(elsewhere, { id: input.id, caseNumber: 1 }),
    ])
      await expect(work()).rejects.toMatchObject({ code: "not-found" });
  }));

test("below the community, without a result, too late, or twice it is a refusal in words", () =>
  inRollback(async (world) => {
    const round = await heldRound(world, { area: place, marks: { S1: low } });
    const ctx = as(world, "official", "甲街道");
    const refused = (changed: Record<string, string>) =>
      world.attempt(() => openImprovement(ctx, form(world, round, changed)));
    expect(await refused({ areaId: areaId(world, "甲一1网格") })).toMatchObject({ reason: "improvement.level" });
    expect(await refused({ item: "G1" })).toMatchObject({ reason: "improvement.unknown" });
    expect(await refused({ dueOn: "2026-11-22" })).toMatchObject({ field: "dueOn" });
    expect(await refused({ unitId: uuidv7() })).toMatchObject({ field: "unitId" });
    expect(await refused({ caseNumber: "999999999" })).toMatchObject({ field: "caseNumber" });

    const input = form(world, round);
    await openImprovement(ctx, input);
    await closeImprovement(ctx, { id: input.id, outcome: "cannot", closing: "路不归街道，已转区里" });
    const again = { id: input.id, outcome: "done", closing: "x" } as const;
    expect(await world.attempt(() => closeImprovement(ctx, again))).toMatchObject({ code: "conflict" });
    expect(await world.attempt(() => addCase(ctx, { id: input.id, caseNumber: 1 }))).toMatchObject({
      code: "conflict",
    });
  }));
