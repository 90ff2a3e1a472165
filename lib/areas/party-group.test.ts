import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { areaId, as, inRollback, type World } from "../testing";
import { setPartyGroup } from "./party-group";

const input = (world: World, name = "甲一1网格") => ({ areaId: areaId(world, name), from: "2026-11-01", to: null });

const groups = async (world: World, day: string) => {
  const [row] = await world.owner.execute(sql`
    select coalesce(sum(grids_party), 0)::int as n from ground_days where area_id = ${areaId(world, "甲一社区")} and day <= ${day}`);
  return row?.n;
};

test("a grid has a party group from a day on, until it has none, and each change leaves its event", () =>
  inRollback(async (world) => {
    const ctx = as(world, "official", "甲街道");
    await setPartyGroup(ctx, input(world));
    expect([await groups(world, "2026-10-31"), await groups(world, "2026-11-01")]).toEqual([0, 1]);
    await setPartyGroup(ctx, { ...input(world), from: null });
    expect(await groups(world, "2026-11-30")).toBe(0);
    const events = await world.owner.execute(
      sql`select action from events where subject_id = ${areaId(world, "甲一1网格")}`,
    );
    expect(events).toHaveLength(2);
  }));

test("who may not edit areas is refused", () =>
  inRollback(async (world) => {
    await expect(setPartyGroup(as(world, "staff", "甲街道"), input(world))).rejects.toMatchObject({
      code: "forbidden",
    });
  }));

test("a grid elsewhere does not exist", () =>
  inRollback(async (world) => {
    await expect(setPartyGroup(as(world, "official", "乙街道"), input(world))).rejects.toMatchObject({
      code: "not-found",
    });
  }));

test("a community has no party group of its own, and a last day needs a first", () =>
  inRollback(async (world) => {
    const ctx = as(world, "official", "甲街道");
    expect(await world.attempt(() => setPartyGroup(ctx, input(world, "甲一社区")))).toMatchObject({ code: "conflict" });
    expect(await world.attempt(() => setPartyGroup(ctx, { ...input(world), to: "2026-10-01" }))).toMatchObject({
      code: "invalid",
    });
  }));
