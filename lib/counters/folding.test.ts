import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { foldLock } from "../../db/functions/locks";
import { registerCase } from "../cases/register";
import { aCase, areaId, as, inRollback, type World } from "../testing";

const id = "01900000-0000-7000-8000-00000000f01d";
const input = { id, title: "路灯不亮", channel: "phone", requestType: "report", urgent: false } as const;

test("a new case waits once, counts at once in every area above, and counts the same once it is folded", async () => {
  await inRollback(async (world) => {
    await registerCase(as(world, "staff", "甲一社区"), { ...input, areaId: areaId(world, "甲一1网格") });
    const waiting = await world.owner.execute(sql`select case_id from fresh_cases`);
    const before = await countsOf(world);

    await holdFolding(world);
    const [folded] = await world.owner.execute<{ n: number }>(sql`select fold_counts() as n`);
    const [left] = await world.owner.execute<{ n: number }>(
      sql`select (select count(*) from count_changes)::int + (select count(*) from fresh_cases)::int as n`,
    );

    expect(waiting).toEqual([{ case_id: id }]);
    expect(before.received).toEqual({ 试城: 1, 试区: 1, 甲街道: 1, 甲一社区: 1 });
    expect(before.mixed).toEqual({ 试城: 1, 试区: 1, 甲街道: 1 });
    expect(folded?.n).toBeGreaterThan(0);
    expect(left?.n).toBe(0);
    expect(await countsOf(world)).toEqual(before);
  });
});

test("folding again and again adds up to what appending alone would", async () => {
  await inRollback(async (world) => {
    await holdFolding(world);
    for (const area of ["甲一1网格", "甲一2网格", "乙二1网格", "甲街道"]) {
      await aCase(world, area);
      await world.owner.execute(sql`select fold_counts()`);
    }
    await aCase(world, "甲二1网格");

    expect((await countsOf(world)).received).toMatchObject({ 试城: 5, 甲街道: 4, 乙街道: 1, 甲一社区: 2, 甲二社区: 1 });
  });
});

/** Another test may be folding; what it folds is not to be seen, but it holds the lock until it ends. */
async function holdFolding(world: World): Promise<void> {
  await world.owner.execute(sql`select pg_advisory_xact_lock(${foldLock})`);
}

async function countsOf(world: World) {
  const received = await world.owner.execute<{ name: string; n: number }>(sql`
    select a.name, sum(d.received)::int as n from area_days d join areas a on a.id = d.area_id
    where a.pos between ${top(world).pos} and ${top(world).last} group by 1 having sum(d.received) <> 0`);
  const mixed = await world.owner.execute<{ name: string; n: number }>(sql`
    select a.name, sum(m.n)::int as n from mix_days m join areas a on a.id = m.area_id
    where a.pos between ${top(world).pos} and ${top(world).last} group by 1`);
  const byName = (rows: { name: string; n: number }[]) => Object.fromEntries(rows.map(({ name, n }) => [name, n]));
  return { received: byName(received), mixed: byName(mixed) };
}

function top(world: World) {
  const [city] = world.areas;
  if (!city) throw new Error("a world has a city");
  return city;
}
