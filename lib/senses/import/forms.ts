import "server-only";
import { sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { authorize } from "../../access/guard";
import { getOpenArea } from "../../areas/queries";
import { localDay } from "../../calendar/zone";
import { withoutNumbers } from "../../concealed";
import type { Context } from "../../context";
import { Refusal } from "../../errors";
import { record } from "../../events/record";
import { type ImportReport, type Notice, type Rejection, rejectedLines } from "../../exchange/report";
import type { Table } from "../../exchange/table";
import { unwanted } from "../../typed";
import type { AnswerMapping } from "../input";
import { type AskedItem, askedCodes } from "../items";
import { listItems } from "../paper/queries";
import { requireAsked, requireTaking } from "../paper/taking";
import { type CollectedRound, findRound, listAskedAreas } from "../queries-collect";
import { digestOf } from "./digest";
import { guessedMatching } from "./matching";
import type { Matching } from "./model";
import { areaFinder, countedArea, treeOf } from "./placing";
import { readReport } from "./read-report";
import { type AnswerRow, type AnswerSheet, readAnswerSheet } from "./sheet";
import { shuffled } from "./shuffled";

export type FormsImport = {
  roundId: string;
  table: Table;
  file: { name: string };
  /** As somebody chose it; null finds the columns by their headers. */
  matching: Matching | null;
  words: FormWords;
  skipRejected: boolean;
  /** The digest of what was looked at; without it nothing is written. */
  accepted: string | undefined;
};

/** How a mark from 1 to 5 is said, and no answer, in every language. */
export type FormWords = { agree: Record<string, number>; none: string[] };

export type FormsReport = ImportReport & { hash: string; matching: Matching };

type Form = { areaId: string; marks: AnswerRow["marks"]; words: AnswerRow["words"] };

/**
 * Takes paper forms that were collected in a sheet into an open round: all of it or nothing, and nothing at all unless
 * the same was looked at before. They go the way of forms that are keyed in: a pile for each community, mixed at once,
 * of which the totals stay. A sheet is known by one digest over all of its rows until the round is closed.
 */
export async function importForms(ctx: Context, input: FormsImport): Promise<FormsReport> {
  const round = await findRound(ctx, input.roundId);
  if (!round) throw new Refusal("not-found", "round.missing");
  authorize(ctx.actor, "sense.collect");
  requireTaking(round);
  await ctx.db.execute(sql`select await_tree()`);
  const items = await listItems(ctx, round.instrumentId);
  const areas = await listAskedAreas(ctx, round);
  const matching = input.matching ?? guessedMatching(input.table.columns, { items, areas });
  const read = await readForms(ctx, input, { round, items, matching });
  const report = reportOf(input, matching, read);
  if (input.accepted !== undefined && input.accepted !== report.hash)
    throw new Refusal("conflict", "case.sheet.otherSheet", {}, "file");
  if (!(await isNewSheet(ctx, round, input.table))) return sameOf(report);
  report.applied = isWritten(input, report);
  if (report.applied && report.rejected > 0) report.notices.push({ reason: "sense.import.restAlone", values: {} });
  if (report.applied) await write(ctx, round, read);
  else await ctx.db.execute(sql`rollback to savepoint forms_import`);
  return report;
}

const isWritten = ({ accepted, skipRejected }: FormsImport, report: FormsReport) =>
  accepted !== undefined && report.new > 0 && (report.rejected === 0 || skipRejected);

type Asked = { round: CollectedRound; items: AskedItem[]; matching: Matching };
type Read = { forms: Form[]; rejections: Rejection[]; leftOut: Rejection[]; notices: Notice[] };

async function readForms(
  ctx: Context,
  { table, words }: FormsImport,
  { round, items, matching }: Asked,
): Promise<Read> {
  const mapping = mappingOf(round, { items, matching, words });
  const isMatched = Object.keys(mapping.items).length > 0;
  const missing = [...(isMatched ? [] : ["noColumns"]), ...(matching.area ? [] : ["noArea"])];
  const notices = missing.map((reason): Notice => ({ reason: `sense.import.${reason}`, values: {} }));
  if (notices.length > 0) return { forms: [], rejections: [], leftOut: [], notices };

  const spans = new Map(items.map((item) => [item.code, item]));
  const sheet = readAnswerSheet(table, mapping, spans, false);
  const place = await placer(ctx, round, { matching, sheet });
  const rows = sheet.rounds.flatMap((each) => each.rows);
  const rejections = [...sheet.rejections];
  let starred = 0;
  const forms = rows.flatMap((row): Form[] => {
    const { marks, words: said, isStarred } = kept(row, items);
    const areaId = place(row.areaWord);
    if (areaId === null)
      rejections.push({
        ...row.row,
        column: sheet.areaColumn,
        value: row.areaWord ?? "",
        reason: "sense.import.areaHere",
        values: {},
      });
    else if (Object.keys({ ...marks, ...said }).length === 0)
      rejections.push({ ...row.row, column: null, value: null, reason: "sense.import.nothing", values: {} });
    else {
      starred += isStarred ? 1 : 0;
      return [{ areaId, marks, words: said }];
    }
    return [];
  });
  if (starred > 0) notices.push({ reason: "sense.import.starred", values: { n: starred } });
  return { forms, rejections, leftOut: sheet.leftOut, notices };
}

type Choice = { items: AskedItem[]; matching: Matching; words: FormWords };

function mappingOf(round: CollectedRound, { items, matching, words }: Choice): AnswerMapping {
  const { columns, area } = matching;
  const mapped = items.flatMap(({ code, kind, low, high, options }) => {
    const isAgreeing = kind === "scale" && low === 1 && high === 5 && options.length === 0;
    return columns[code] ? [[code, { column: columns[code], values: isAgreeing ? words.agree : {} }] as const] : [];
  });
  return {
    instrument: { key: round.instrumentId, version: 1 },
    mode: round.mode,
    round: { key: round.id, closes: round.closesOn },
    area: area?.of === "column" ? { column: area.header, aliases: {} } : undefined,
    missing: words.none,
    values: {},
    items: Object.fromEntries(mapped),
  };
}

type Placing = { matching: Matching; sheet: AnswerSheet };

/** The area of a row, as far as the round asks there and the actor sees it; null where the sheet names none. */
async function placer(ctx: Context, round: CollectedRound, { matching: { area } }: Placing) {
  if (area?.of === "area") {
    const chosen = await getOpenArea(ctx, area.id);
    requireAsked(round, chosen);
    return () => chosen.id;
  }
  const own = { id: ctx.actor.areaId, pos: ctx.actor.pos, last: ctx.actor.last };
  const tree = await treeOf(ctx, round.isOwn ? { id: round.areaId, pos: round.areaPos, last: round.areaLast } : own);
  const find = areaFinder(tree);
  return (word: string | null): string | null => {
    const found = word === null ? null : find(word);
    return found && (countedArea(tree, found)?.id ?? null);
  };
}

/** What of a row is kept: no answer to what it was not asked, no number that leads to a person. */
function kept({ marks, words }: AnswerRow, items: AskedItem[]) {
  const asked = new Set(askedCodes(items, marks));
  const of = <V>(given: Record<string, V>) => Object.entries(given).filter(([code]) => asked.has(code));
  const said = of(words).map(([code, text]) => [code, text.replace(unwanted, "").normalize("NFC").trim()] as const);
  const plain = said.map(([code, text]) => [code, withoutNumbers(text)] as const).filter(([, text]) => text !== "");
  const isStarred = said.some(([, text]) => withoutNumbers(text) !== text);
  return { marks: Object.fromEntries(of(marks)), words: Object.fromEntries(plain), isStarred };
}

function reportOf(input: FormsImport, matching: Matching, read: Read): FormsReport {
  const { table, roundId } = input;
  return {
    ...readReport(input, read),
    new: read.forms.length,
    changed: 0,
    same: 0,
    notices: read.notices,
    matching,
    hash: digestOf([roundId, table.columns, table.rows, matching]),
  };
}

const sameOf = (report: FormsReport): FormsReport => ({
  ...report,
  ...{ new: 0, same: report.new, rejected: 0, leftOut: 0, rejections: [] },
  notices: [{ reason: "sense.import.known", values: {} }],
});

/** Whether the round has not had this sheet yet, in whatever order its rows stand; notes that it has, until what follows is rolled back. */
async function isNewSheet(ctx: Context, round: CollectedRound, { columns, rows }: Table): Promise<boolean> {
  const receipt = digestOf([columns, rows.map(({ cells }) => JSON.stringify(cells)).sort()]);
  await ctx.db.execute(sql`savepoint forms_import`);
  const [taken] = await ctx.db.execute<{ isNew: boolean }>(sql`select take_sheet(${round.id}, ${receipt}) as "isNew"`);
  return taken?.isNew === true;
}

async function write(ctx: Context, round: CollectedRound, { forms, rejections, leftOut }: Read): Promise<void> {
  const piles = new Map(forms.map(({ areaId }) => [areaId, uuidv7()]));
  const begun = JSON.stringify([...piles].map(([area, id]) => ({ area, id })));
  const mixed = shuffled(forms).map(({ areaId, ...form }, at) => ({ pile: piles.get(areaId), nth: at + 1, ...form }));
  await ctx.db.execute(sql`
    insert into paper_batches (id, round_id, area_id, area_pos, begun_on)
    select p.id, ${round.id}, a.id, a.pos, ${localDay(ctx.now)}
    from jsonb_to_recordset(${begun}::text::jsonb) p (id uuid, area uuid) join areas a on a.id = p.area`);
  const unfit = await ctx.db.execute(sql`
    select from jsonb_to_recordset(${JSON.stringify(mixed)}::text::jsonb) f (pile uuid, nth int, marks jsonb, words jsonb)
    where key_form(f.pile, f.nth, f.marks, f.words) <> 'kept'`);
  if (unfit.length > 0) throw new Refusal("invalid", "round.unfitForm", { number: unfit.length });
  await ctx.db.execute(sql`
    select finish_pile(p.id, ${ctx.now.toISOString()}) from jsonb_to_recordset(${begun}::text::jsonb) p (id uuid)`);
  await record(ctx, {
    subject: "round",
    id: round.id,
    action: "round.paperImported",
    areaPos: Math.max(round.areaPos, ctx.actor.pos),
    detail: { areas: piles.size, forms: forms.length, rejected: rejectedLines(rejections), leftOut: leftOut.length },
  });
}
