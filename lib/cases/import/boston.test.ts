import { createReadStream, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { expect, test } from "vitest";
import { readBoundarySheet } from "../../areas/import/boundary-sheet";
import { plainName } from "../../areas/model";
import { getArea } from "../../areas/queries";
import { listFigures } from "../../board/breakdown";
import { readMapping } from "../../exchange/mapping";
import { readTable } from "../../exchange/table";
import { streamTable } from "../../exchange/table-stream";
import { as, inRollback, type World } from "../../testing";
import { importCases } from "./import";
import { caseMapping } from "./mapping";

const shared = join(process.cwd(), "../shared/data");
const sheet = join(shared, "requests/boston311_2011_10.csv");
const oracle = join(shared, "oracles/boston311_2011_10.json");
const boundaries = join(shared, "geo/boston_neighborhoods.geojson");
const missing = ![sheet, oracle, boundaries].every((file) => existsSync(file));
const note = missing ? " (SKIPPED: ../shared/data is not there)" : "";

/** The areas of the example, beside the small world: of them the first is the city. */
async function plant(world: World, file: string): Promise<string> {
  const city = world.areas.find(({ level }) => level === "city");
  const names = readTable(readFileSync(join("examples", file), "utf8")).rows.map(({ cells }) => cells[1] ?? "");
  const ids = names.map(() => uuidv7());
  const from = (city?.last ?? 0) - 3000;
  const last = from + names.length * 8 + 8;
  for (const [index, name] of names.entries()) {
    const [id, pos] = [ids[index], from + index * 8];
    const [parent, level] = index === 0 ? [city?.id, "district"] : [ids[0], "community"];
    await world.owner.execute(sql`
      insert into areas (id, parent_id, level, name, plain_name, pos, last)
      values (${id}, ${parent}, ${level}, ${name}, ${plainName(name)}, ${pos}, ${index === 0 ? last : pos + 7})`);
  }
  await world.owner.execute(sql`select note_ancestors(${from}, ${last})`);
  return ids[0] ?? "";
}

/** As an import of boundaries would, but for the tree, which it would hold while other tests wait for it. */
async function draw(world: World, boston: string): Promise<void> {
  const entries = readBoundarySheet(readFileSync(boundaries, "utf8"));
  for (const { name, read: found } of entries) {
    if ("fault" in found) throw new Error(`${name}: ${found.fault.reason}`);
    const shape = JSON.stringify(found.shape);
    await world.owner.execute(sql`
      insert into boundaries (area_id, area_pos, shape, outline, drawn)
      select id, pos, ${shape}::text::jsonb, ${shape}::text::jsonb, 'imported' from areas
      where parent_id = ${boston} and name = ${name}`);
  }
}

async function read(world: World, intoId: string, map: string) {
  return importCases(as(world, "official", "试城"), {
    sheet: await streamTable(() => createReadStream(sheet)),
    file: "boston311_2011_10.csv",
    mapping: readMapping(caseMapping, readFileSync(join("examples", map), "utf8")),
    intoId,
    apply: true,
    skipRejected: false,
    progress: () => {},
  });
}

/** Wide enough to hold every due time. */
const days = { from: "2011-10-01", to: "2018-12-31" };

async function rates(world: World, areaId: string) {
  const ctx = as(world, "official", "试城");
  const groups = await listFigures(ctx, await getArea(ctx, areaId), days, "child");
  return groups.map(({ name, figures }) => {
    const rate = figures.find(({ key }) => key === "closed_on_time");
    const received = figures.find(({ key }) => key === "received");
    return { name, received: received?.value, rate };
  });
}

type Counts = { total: number; has_target: number; target_closed_on_time: number; on_time_rate_due_only: number };

test.skipIf(missing)(`every neighbourhood is on time as often as its dates say${note}`, { timeout: 120_000 }, () =>
  inRollback(async (world) => {
    const boston = await plant(world, "boston-areas.csv");
    expect(await read(world, boston, "boston-map.json")).toMatchObject({
      applied: true,
      read: 9999,
      new: 9999,
      rejected: 0,
    });
    // JSON of the shared data, in the shape its own note names.
    const published = JSON.parse(readFileSync(oracle, "utf8")).by_neighborhood as Record<string, Counts>;
    const [whole, ...parts] = await rates(world, boston);
    expect(whole?.rate).toMatchObject({ numerator: 6968, denominator: 8939, excluded: { no_limit: 1060, not_due: 0 } });
    expect(((whole?.rate?.value ?? 0) * 100).toFixed(2)).toBe("77.95");
    const own = { ...published["(blank)"] };
    const named = Object.entries(published).filter(([name]) => name !== "(blank)" && name !== "Boston");
    for (const [name, counts] of named) {
      const part = parts.find((candidate) => candidate.name === name);
      expect([name, part?.received, part?.rate?.numerator, part?.rate?.denominator]).toEqual([
        name,
        counts.total,
        counts.target_closed_on_time,
        counts.has_target,
      ]);
      expect((part?.rate?.value ?? 0) * 100).toBeCloseTo(counts.on_time_rate_due_only, 3);
    }
    const unplaced = parts.find(({ name }) => name === "unplaced");
    const city = published.Boston;
    expect(unplaced?.received).toBe((own.total ?? 0) + (city?.total ?? 0));
    expect(unplaced?.rate?.denominator).toBe((own.has_target ?? 0) + (city?.has_target ?? 0));
    expect(parts).toHaveLength(named.length + 1);

    expect(await read(world, boston, "boston-map.json")).toMatchObject({ new: 0, changed: 0, same: 9999 });
    expect(await read(world, boston, "boston-invalid-map.json")).toMatchObject({ new: 0, changed: 1177, same: 8822 });
    const [honest] = await rates(world, boston);
    expect(honest?.rate).toMatchObject({
      numerator: 5883,
      denominator: 7791,
      excluded: { duplicate: 908, invalid: 269 },
    });
    expect(((honest?.rate?.value ?? 0) * 100).toFixed(2)).toBe("75.51");
    expect(honest?.received).toBe(9999);
  }),
);

test.skipIf(missing)(`the city's own mark is explained to the row${note}`, { timeout: 120_000 }, () =>
  inRollback(async (world) => {
    const { details } = await read(world, await plant(world, "boston-areas.csv"), "boston-map.json");
    expect(details.flags.map(({ times, flag, agrees, n }) => [times, flag, agrees, n])).toEqual([
      ["on_time", "on_time", true, 6968],
      ["late", "late", true, 1287],
      ["no_limit", "on_time", false, 1060],
      ["late_open", "late", true, 653],
      ["late", "blank", false, 31],
    ]);
    expect(details.differences.filter(({ what }) => what === "flag")).toHaveLength(1060 + 31);
  }),
);

test.skipIf(missing)(
  `by point every request is placed in what is drawn, and disagreements are listed${note}`,
  { timeout: 120_000 },
  () =>
    inRollback(async (world) => {
      const boston = await plant(world, "boston-drawn-areas.csv");
      await draw(world, boston);
      const { details, ...report } = await read(world, boston, "boston-point-map.json");
      expect(report).toMatchObject({ applied: true, new: 9999, rejected: 0 });
      expect(details.unplaced).toBe(8);
      const differing = details.differences.filter(({ what }) => what === "place");
      expect(differing).toHaveLength(details.places.reduce((sum, { n }) => sum + n, 0));
      expect(differing).toHaveLength(532);
      expect(details.places[0]).toEqual({ name: "Dorchester", point: "Downtown", n: 59 });
      const [whole, ...parts] = await rates(world, boston);
      expect(whole?.rate).toMatchObject({ numerator: 6968, denominator: 8939 });
      expect(parts.reduce((sum, { received }) => sum + (received ?? 0), 0)).toBe(9999);
    }),
);
