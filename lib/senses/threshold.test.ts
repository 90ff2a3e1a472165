import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { getArea } from "../areas/queries";
import { changeSettings } from "../settings/change";
import { getSettings } from "../settings/queries";
import { areaId, as, inRollback, type World } from "../testing";
import { findPublishedRound } from "./queries";
import { heldStreet } from "./testing";
import { getRoundView } from "./view";

type Cell = { area: string; key: string; n: number; mean: number; top: number | null };

const limitTo = async (world: World, disclosureThreshold: number) => {
  const ctx = as(world, "sysadmin", "试城");
  await changeSettings(ctx, { ...(await getSettings(ctx)), disclosureThreshold });
};

const cellsOf = (world: World, round: string) =>
  world.owner.execute<Cell>(sql`
    select area_id::text as area, key, n, mean, top from round_cells where round_id = ${round} order by 1, 2`);

async function limitNamed(world: World, id: string): Promise<number> {
  const ctx = as(world, "leader", "甲街道");
  const street = await getArea(ctx, areaId(world, "甲街道"));
  const round = (await findPublishedRound(ctx, street, id)) ?? expect.fail();
  return (await getRoundView(ctx, street, round, { sense: "gain" })).threshold;
}

test("a limit that is lowered tells nothing new of what was published, and the old one is named", () =>
  inRollback(async (world) => {
    const id = await heldStreet(world, { 甲一社区: 30, 甲二社区: 8 });
    const before = await cellsOf(world, id);
    const few = areaId(world, "甲二社区");
    expect(before.some(({ area }) => area === few)).toBe(false);
    await world.owner.execute(sql`
      insert into answer_texts (round_id, area_id, area_pos, code, words, asked, state)
      select ${id}, id, pos, 'T1', '路灯不亮', 8, 'approved' from areas where id = ${few}`);
    const textsOf = (area: string) =>
      as(world, "leader", "甲街道").db.execute(sql`select words from told_texts(${id}, ${area})`);

    await limitTo(world, 5);
    expect(await cellsOf(world, id)).toEqual(before);
    expect([...(await textsOf(few)), ...(await textsOf(areaId(world, "甲街道")))]).toEqual([]);
    expect(await limitNamed(world, id)).toBe(10);
    await world.owner.execute(sql`update rounds set told_code = 'told', told_at = now() where id = ${id}`);
    const [page] = await world.owner.execute(sql`select heard_page('told') ->> 'threshold' as limit`);
    expect(page?.limit).toBe("10");
    const later = await heldStreet(world, { 甲一社区: 30, 甲二社区: 8 });
    expect((await cellsOf(world, later)).some(({ area }) => area === few)).toBe(true);
    expect(await limitNamed(world, later)).toBe(5);
  }));

test("a limit that is raised holds for what was published before, and stays when it is lowered again", () =>
  inRollback(async (world) => {
    const id = await heldStreet(world, { 甲一社区: 40, 甲二社区: 14 });
    const before = await cellsOf(world, id);
    expect(before.filter(({ key }) => key === "gain")).toHaveLength(3);
    await limitTo(world, 20);
    const raised = await cellsOf(world, id);
    expect(raised.filter(({ key }) => key === "gain")).toEqual([expect.objectContaining({ n: 54 })]);
    for (const cell of raised) expect(before).toContainEqual(cell);
    expect(await limitNamed(world, id)).toBe(20);
    await limitTo(world, 10);
    expect(await cellsOf(world, id)).toEqual(raised);
    expect(await limitNamed(world, id)).toBe(20);
  }));

test("what has other people by now is not told anew under a limit that was raised", () =>
  inRollback(async (world) => {
    const id = await heldStreet(world, { 甲一社区: 40, 甲二社区: 40 });
    const street = areaId(world, "甲街道");
    const ofStreet = async () => (await cellsOf(world, id)).filter(({ area }) => area === street);
    expect(await ofStreet()).not.toEqual([]);
    await world.owner.execute(sql`
      delete from answers where round_id = ${id} and id = (select id from answers where round_id = ${id} and area_id = ${areaId(world, "甲二社区")} limit 1)`);
    await limitTo(world, 11);
    expect(await ofStreet()).toEqual([]);
    expect((await cellsOf(world, id)).map(({ area }) => area)).toContain(areaId(world, "甲一社区"));
  }));
