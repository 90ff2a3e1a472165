import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { areaId, as, inRollback, type World } from "../testing";
import { changeCounts } from "./counts";

const input = (world: World, name = "甲一社区") => ({ areaId: areaId(world, name), households: 1200, residents: 3400 });

test("the counts of a community reach every area above it, with the event", () =>
  inRollback(async (world) => {
    await changeCounts(as(world, "official", "甲街道"), input(world));
    const [city] = await world.owner.execute(sql`
      select sum(households)::int as households, sum(residents)::int as residents from ground_days where area_id = ${areaId(world, "试城")}`);
    expect(city).toEqual({ households: 1200, residents: 3400 });
    const [event] = await world.owner.execute(
      sql`select action, detail from events where subject_id = ${areaId(world, "甲一社区")}`,
    );
    expect(event).toEqual({ action: "area.countsChanged", detail: { households: 1200, residents: 3400 } });
  }));

test("who may not edit areas is refused", () =>
  inRollback(async (world) => {
    await expect(changeCounts(as(world, "staff", "甲街道"), input(world))).rejects.toMatchObject({ code: "forbidden" });
  }));

test("a community elsewhere does not exist", () =>
  inRollback(async (world) => {
    await expect(changeCounts(as(world, "official", "乙街道"), input(world))).rejects.toMatchObject({
      code: "not-found",
    });
  }));

test("a street takes its counts from its communities", () =>
  inRollback(async (world) => {
    await expect(changeCounts(as(world, "official", "甲街道"), input(world, "甲街道"))).rejects.toMatchObject({
      code: "conflict",
    });
  }));
