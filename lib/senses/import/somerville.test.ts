import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { test } from "vitest";
import type { Context } from "../../context";
import { readMapping } from "../../exchange/mapping";
import { readTable } from "../../exchange/table";
import { areaId, as, inRollback } from "../../testing";
import { answerMapping } from "../input";
import { senseFigures } from "../queries";
import { publishWaiting } from "../testing";
import { importAnswers } from "./import";

const shared = ["../shared", "../../shared"].find((dir) => existsSync(join(dir, "data/surveys")));
const survey = join(shared ?? "", "data/surveys/somerville_happiness_2011_2013_2015.csv");
const skipped = shared ? "" : " (SKIPPED: ../shared/data/surveys is not there)";

test.skipIf(!shared)(`three rounds of Somerville say what a recount says${skipped}`, { timeout: 60_000 }, () =>
  inRollback(async (world) => {
    const ctx = as(world, "official", "试城");
    const intoId = areaId(world, "试城");
    await plantWards(ctx, intoId);
    const text = readFileSync(survey, "utf8");
    const mapping = readMapping(answerMapping, readFileSync("examples/somerville-map.json", "utf8"));
    const file = { name: "somerville.csv", hash: "0".repeat(64) };
    const how = { apply: true, skipRejected: false, replace: false };
    const report = await importAnswers(ctx, { table: readTable(text), file, mapping, intoId, ...how });
    assert.deepEqual([report.read, report.new, report.rejected, report.leftOut], [6545, 6545, 0, 45]);
    await publishWaiting(world);

    const told = await world.owner.execute<SumRow>(sql`
      select r.name, c.key, c.n, c.missing, c.mean, c.variance, c.top from round_cells c
      join rounds r on r.id = c.round_id where c.area_id = ${intoId} and c.key like 'item.%' order by 1, 2`);
    const counted = Object.entries(mapping.items).flatMap(([code, { column, scale }]) =>
      ["2011", "2013", "2015"].flatMap((year) => {
        const sums = recounted(text, column, year, scale ?? [1, 5]);
        return sums.n > 0 ? [{ name: `Somerville ${year}`, key: `item.${code}`, ...sums }] : [];
      }),
    );
    assert.equal(counted.length, 18);
    const order = ({ name, key }: SumRow) => `${name} ${key}`;
    assert.deepEqual(
      told.map(rounded).sort((a, b) => (order(a) < order(b) ? -1 : 1)),
      counted.map(rounded).sort((a, b) => (order(a) < order(b) ? -1 : 1)),
    );
  }),
);

test.skipIf(!shared)(`the city can say that satisfaction with the place rose${skipped}`, { timeout: 60_000 }, () =>
  inRollback(async (world) => {
    const ctx = as(world, "official", "试城");
    const city = { id: areaId(world, "试城"), level: "city", pos: ctx.actor.pos, last: ctx.actor.last } as const;
    await plantWards(ctx, city.id);
    const mapping = readMapping(answerMapping, readFileSync("examples/somerville-map.json", "utf8"));
    const file = { name: "somerville.csv", hash: "0".repeat(64) };
    const how = { apply: true, skipRejected: false, replace: false, intoId: city.id };
    await importAnswers(ctx, { table: readTable(readFileSync(survey, "utf8")), file, mapping, ...how });
    await publishWaiting(world);
    const [in2013] = await senseFigures(ctx, city, "2013-12-31");
    const [in2015, , safe2015] = await senseFigures(ctx, city, "2015-12-31");
    assert.deepEqual(
      [in2013, in2015].map((gain) => [gain?.value?.toFixed(2), gain?.denominator]),
      [
        ["74.21", 193],
        ["80.36", 185],
      ],
    );
    assert.deepEqual([in2015?.before.direction, safe2015?.before.direction], ["up", "none"]);
    const byHand = wilsonByHand(137, 185);
    assert.deepEqual([in2015?.topBox?.numerator, in2015?.topBox?.denominator], [137, 185]);
    assert.deepEqual(
      in2015?.topBox?.interval?.map((end) => end.toFixed(12)),
      byHand.map((end) => end.toFixed(12)),
    );
  }),
);

const rounded = (row: SumRow): SumRow => ({
  ...row,
  mean: Number(row.mean.toFixed(9)),
  variance: Number(row.variance.toFixed(9)),
});

type SumRow = { name: string; key: string; n: number; missing: number; mean: number; variance: number; top: number };

async function plantWards(ctx: Context, parentId: string): Promise<void> {
  const wards = Array.from({ length: 7 }, (_, n) => ({ id: uuidv7(), name: `Ward ${n + 1}` }));
  const rows = wards.map(({ id, name }) => ({ id, parent_id: parentId, level: "community", name, plain_name: name }));
  await ctx.db.execute(sql`select add_areas(${JSON.stringify(rows)}::text::jsonb)`);
  for (const [n, { id }] of wards.entries())
    await ctx.db.execute(sql`
      insert into area_codes (id, area_id, area_pos, scheme, code, valid_from)
      select ${uuidv7()}, id, pos, 'local', ${`somerville-ward-${n + 1}`}, '2000-01-01' from areas where id = ${id}`);
}

/** Straight from the file, with nothing of ours but the bounds of the scale. */
function recounted(text: string, column: string, year: string, [low, high]: [number, number]) {
  const [head = "", ...lines] = text.trim().split(/\r?\n/);
  const at = head.split(",").indexOf(column);
  const cells = lines.map((line) => line.split(",")).filter((row) => row[1] === year);
  const marks = cells.map((row) => Number(row[at] || "none")).filter((mark) => mark >= low && mark <= high);
  const mean = marks.reduce((sum, mark) => sum + mark, 0) / marks.length;
  const variance = marks.reduce((sum, mark) => sum + (mark - mean) ** 2, 0) / (marks.length - 1);
  const from = high === 5 ? 4 : 8;
  return {
    n: marks.length,
    missing: cells.length - marks.length,
    mean,
    variance,
    top: marks.filter((mark) => mark >= from).length,
  };
}

function wilsonByHand(k: number, n: number): [number, number] {
  const [p, z] = [k / n, 1.959963984540054];
  const centre = (p + z ** 2 / (2 * n)) / (1 + z ** 2 / n);
  const half = (z * Math.sqrt((p * (1 - p)) / n + z ** 2 / (4 * n ** 2))) / (1 + z ** 2 / n);
  return [centre - half, centre + half];
}
