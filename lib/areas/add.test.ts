import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { areaId, as, inRollback } from "../testing";
import { addArea } from "./add";
import type { AddAreaInput } from "./input";
import { findArea, resolveArea } from "./queries";

const input = (parentId: string, given: Partial<AddAreaInput> = {}): AddAreaInput => ({
  parentId,
  level: "grid",
  name: "甲一3网格",
  kind: null,
  households: 320,
  residents: null,
  scheme: "local",
  code: "JY-3",
  openedOn: null,
  ...given,
});

test("a grid is added with its code, the figures follow, and its event says so", () =>
  inRollback(async (world) => {
    const ctx = as(world, "official", "甲街道");
    const id = await addArea(ctx, input(areaId(world, "甲一社区")));

    const added = await findArea(ctx, id);
    expect(added).toMatchObject({
      name: "甲一3网格",
      level: "grid",
      kind: "general",
      parentId: areaId(world, "甲一社区"),
    });
    expect((await resolveArea(ctx, "local:JY-3")).id).toBe(id);
    const [event] = await world.owner.execute(sql`select action, area_pos as pos from events where subject_id = ${id}`);
    expect(event).toEqual({ action: "area.added", pos: added?.pos });
    const [ground] = await world.owner.execute(
      sql`select sum(grids)::int as grids from ground_days where area_id = ${areaId(world, "甲街道")}`,
    );
    expect(ground).toEqual({ grids: 3 });
  }));

test("who may not edit areas is refused", () =>
  inRollback(async (world) => {
    await expect(addArea(as(world, "staff", "甲街道"), input(areaId(world, "甲一社区")))).rejects.toMatchObject({
      code: "forbidden",
    });
  }));

test("a parent elsewhere does not exist", () =>
  inRollback(async (world) => {
    await expect(addArea(as(world, "official", "乙街道"), input(areaId(world, "甲一社区")))).rejects.toMatchObject({
      code: "not-found",
    });
  }));

test("a name or a code that stands already is a conflict, and a level must be lower", () =>
  inRollback(async (world) => {
    const ctx = as(world, "official", "甲街道");
    const community = areaId(world, "甲一社区");
    await addArea(ctx, input(community));
    expect(await world.attempt(() => addArea(ctx, input(community, { code: null })))).toMatchObject({
      code: "conflict",
      reason: "area.nameTaken",
    });
    expect(await world.attempt(() => addArea(ctx, input(community, { name: "甲一4网格" })))).toMatchObject({
      code: "conflict",
      reason: "area.codeTaken",
    });
    expect(
      await world.attempt(() => addArea(ctx, input(community, { level: "street", name: "丙街道" }))),
    ).toMatchObject({ reason: "area.levelOrder" });
  }));
