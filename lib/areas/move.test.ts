import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { aCase, areaId, as, inRollback, type World } from "../testing";
import { moveArea } from "./move";
import { findArea } from "./queries";

const input = (world: World, name = "甲一社区", under = "乙街道") => ({
  areaId: areaId(world, name),
  parentId: areaId(world, under),
});

const receivedIn = async (world: World, name: string) => {
  const [row] = await world.owner.execute(
    sql`select coalesce(sum(received), 0)::int as n from area_days where area_id = ${areaId(world, name)}`,
  );
  return row?.n;
};

test("a community moves with its grids, cases, counts and scope, and the event says from where to where", () =>
  inRollback(async (world) => {
    const id = await aCase(world, "甲一1网格");
    await aCase(world, "甲二1网格");
    await moveArea(as(world, "official", "试区"), input(world));

    expect([
      await receivedIn(world, "甲街道"),
      await receivedIn(world, "乙街道"),
      await receivedIn(world, "试区"),
    ]).toEqual([1, 1, 2]);
    const [row] = await world.owner.execute(sql`
      select c.area_pos = g.pos as follows, g.pos between s.pos and s.last as inside from cases c
      join areas g on g.id = c.area_id, areas s where c.id = ${id} and s.id = ${areaId(world, "乙街道")}`);
    expect(row).toEqual({ follows: true, inside: true });
    const [event] = await world.owner.execute(
      sql`select action, detail from events where subject_id = ${areaId(world, "甲一社区")}`,
    );
    expect(event).toMatchObject({ action: "area.moved", detail: { from: "甲街道", to: "乙街道" } });
  }));

test("who may not move areas is refused", () =>
  inRollback(async (world) => {
    await expect(moveArea(as(world, "staff", "试区"), input(world))).rejects.toMatchObject({ code: "forbidden" });
  }));

test("neither an area nor a place elsewhere exists", () =>
  inRollback(async (world) => {
    await expect(moveArea(as(world, "official", "乙街道"), input(world))).rejects.toMatchObject({ code: "not-found" });
    await expect(moveArea(as(world, "official", "甲街道"), input(world))).rejects.toMatchObject({ code: "not-found" });
  }));

test("an area does not hang under itself, where it is, above its level, or beside one of its name", () =>
  inRollback(async (world) => {
    const ctx = as(world, "official", "试城");
    const reasonOf = async (name: string, under: string) => {
      const error = await world.attempt(() => moveArea(ctx, input(world, name, under)));
      return error && typeof error === "object" && "reason" in error ? error.reason : error;
    };
    expect(await reasonOf("试区", "甲街道")).toBe("area.moveBelowItself");
    expect(await reasonOf("甲一社区", "甲街道")).toBe("area.moveSame");
    expect(await reasonOf("甲一社区", "乙一1网格")).toBe("area.levelOrder");
    expect(await reasonOf("试城", "试区")).toBe("area.moveTop");
  }));

test("where there is no room the tree is numbered anew, and the actor still finds the area", () =>
  inRollback(async (world) => {
    await world.owner.execute(
      sql`update areas set last = pos + 7 + 2 * (last - pos - 7) / 3 where id = ${areaId(world, "乙街道")}`,
    );
    await world.owner.execute(
      sql`update areas set last = (select max(last) from areas where parent_id = ${areaId(world, "乙街道")}) where id = ${areaId(world, "乙街道")}`,
    );
    const ctx = as(world, "official", "试区");
    await aCase(world, "甲一1网格");
    await moveArea(ctx, input(world));
    expect(await findArea(ctx, areaId(world, "甲一社区"))).toMatchObject({ parentId: areaId(world, "乙街道") });
    expect([await receivedIn(world, "甲街道"), await receivedIn(world, "乙街道")]).toEqual([0, 1]);
  }));
