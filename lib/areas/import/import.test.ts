import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { areaCodes, areas } from "../../../db/schema/areas";
import { events, imports } from "../../../db/schema/cases";
import type { Context } from "../../context";
import { readTable } from "../../exchange/table";
import { areaId, as, inRollback, type World } from "../../testing";
import { importBoundaries } from "./boundaries";
import { readDecisions } from "./decisions";
import { type AreaImport, importAreas } from "./import";

const list = "code,name,level,parent\nx1,新社区,community,\nx11,新一网格,grid,x1\nx12,新二网格,grid,x1\n";

function read(ctx: Context, world: World, text = list, given: Partial<AreaImport> = {}) {
  return importAreas(ctx, {
    table: readTable(text),
    file: { name: "areas.csv", hash: "0" },
    scheme: "local",
    from: "2026-01-01",
    to: null,
    intoId: areaId(world, "甲街道"),
    decisions: new Map(),
    apply: true,
    skipRejected: false,
    ...given,
  });
}

const below = (world: World, parent: string) =>
  world.owner
    .select({ name: areas.name })
    .from(areas)
    .where(eq(areas.parentId, areaId(world, parent)));

test("a list becomes areas with codes, and the event says what came of it", () =>
  inRollback(async (world) => {
    const official = as(world, "official", "试区");
    expect((await read(official, world)).report).toMatchObject({ applied: true, read: 3, new: 3, rejected: 0 });
    expect((await below(world, "甲街道")).map(({ name }) => name)).toContain("新社区");
    const codes = await world.owner.select().from(areaCodes).where(eq(areaCodes.code, "x11"));
    expect(codes).toMatchObject([{ scheme: "local", validFrom: "2026-01-01", validTo: null }]);
    const [kept] = await world.owner.select().from(imports).where(eq(imports.fileName, "areas.csv"));
    expect(kept).toMatchObject({ kind: "areas", rows: 3, applied: 3, areaId: areaId(world, "甲街道") });
    const trace = await world.owner
      .select()
      .from(events)
      .where(eq(events.subjectId, kept?.id ?? ""));
    expect(trace).toMatchObject([{ action: "areas.imported", role: "official", detail: { new: 3 } }]);
  }));

test("a dry run writes nothing, and the same list again changes nothing", () =>
  inRollback(async (world) => {
    const official = as(world, "official", "试区");
    expect((await read(official, world, list, { apply: false })).report).toMatchObject({ applied: false, new: 3 });
    expect(await below(world, "甲街道")).toHaveLength(2);
    await read(official, world);
    expect((await read(official, world)).report).toMatchObject({ applied: true, new: 0, changed: 0, same: 3 });
    expect(await world.owner.select().from(imports).where(eq(imports.fileName, "areas.csv"))).toHaveLength(1);
  }));

test("one rejected row keeps everything out, unless it is to be skipped", () =>
  inRollback(async (world) => {
    const official = as(world, "official", "试区");
    const rows = `${list}x13,坏网格,planet,x1\n`;
    expect((await read(official, world, rows)).report).toMatchObject({ applied: false, rejected: 1 });
    expect(await below(world, "甲街道")).toHaveLength(2);
    const { report } = await read(official, world, rows, { skipRejected: true });
    expect(report).toMatchObject({ applied: true, new: 3, rejected: 1 });
    expect(report.rejections).toMatchObject([{ line: 5, column: "level", value: "planet" }]);
  }));

test("what is wrong stands under its column, and a parent rejected in the same list is not called unknown", () =>
  inRollback(async (world) => {
    const rows =
      '名称,code,level,parent,户数\n坏,x1,planet,,1\n子,x11,grid,x1,1\n孤,x12,grid,zz,1\n甲,x2,community,,"1,234"\n乙,x3,community,,"12,5"\n甲,x2,community,,"1,234"\n';
    const { report } = await read(as(world, "official", "试区"), world, rows, { apply: false });
    expect(report.rejections.map(({ line, column, reason, values }) => [line, column, reason, values])).toEqual([
      [2, "level", "area.import.level", {}],
      [3, "parent", "area.import.parentRejected", { line: 2 }],
      [4, "parent", "area.import.parentUnknown", { parent: "zz" }],
      [6, "户数", "area.import.whole", {}],
      [7, "code", "area.import.twice", { line: 5 }],
    ]);
  }));

test("a code that another area has waits for a decision", () =>
  inRollback(async (world) => {
    const official = as(world, "official", "试区");
    await read(official, world);
    const other = "code,name,level\nx1,旧社区,community\n";
    const open = await read(official, world, other);
    expect(open.report).toMatchObject({ applied: false, rejected: 1 });
    expect(open.undecided.map(({ entry }) => entry.name)).toEqual(["旧社区"]);
    const decisions = readDecisions(readTable("code,decision\nx1,same\n"), "local");
    expect((await read(official, world, other, { decisions })).report).toMatchObject({ applied: true, changed: 1 });
  }));

const shape = (west: number) => ({
  type: "FeatureCollection",
  features: [
    {
      type: "Feature",
      properties: { name: "甲一社区" },
      geometry: {
        type: "Polygon",
        coordinates: [
          [
            [west, 26],
            [west + 0.01, 26],
            [west + 0.01, 26.01],
            [west, 26.01],
            [west, 26],
          ],
        ],
      },
    },
  ],
});

function draw(ctx: Context, world: World, apply = true, west = 106) {
  return importBoundaries(ctx, {
    text: JSON.stringify(shape(west)),
    file: { name: "shapes.geojson", hash: "0" },
    system: "wgs84",
    intoId: areaId(world, "甲街道"),
    apply,
    skipRejected: false,
  });
}

const squareMetres = async (world: World) => {
  const [row] = await world.owner.execute(sql`select area_m2 as m2 from areas where id = ${areaId(world, "甲一社区")}`);
  return Number(row?.m2 ?? 0);
};

test("a boundary is kept with its size, once however often it is read, and anew where it was redrawn", () =>
  inRollback(async (world) => {
    const official = as(world, "official", "试区");
    expect(await draw(official, world, false)).toMatchObject({ applied: false, new: 1 });
    expect(await squareMetres(world)).toBe(0);
    expect(await draw(official, world)).toMatchObject({ applied: true, new: 1 });
    expect(await squareMetres(world)).toBeGreaterThan(1_000_000);
    expect(await draw(official, world)).toMatchObject({ new: 0, changed: 0, same: 1 });
    expect(await draw(official, world, true, 106.02)).toMatchObject({ new: 0, changed: 1, same: 0 });
    const trace = await world.owner.select().from(events).where(eq(events.action, "boundaries.imported"));
    expect(trace.filter(({ by }) => by === official.actor.name)).toHaveLength(2);
  }));

test("who may not import is refused, an area out of sight is not there, a closed one takes nothing", () =>
  inRollback(async (world) => {
    for (const work of [read, draw]) {
      await expect(work(as(world, "staff", "甲街道"), world)).rejects.toMatchObject({ code: "forbidden" });
      await expect(work(as(world, "official", "乙街道"), world)).rejects.toMatchObject({ code: "not-found" });
    }
    await world.owner.execute(sql`update areas set closed_on = '2026-01-01' where id = ${areaId(world, "甲街道")}`);
    for (const work of [read, draw])
      await expect(work(as(world, "official", "试区"), world)).rejects.toMatchObject({ code: "conflict" });
    expect(await below(world, "甲街道")).toHaveLength(2);
  }));

test("an area whose written parent nobody knows hangs under the area of the import, and that is told", () =>
  inRollback(async (world) => {
    const official = as(world, "official", "试区");
    const notices = async (text: string) => (await read(official, world, text, { apply: false })).report.notices;
    expect(await notices("code,name,level,parent\nx9,孤社区,community,zz\n")).toEqual([
      { reason: "area.import.assumed", values: { n: 1, names: "孤社区 (zz)", into: "甲街道" } },
    ]);
    expect(await notices(list)).toEqual([]);
  }));
