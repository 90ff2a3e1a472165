import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { areaId, as, inRollback, type World } from "../testing";
import { closeStation, openStation } from "./stations";

const input = (world: World) => ({
  areaId: areaId(world, "甲一社区"),
  name: "红色驿站",
  field: "property" as const,
  openedOn: "2026-11-01",
});

const openOn = async (world: World, day: string) => {
  const [row] = await world.owner.execute(sql`
    select coalesce(sum(stations_property), 0)::int as n from ground_days where area_id = ${areaId(world, "试城")} and day <= ${day}`);
  return row?.n;
};

test("a station counts in its field from the first day to the last, and leaves its events", () =>
  inRollback(async (world) => {
    const ctx = as(world, "staff", "甲街道");
    const id = await openStation(ctx, input(world));
    await closeStation(ctx, { stationId: id, closedOn: "2026-11-10" });
    expect([
      await openOn(world, "2026-11-01"),
      await openOn(world, "2026-11-10"),
      await openOn(world, "2026-11-11"),
    ]).toEqual([1, 1, 0]);
    const events = await world.owner.execute(
      sql`select action from events where subject_id = ${areaId(world, "甲一社区")} order by id`,
    );
    expect(events.map(({ action }) => action)).toEqual(["station.opened", "station.closed"]);
  }));

test("who may not edit stations is refused", () =>
  inRollback(async (world) => {
    await expect(openStation(as(world, "officer", "甲街道"), input(world))).rejects.toMatchObject({
      code: "forbidden",
    });
    const id = await openStation(as(world, "staff", "甲街道"), input(world));
    await expect(
      closeStation(as(world, "officer", "甲街道"), { stationId: id, closedOn: "2026-11-10" }),
    ).rejects.toMatchObject({ code: "forbidden" });
  }));

test("a community or a station elsewhere does not exist", () =>
  inRollback(async (world) => {
    await expect(openStation(as(world, "staff", "乙街道"), input(world))).rejects.toMatchObject({ code: "not-found" });
    const id = await openStation(as(world, "staff", "甲街道"), input(world));
    await expect(
      closeStation(as(world, "staff", "乙街道"), { stationId: id, closedOn: "2026-11-10" }),
    ).rejects.toMatchObject({ code: "not-found" });
  }));

test("a station is not opened or closed twice, and not closed before it opened", () =>
  inRollback(async (world) => {
    const ctx = as(world, "staff", "甲街道");
    const id = await openStation(ctx, input(world));
    expect(await world.attempt(() => openStation(ctx, input(world)))).toMatchObject({ code: "conflict" });
    const alike = { ...input(world), name: "红色 驿站" };
    expect(await world.attempt(() => openStation(ctx, alike))).toMatchObject({ code: "conflict" });
    expect(await world.attempt(() => closeStation(ctx, { stationId: id, closedOn: "2026-10-01" }))).toMatchObject({
      code: "invalid",
    });
    await closeStation(ctx, { stationId: id, closedOn: "2026-11-10" });
    expect(await world.attempt(() => closeStation(ctx, { stationId: id, closedOn: "2026-11-11" }))).toMatchObject({
      code: "conflict",
    });
  }));
