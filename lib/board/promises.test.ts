import { sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { expect, test } from "vitest";
import { areaId, as, inRollback, type World } from "../testing";
import { listFigures } from "./breakdown";
import { getBoard } from "./queries";
import { listGroundRecords } from "./records";

const month = { from: "2026-11-01", to: "2026-11-30" };

/** A partner's promise to a community by a day, and the day on which it was kept. */
async function promised(world: World, where: string, by: string, kept: string | null = null): Promise<void> {
  const partner = uuidv7();
  await world.owner.execute(sql`
    insert into units (id, area_id, area_pos, name, kind)
    select ${partner}, id, pos, ${partner}, 'partner' from areas where id = ${areaId(world, where)}`);
  await world.owner.execute(sql`
    insert into projects (id, area_id, area_pos, partner_id, offer, need, promised_by, kept_on)
    select ${uuidv7()}, id, pos, ${partner}, '每周六义诊', '就近量血压', ${by}, ${kept} from areas where id = ${areaId(world, where)}`);
}

async function keptIn(world: World, where: string) {
  const ctx = as(world, "leader", where);
  const area = world.areas.find(({ name }) => name === where) ?? expect.fail();
  const [whole] = await listFigures(ctx, area, month, null);
  const listed = whole?.figures.find(({ key }) => key === "promises_kept") ?? expect.fail();
  const board = await getBoard(ctx, area, { kind: "month", ...month }, "day");
  const shown = board.base.find(({ key }) => key === "promises_kept") ?? expect.fail();
  expect(shown).toMatchObject(listed);
  const records = await listGroundRecords(ctx, area, { figure: "promises_kept", ...month });
  const sum = (of: "numerator" | "denominator") => records.reduce((all, record) => all + record[of], 0);
  expect([sum("numerator"), sum("denominator")]).toEqual([listed.numerator, listed.denominator]);
  return { ...listed, href: shown.href };
}

test("of the promises whose day is over those count that were kept by it; what is not due is excluded", () =>
  inRollback(async (world) => {
    await promised(world, "甲一社区", "2026-11-20", "2026-11-20");
    await promised(world, "甲一社区", "2026-11-10", "2026-11-02");
    await promised(world, "甲一社区", "2026-11-12", "2026-11-13");
    await promised(world, "甲二社区", "2026-11-22");
    await promised(world, "甲一社区", "2026-11-23", "2026-11-20");
    await promised(world, "甲一社区", "2026-11-30");
    await promised(world, "甲一社区", "2026-10-31", "2026-10-30");
    await promised(world, "乙一社区", "2026-11-20", "2026-11-20");
    const street = await keptIn(world, "甲街道");
    expect(street).toMatchObject({ numerator: 2, denominator: 4, value: 0.5, excluded: { not_due: 2 }, state: "ok" });
    expect(street.href).toContain("figure=promises_kept");
    expect(await keptIn(world, "甲二社区")).toMatchObject({ numerator: 0, denominator: 1, value: 0 });
    expect(await keptIn(world, "试城")).toMatchObject({ numerator: 3, denominator: 5 });
  }));

test("where nothing was due there is no data", () =>
  inRollback(async (world) => {
    await promised(world, "甲一社区", "2026-11-30");
    expect(await keptIn(world, "甲街道")).toMatchObject({ state: "none", value: null, excluded: { not_due: 1 } });
    expect(await keptIn(world, "乙街道")).toMatchObject({ state: "none", value: null, denominator: 0 });
  }));
