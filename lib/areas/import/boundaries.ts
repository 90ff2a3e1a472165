import "server-only";
import { sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { authorize } from "../../access/guard";
import { localDay } from "../../calendar/zone";
import type { Context } from "../../context";
import { Refusal } from "../../errors";
import { recordImport } from "../../events/record-import";
import type { ImportReport } from "../../exchange/report";
import { areaOf } from "../../shapes/cover";
import type { CoordinateSystem } from "../../shapes/model";
import { thinned } from "../../shapes/thin";
import { listTouchedCommunities, measureCoverage } from "../coverage";
import { knownTree } from "../known";
import { getArea, getOpenArea, listKnownAreas } from "../queries";
import { listShapes } from "../queries-places";
import { type BoundaryPlan, boundaryReport, planBoundaries } from "./boundary-plan";
import { type BoundaryKeys, readBoundarySheet } from "./boundary-sheet";

export type BoundaryImport = {
  text: string;
  file: { name: string; hash: string };
  system: CoordinateSystem;
  keys?: BoundaryKeys;
  intoId: string;
  apply: boolean;
  skipRejected: boolean;
};

/** Reads boundaries for areas that stand already, in the coordinate system that is named; all of it or nothing. */
export async function importBoundaries(ctx: Context, input: BoundaryImport): Promise<ImportReport> {
  authorize(ctx.actor, "area.import");
  const entries = readBoundarySheet(input.text, input.keys);
  await ctx.db.execute(sql`select hold_tree()`);
  const into = await getOpenArea(ctx, input.intoId);
  const known = await listKnownAreas(ctx, into, { scheme: "local", from: localDay(ctx.now), to: null });
  const top = known.find((area) => area.id === into.id);
  if (!top) throw new Refusal("not-found", "area.missing");
  const shapes = new Map((await listShapes(ctx, into)).map(({ areaId, shape }) => [areaId, shape]));
  const plan = planBoundaries(entries, { tree: knownTree(known, top), shapes, system: input.system });
  const report = boundaryReport(input.file.name, entries.length, plan);
  if (input.apply && (report.rejected === 0 || input.skipRejected)) {
    report.applied = true;
    if (plan.shapes.length > 0) await write(ctx, input, { plan, report });
  }
  return report;
}

async function write(
  ctx: Context,
  input: BoundaryImport,
  { plan, report }: { plan: BoundaryPlan; report: ImportReport },
): Promise<void> {
  for (const { areaId, shape } of plan.shapes) {
    const [whole, outline] = [JSON.stringify(shape), JSON.stringify(thinned(shape))];
    await ctx.db.execute(sql`
      insert into boundaries (area_id, area_pos, shape, outline, drawn)
      select id, pos, ${whole}::text::jsonb, ${outline}::text::jsonb, 'imported' from areas where id = ${areaId}
      on conflict (area_id) do update set shape = excluded.shape, outline = excluded.outline, drawn = excluded.drawn`);
    await ctx.db.execute(sql`update areas set area_m2 = ${areaOf(shape)} where id = ${areaId}`);
  }
  await measureCoverage(
    ctx,
    await listTouchedCommunities(
      ctx,
      plan.shapes.map(({ areaId }) => areaId),
    ),
  );
  await ctx.db.execute(sql`select fill_ground()`);
  await recordImport(ctx, {
    id: uuidv7(),
    kind: "boundaries",
    into: await getArea(ctx, input.intoId),
    file: input.file,
    counts: report,
    detail: { system: input.system },
  });
}
