import { sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { expect, test } from "vitest";
import { caseIn } from "../cases/testing";
import { areaId, as, inRollback, type World } from "../testing";
import { recordFinding, settleFinding } from "./findings";
import { recordFindingInput } from "./input";
import { listFindings } from "./queries";

const given = (world: World) => ({
  id: uuidv7(),
  areaId: areaId(world, "甲一1网格"),
  kind: "patrol" as const,
  foundOn: "2026-11-20",
  what: "3 号楼东侧楼道堆放纸箱",
});
const listed = (world: World, where = "甲一社区") => {
  const ctx = as(world, "staff", where);
  return listFindings(ctx, ctx.actor, 30);
};

test("what a patrol found is noted with its request, and later what came of it; each leaves its event", () =>
  inRollback(async (world) => {
    const { id: caseId } = await caseIn(world, "dispatched");
    const [{ number } = { number: 0 }] = await world.owner.execute<{ number: number }>(
      sql`select number from cases where id = ${caseId}`,
    );
    const finding = given(world);
    await recordFinding(as(world, "officer", "甲一1网格"), { ...finding, number: Number(number) });
    expect(await listed(world)).toMatchObject([{ id: finding.id, areaName: "甲一1网格", settledOn: null, caseId }]);
    const settle = { findingId: finding.id, settledOn: "2026-11-23", result: "已清走" };
    await settleFinding(as(world, "staff", "甲一社区"), settle);
    expect(await listed(world)).toMatchObject([{ settledOn: "2026-11-23", result: "已清走" }]);
    await expect(settleFinding(as(world, "staff", "甲一社区"), settle)).rejects.toMatchObject({ code: "conflict" });
    const events = await world.owner.execute(
      sql`select action from events where subject_id = ${finding.areaId} and action like 'finding.%' order by id`,
    );
    expect(events.map(({ action }) => action)).toEqual(["finding.recorded", "finding.settled"]);
  }));

test("who does not work in the field, and who works elsewhere, notes nothing", () =>
  inRollback(async (world) => {
    const finding = given(world);
    await recordFinding(as(world, "officer", "甲一1网格"), finding);
    const again = { ...finding, id: uuidv7() };
    await expect(recordFinding(as(world, "leader", "甲街道"), again)).rejects.toMatchObject({ code: "forbidden" });
    await expect(recordFinding(as(world, "staff", "甲二社区"), again)).rejects.toMatchObject({ code: "not-found" });
    const settle = { findingId: finding.id, settledOn: "2026-11-23", result: "已清走" };
    await expect(settleFinding(as(world, "officer", "甲一2网格"), settle)).rejects.toMatchObject({ code: "not-found" });
    expect(await listed(world, "甲二社区")).toEqual([]);
  }));

test("twice, ahead of time, at no place or of no request: refused", () =>
  inRollback(async (world) => {
    const ctx = as(world, "official", "甲街道");
    const finding = given(world);
    await recordFinding(ctx, finding);
    const wrong: [string, Partial<typeof finding & { number: number }>][] = [
      ["finding.twice", {}],
      ["estate.future", { id: uuidv7(), foundOn: "2026-11-24" }],
      ["finding.level", { id: uuidv7(), areaId: areaId(world, "甲街道") }],
      ["finding.noCase", { id: uuidv7(), number: 999_999_999 }],
    ];
    for (const [reason, change] of wrong)
      expect(await world.attempt(() => recordFinding(ctx, { ...finding, ...change }))).toMatchObject({ reason });
  }));

test("telephone numbers and identity cards are not taken", () =>
  inRollback(async (world) => {
    for (const what of ["联系 0512 9090 1331", "身份证 320506199001011234"])
      expect(recordFindingInput.safeParse({ ...given(world), what }).success).toBe(false);
    expect(recordFindingInput.safeParse({ ...given(world), what: "88 号楼 2 单元照明坏" }).success).toBe(true);
  }));
