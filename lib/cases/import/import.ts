import "server-only";
import { sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { authorize } from "../../access/guard";
import { knownTree } from "../../areas/known";
import { type AreaRow, getOpenArea, listKnownAreas } from "../../areas/queries";
import { listShapes } from "../../areas/queries-places";
import { localDay } from "../../calendar/zone";
import type { Context } from "../../context";
import { Refusal } from "../../errors";
import { record } from "../../events/record";
import { recordImport } from "../../events/record-import";
import type { RowBatch, TableStream } from "../../exchange/table-stream";
import { getSettings } from "../../settings/queries";
import { holding, listCategories, listRules } from "../catalogue/queries";
import type { CaseMapping } from "./mapping";
import { placing } from "./placing";
import { categoryFinder, type ReadyCase, readiness } from "./ready";
import { type CaseImportReport, ImportRun } from "./run";
import { caseSheet } from "./sheet";
import { addImported, changeImported, findImported, type Stored } from "./write";

export type CaseImport = {
  sheet: TableStream;
  file: string;
  mapping: CaseMapping;
  intoId: string;
  apply: boolean;
  skipRejected: boolean;
  /** Hears how many rows were read, and when they are being counted. */
  progress: (rows: number, step: "read" | "count") => void;
};

/**
 * Reads requests from a sheet: all of it or nothing, and nothing at all unless `apply`. A request is known by its source
 * and its id there; said again as before it stays as it is, whatever was done with it here since.
 */
export async function importCases(ctx: Context, input: CaseImport): Promise<CaseImportReport> {
  authorize(ctx.actor, "case.import");
  await ctx.db.execute(sql`select await_tree()`);
  await holdSource(ctx, input.mapping.source);
  const into = await getOpenArea(ctx, input.intoId);
  const take = await taker(ctx, into, input);
  const run = new ImportRun(input, ctx.now);
  const importId = uuidv7();
  const isWritten = () => input.apply && (run.rejected === 0 || input.skipRejected);
  await ctx.db.execute(sql`savepoint cases_import`);
  for await (const batch of input.sheet.batches) {
    const ready = take(batch, run);
    const stored = await findImported(ctx, input.mapping.source, ready);
    const { fresh, changed } = sorted(ready, stored, run);
    if (isWritten()) await writeBatch(ctx, { fresh, changed, importId, input, into }, run);
    input.progress(run.read, "read");
  }
  if (isWritten()) await finish(ctx, { importId, input, into }, run);
  else await ctx.db.execute(sql`rollback to savepoint cases_import`);
  return run.report(isWritten());
}

/** Of two imports of one source the second waits, and finds what the first has written. */
async function holdSource(ctx: Context, source: string): Promise<void> {
  await ctx.db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`import ${source}`}, 0))`);
}

/** Turns rows into requests that are ready to be written; what is wrong with the others is noted. */
async function taker(ctx: Context, into: AreaRow, { mapping, sheet }: CaseImport) {
  const known = await listKnownAreas(ctx, into, {
    scheme: mapping.area.code?.scheme ?? "local",
    from: localDay(ctx.now),
    to: null,
  });
  const top = known.find(({ id }) => id === into.id);
  if (!top) throw new Refusal("not-found", "area.missing");
  const tree = knownTree(known, top);
  const drawn = mapping.area.point ? await listShapes(ctx, into) : [];
  const shapes = drawn.flatMap(({ areaId, shape }) => {
    const of = tree.byId.get(areaId);
    return of ? [{ of, shape }] : [];
  });
  const read = caseSheet(mapping, sheet, ctx.now);
  const categories = categoryFinder(mapping, await listCategories(ctx), holding(await listRules(ctx)));
  const ready = readiness(mapping, {
    place: placing(tree, shapes, mapping.area),
    categories,
    settings: await getSettings(ctx),
  });
  return ({ rows, rejections }: RowBatch, run: ImportRun): ReadyCase[] => {
    run.take(rows.length, rejections);
    return rows.flatMap((row) => {
      const entry = read(row);
      const found = Array.isArray(entry) ? entry : ready(entry);
      return Array.isArray(found) ? run.reject(found) : run.keep(found);
    });
  };
}

type Sorted = { fresh: ReadyCase[]; changed: { found: ReadyCase; stored: Stored }[] };

function sorted(ready: ReadyCase[], stored: Map<string, Stored>, run: ImportRun): Sorted {
  const result: Sorted = { fresh: [], changed: [] };
  for (const found of ready) {
    const known = stored.get(found.entry.key);
    if (!known) result.fresh.push(found);
    else if (known.sourceHash !== found.hash) result.changed.push({ found, stored: known });
    else run.same += 1;
  }
  run.fresh += result.fresh.length;
  run.changed += result.changed.length;
  return result;
}

type Writing = { importId: string; input: CaseImport; into: AreaRow };

async function writeBatch(
  ctx: Context,
  { fresh, changed, ...writing }: Writing & Sorted,
  run: ImportRun,
): Promise<void> {
  const { importId, input, into } = writing;
  const added = await addImported(ctx, { source: input.mapping.source, importId }, fresh);
  for (const { entry } of fresh.filter((found) => !added.has(found.entry.key))) {
    run.fresh -= 1;
    run.reject([
      { ...entry.row, column: input.mapping.id, value: entry.key, reason: "case.import.elsewhere", values: {} },
    ]);
  }
  if (changed.length === 0) return;
  const before = await changeImported(ctx, changed);
  await record(ctx, {
    subject: "import",
    id: importId,
    action: "cases.changed",
    areaPos: into.pos,
    detail: { file: input.file, changed: changed.length },
    counts: { of: "cases", before },
  });
}

async function finish(ctx: Context, { importId, input, into }: Writing, run: ImportRun): Promise<void> {
  if (run.fresh + run.changed === 0) return;
  const { read, fresh, changed, same, rejected, excluded } = run;
  input.progress(read, "count");
  await recordImport(ctx, {
    id: importId,
    kind: "cases",
    into,
    file: { name: input.file, hash: input.sheet.hash },
    counts: { read, new: fresh, changed, same, rejected, excluded },
    detail: { source: input.mapping.source },
  });
}
