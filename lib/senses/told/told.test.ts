import { sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { expect, test } from "vitest";
import type { Visitor } from "../../context";
import { areaId, as, inRollback, unitOf, type World } from "../../testing";
import { closeImprovement } from "../improvements/close";
import { openImprovement } from "../improvements/open";
import { heldRound } from "../testing";
import { findHeard } from "./heard";
import { tellRound } from "./tell";

const place = "甲一社区";
const marks = {
  S1: Array.from({ length: 40 }, (_, n) => 1 + (n % 2)),
  G1: Array.from({ length: 40 }, (_, n) => 1 + (n % 5)),
};

const visitorOf = (world: World): Visitor => ({
  place: "203.0.113.9",
  now: world.now,
  // The same statements; what the login of a visitor may do is tested where it is one.
  transaction: (work) => work(world.owner),
});

const codeOf = async (world: World, id: string) => {
  const [row] = await world.owner.execute<{ code: string | null }>(
    sql`select told_code as code from rounds where id = ${id}`,
  );
  return row?.code ?? "";
};

test("once an official puts it out everybody reads what was said, what was done and what cannot be; not before", () =>
  inRollback(async (world) => {
    const id = await heldRound(world, { area: place, marks });
    const ctx = as(world, "official", "甲街道");
    expect(await findHeard(visitorOf(world), "ABCDEFGH")).toBeNull();
    await tellRound(ctx, { id });
    const task = {
      id: uuidv7(),
      roundId: id,
      areaId: areaId(world, place),
      item: "S1",
      unitId: unitOf(world, place).id,
      plan: "给路装灯",
      dueOn: "2026-12-31",
      caseNumber: undefined,
    };
    await openImprovement(ctx, task);
    const code = await codeOf(world, id);
    expect(await findHeard(visitorOf(world), code)).toMatchObject({
      area: place,
      answers: 40,
      items: [{ code: "G1" }, { code: "S1", result: { n: 40 } }],
      improvements: [{ plan: "给路装灯", outcome: null }],
    });
    await closeImprovement(ctx, { id: task.id, outcome: "cannot", closing: "路不归街道" });
    expect((await findHeard(visitorOf(world), code))?.improvements).toMatchObject([{ closing: "路不归街道" }]);
    const [event] = await world.owner.execute(
      sql`select action from events where subject_id = ${id} and action = 'round.told'`,
    );
    expect(event).toBeDefined();
  }));

test("a leader or staff do not put it out, and elsewhere there is no such round", () =>
  inRollback(async (world) => {
    const id = await heldRound(world, { area: place, marks });
    for (const role of ["leader", "staff"] as const)
      await expect(tellRound(as(world, role, "甲街道"), { id })).rejects.toMatchObject({ code: "forbidden" });
    await expect(tellRound(as(world, "official", "乙街道"), { id })).rejects.toMatchObject({ code: "not-found" });
  }));

test("twice, or before the results are published, it is a conflict", () =>
  inRollback(async (world) => {
    const ctx = as(world, "official", "甲街道");
    const id = await heldRound(world, { area: place, marks });
    await tellRound(ctx, { id });
    expect(await world.attempt(() => tellRound(ctx, { id }))).toMatchObject({ reason: "heard.already" });
    await world.owner.execute(sql`update rounds set published_at = null where id = ${id}`);
    expect(await findHeard(visitorOf(world), await codeOf(world, id))).toBeNull();
    expect(await world.attempt(() => tellRound(ctx, { id }))).toMatchObject({ reason: "heard.unpublished" });
  }));

test("with fewer than ten answers the page says nothing of them", () =>
  inRollback(async (world) => {
    const id = await heldRound(world, { area: place, marks: { S1: [1, 5, 3, 2, 4, 4, 3, 2, 1] } });
    await tellRound(as(world, "official", "甲街道"), { id });
    const page = await findHeard(visitorOf(world), await codeOf(world, id));
    expect(page).toMatchObject({ answers: 0, senses: [], overall: null, items: [] });
  }));
