import "server-only";
import { sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { authorize } from "../../access/guard";
import type { Context } from "../../context";
import { Refusal } from "../../errors";
import { recordImport } from "../../events/record-import";
import { type ImportReport, type Rejection, rejectedLines } from "../../exchange/report";
import type { Table } from "../../exchange/table";
import { knownTree } from "../known";
import { type CodeScheme, canonicalCode } from "../model";
import { getArea, getOpenArea, listKnownAreas } from "../queries";
import type { AreaDecision } from "./decisions";
import { planAreas } from "./plan";
import type { AreaPlan, Undecided } from "./planning";
import { type AreaSheet, readAreaSheet } from "./sheet";

export type AreaImport = {
  table: Table;
  file: { name: string; hash: string };
  scheme: CodeScheme;
  /** First and last day on which the codes of the file hold. */
  from: string;
  to: string | null;
  intoId: string;
  decisions: Map<string, AreaDecision>;
  apply: boolean;
  skipRejected: boolean;
};

export type AreaImportResult = { report: ImportReport; undecided: Undecided[] };

/** Reads a list of areas into the tree: all of it or nothing, and nothing at all unless `apply`. */
export async function importAreas(ctx: Context, input: AreaImport): Promise<AreaImportResult> {
  authorize(ctx.actor, "area.import");
  await ctx.db.execute(sql`select hold_tree()`);
  const into = await getOpenArea(ctx, input.intoId);
  const known = await listKnownAreas(ctx, into, input);
  const top = known.find((area) => area.id === into.id);
  if (!top) throw new Refusal("not-found", "area.missing");
  const sheet = readAreaSheet(input.table, input.scheme);
  const plan = planAreas(sheet.entries, { ...input, tree: knownTree(known, top), newId: uuidv7 });
  const report = reportOf(input, sheet, plan);
  const isChange = report.new + report.changed > 0;
  if (input.apply && (report.rejected === 0 || input.skipRejected)) {
    report.applied = true;
    if (isChange) await write(ctx, input, { plan, report });
  }
  return { report, undecided: plan.undecided };
}

function reportOf(input: AreaImport, sheet: AreaSheet, plan: AreaPlan): ImportReport {
  const refused = plan.rejections.map((rejection) => inWordsOf(sheet, rejection, input.scheme));
  const rejections = [...sheet.rejections, ...refused].sort((a, b) => a.line - b.line);
  const rejected = rejectedLines(rejections);
  return {
    kind: "areas",
    file: input.file.name,
    columns: input.table.columns,
    separator: input.table.separator,
    applied: false,
    read: input.table.rows.length + rejectedLines(input.table.rejections),
    new: plan.adds.length,
    changed: plan.changed,
    same: plan.same,
    skipped: plan.skipped,
    rejected,
    rejections,
    notices: plan.notices,
  };
}

/** Under the header of the file; a parent that stands in the file and was rejected there is not called unknown. */
function inWordsOf({ headerOf, unread }: AreaSheet, rejection: Rejection, scheme: CodeScheme): Rejection {
  const column = headerOf(rejection.column ?? "name");
  const parent = canonicalCode(scheme, String(rejection.values.parent ?? ""));
  const line = parent === null ? undefined : unread.get(parent);
  if (rejection.reason !== "area.import.parentUnknown" || line === undefined) return { ...rejection, column };
  return { ...rejection, column, reason: "area.import.parentRejected", values: { line } };
}

type Written = { plan: AreaPlan; report: ImportReport };

async function write(ctx: Context, input: AreaImport, { plan, report }: Written): Promise<void> {
  const adds = plan.adds.map((area) => ({
    id: area.id,
    parent_id: area.parentId,
    level: area.level,
    name: area.name,
    plain_name: area.plainName,
    kind: area.kind,
    households: area.households,
    residents: area.residents,
    closed_on: input.to,
  }));
  if (adds.length > 0) await ctx.db.execute(sql`select add_areas(${JSON.stringify(adds)}::text::jsonb)`);
  for (const { areaId, parentId } of plan.moves) await ctx.db.execute(sql`select move_area(${areaId}, ${parentId})`);
  await endCodes(ctx, input, plan);
  await renameCodes(ctx, input, plan);
  await addCodes(ctx, input, plan);
  await updateAreas(ctx, plan);
  await addPredecessors(ctx, plan);
  await recordImport(ctx, {
    id: uuidv7(),
    kind: "areas",
    into: await getArea(ctx, input.intoId),
    file: input.file,
    counts: report,
    detail: { scheme: input.scheme, moved: plan.moves.length },
  });
}

/** A code that passes to another area, or that an area gives up for a new one, ends on the day before. */
async function endCodes(ctx: Context, { scheme, from }: AreaImport, plan: AreaPlan): Promise<void> {
  const replaced = plan.codes.flatMap(({ areaId, replaces }) =>
    replaces === null ? [] : [{ areaId, code: replaces }],
  );
  for (const { areaId, code } of [...plan.endedCodes, ...replaced]) {
    const ended = await ctx.db.execute(sql`
      update area_codes set valid_to = ${from}::date - 1
      where area_id = ${areaId} and scheme = ${scheme} and code = ${code} and valid_from < ${from}::date
        and coalesce(valid_to, 'infinity') >= ${from}::date returning id`);
    if (ended.length === 0) throw new Refusal("conflict", "area.import.codeSameDay", { code }, "from");
  }
}

async function renameCodes(ctx: Context, { scheme, from }: AreaImport, plan: AreaPlan): Promise<void> {
  for (const { areaId, code, name } of plan.codeNames) {
    await ctx.db.execute(sql`
      update area_codes set name = ${name} where area_id = ${areaId} and scheme = ${scheme} and code = ${code}
        and daterange(valid_from, valid_to, '[]') && daterange(${from}, null)`);
  }
}

async function addCodes(ctx: Context, { scheme, from, to }: AreaImport, plan: AreaPlan): Promise<void> {
  const codes = plan.codes.map(({ areaId, code, name }) => ({ id: uuidv7(), area_id: areaId, code, name }));
  if (codes.length === 0) return;
  await ctx.db.execute(sql`
    insert into area_codes (id, area_id, area_pos, scheme, code, name, valid_from, valid_to)
    select c.id, a.id, a.pos, ${scheme}, c.code, c.name, ${from}, ${to}
    from jsonb_to_recordset(${JSON.stringify(codes)}::text::jsonb) c (id uuid, area_id uuid, code text, name text)
    join areas a on a.id = c.area_id`);
}

async function updateAreas(ctx: Context, plan: AreaPlan): Promise<void> {
  if (plan.updates.length === 0) return;
  const rows = plan.updates.map(({ areaId, set }) => ({
    id: areaId,
    name: set.name,
    plain_name: set.plainName,
    kind: set.kind,
    households: set.households,
    residents: set.residents,
  }));
  await ctx.db.execute(sql`
    update areas a set name = coalesce(r.name, a.name), plain_name = coalesce(r.plain_name, a.plain_name),
      kind = coalesce(r.kind, a.kind), households = coalesce(r.households, a.households), residents = coalesce(r.residents, a.residents)
    from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) r (id uuid, name text, plain_name text, kind text, households int, residents int)
    where a.id = r.id`);
  await ctx.db.execute(sql`select fill_ground()`);
}

async function addPredecessors(ctx: Context, { predecessors }: AreaPlan): Promise<void> {
  for (const { areaId, predecessorId } of predecessors) {
    await ctx.db.execute(sql`
      insert into area_predecessors (area_id, area_pos, predecessor_id) select id, pos, ${predecessorId} from areas where id = ${areaId}`);
  }
}
