import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { areaId, as, inRollback, type World } from "../testing";
import { appointOfficer, endOfficer } from "./officers";

const input = (world: World, grid = "甲一1网格") => ({
  areaId: areaId(world, grid),
  name: "李明",
  kind: "full_time" as const,
  startsOn: "2026-11-01",
});

const staffedOn = async (world: World, day: string) => {
  const [row] = await world.owner.execute(sql`
    select coalesce(sum(grids_staffed), 0)::int as n from ground_days where area_id = ${areaId(world, "甲街道")} and day <= ${day}`);
  return row?.n;
};

test("an appointed officer staffs the grid from the first day to the last, and both leave their event", () =>
  inRollback(async (world) => {
    const ctx = as(world, "staff", "甲一社区");
    const id = await appointOfficer(ctx, input(world));
    expect([await staffedOn(world, "2026-10-31"), await staffedOn(world, "2026-11-01")]).toEqual([0, 1]);

    await endOfficer(ctx, { officerId: id, endsOn: "2026-11-15" });
    expect([await staffedOn(world, "2026-11-15"), await staffedOn(world, "2026-11-16")]).toEqual([1, 0]);
    const events = await world.owner.execute(
      sql`select action from events where subject_id = ${areaId(world, "甲一1网格")} order by id`,
    );
    expect(events.map(({ action }) => action)).toEqual(["officer.appointed", "officer.ended"]);
  }));

test("who may not edit posts is refused", () =>
  inRollback(async (world) => {
    await expect(appointOfficer(as(world, "leader", "甲街道"), input(world))).rejects.toMatchObject({
      code: "forbidden",
    });
    const id = await appointOfficer(as(world, "staff", "甲街道"), input(world));
    await expect(
      endOfficer(as(world, "leader", "甲街道"), { officerId: id, endsOn: "2026-11-20" }),
    ).rejects.toMatchObject({ code: "forbidden" });
  }));

test("a grid or a post elsewhere does not exist", () =>
  inRollback(async (world) => {
    await expect(appointOfficer(as(world, "staff", "乙街道"), input(world))).rejects.toMatchObject({
      code: "not-found",
    });
    const id = await appointOfficer(as(world, "staff", "甲街道"), input(world));
    await expect(
      endOfficer(as(world, "staff", "乙街道"), { officerId: id, endsOn: "2026-11-20" }),
    ).rejects.toMatchObject({ code: "not-found" });
  }));

test("nobody is appointed twice at a time or ended twice", () =>
  inRollback(async (world) => {
    const ctx = as(world, "staff", "甲街道");
    const id = await appointOfficer(ctx, input(world));
    expect(await world.attempt(() => appointOfficer(ctx, input(world)))).toMatchObject({
      code: "conflict",
      reason: "area.officerTwice",
    });
    await endOfficer(ctx, { officerId: id, endsOn: "2026-11-20" });
    expect(await world.attempt(() => endOfficer(ctx, { officerId: id, endsOn: "2026-11-21" }))).toMatchObject({
      code: "conflict",
    });
    await appointOfficer(ctx, { ...input(world), startsOn: "2026-11-21" });
    expect(await staffedOn(world, "2026-12-01")).toBe(1);
  }));
