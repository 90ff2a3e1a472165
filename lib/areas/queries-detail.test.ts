import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { areaId, as, inRollback } from "../testing";
import { listChildSheets } from "./queries-detail";

test("each child tells how many areas lie right below it, as plain SQL counts them", () =>
  inRollback(async (world) => {
    const street = areaId(world, "甲街道");
    const rows = await listChildSheets(as(world, "official", "甲街道"), street);
    const counted = await world.owner.execute<{ id: string; n: number }>(sql`
      select c.id, count(g.id)::int as n from areas c left join areas g on g.parent_id = c.id where c.parent_id = ${street} group by 1`);
    expect(rows.map(({ children }) => children).some((n) => n > 0)).toBe(true);
    expect(rows.map(({ id, children }) => [id, children]).sort()).toEqual(counted.map(({ id, n }) => [id, n]).sort());
  }));

test("how much of each child is covered is what its rows say, at every level", () =>
  inRollback(async (world) => {
    const street = areaId(world, "甲街道");
    const rows = await listChildSheets(as(world, "official", "甲街道"), street);
    const summed = await world.owner.execute<{ id: string; covered: number | null }>(sql`
      select c.id, (sum(a.covered_m2) / nullif(sum(a.area_m2), 0))::float8 as covered
      from areas c join areas a on a.pos between c.pos and c.last and a.level = 'community'
      where c.parent_id = ${street} group by 1`);
    expect(rows.map(({ id, covered }) => [id, covered]).sort()).toEqual(
      summed.map(({ id, covered }) => [id, covered]).sort(),
    );
  }));
