import assert from "node:assert/strict";
import { eq, sql } from "drizzle-orm";
import { test } from "vitest";
import { cases } from "../db/schema/cases";
import { aCase, areaId, as, inRollback, unitOf } from "./testing";

test("each hand sees its own area, whoever acted before", () =>
  inRollback(async (world) => {
    const id = await aCase(world, "甲一1网格");
    const [near, far] = [as(world, "staff", "甲一社区"), as(world, "staff", "乙一社区")];
    const look = (ctx: typeof near) => ctx.db.select({ id: cases.id }).from(cases).where(eq(cases.id, id));

    const seen = await Promise.all([look(near), look(far), look(near), look(as(world, "sysadmin", "试城"))]);
    assert.deepEqual(
      seen.map((rows) => rows.length),
      [1, 0, 1, 0],
    );
  }));

test("a case of the world is counted up to the city", () =>
  inRollback(async (world) => {
    await aCase(world, "甲一1网格");
    await aCase(world, "甲二社区");
    const counted = await world.owner.execute<{ n: number }>(
      sql`select sum(received)::int as n from area_days where area_id = ${areaId(world, "试城")}`,
    );
    assert.equal(counted[0]?.n, 2);
    assert.equal(unitOf(world, "甲街道").name, "甲街道办事处");
  }));

test("what an attempt did is undone, also after the database refused", () =>
  inRollback(async (world) => {
    const error = await world.attempt(() => world.owner.execute(sql`insert into units (id) values (null)`));
    assert.ok(error instanceof Error);
    assert.equal(await world.owner.$count(cases, eq(cases.areaId, areaId(world, "试城"))), 0);
  }));
