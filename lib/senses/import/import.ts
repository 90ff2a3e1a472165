import "server-only";
import { inArray, sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { rounds } from "../../../db/schema/senses";
import { authorize } from "../../access/guard";
import type { KnownTree } from "../../areas/known";
import { isCounted } from "../../areas/model";
import { getArea } from "../../areas/queries";
import { localDay } from "../../calendar/zone";
import type { Context } from "../../context";
import { Refusal } from "../../errors";
import { record } from "../../events/record";
import { recordImport } from "../../events/record-import";
import type { ImportReport } from "../../exchange/report";
import type { Table } from "../../exchange/table";
import type { AnswerMapping } from "../input";
import { digestOf } from "./digest";
import { addInstrument, type Instrument, instrumentOf } from "./instrument";
import { areaFinder, treeOf } from "./placing";
import { readReport } from "./read-report";
import { type AnswerRound, type AnswerSheet, type Marks, readAnswerSheet } from "./sheet";
import { shuffled } from "./shuffled";

export type AnswerImport = {
  table: Table;
  file: { name: string; hash: string };
  mapping: AnswerMapping;
  intoId: string;
  apply: boolean;
  skipRejected: boolean;
  /** Takes back what an earlier file had brought for a round, where this one says otherwise. */
  replace: boolean;
};

type Placed = { area: string; marks: Marks };
type Standing = { id: string; digest: string | null };
/** A round of the file beside what stands of it. */
type Compared = Omit<AnswerRound, "rows"> & {
  answers: Placed[];
  digest: string;
  standing: Standing | null;
  state: "new" | "same" | "changed";
};

export type AnswerImportReport = ImportReport & {
  leftOut: number;
  rounds: {
    key: string;
    name: string;
    opensOn: string;
    closesOn: string;
    answers: number;
    unplaced: number;
    state: string;
  }[];
};

const batch = 5000;

/**
 * Reads answers into rounds that are closed at once and published by somebody else: all of it or nothing, and nothing at
 * all unless `apply`. Answers are anonymous, so what came before is known by one digest over all answers of a round, never by a mark on one.
 */
export async function importAnswers(ctx: Context, input: AnswerImport): Promise<AnswerImportReport> {
  authorize(ctx.actor, "sense.import");
  await ctx.db.execute(sql`select hold_tree()`);
  const into = await getArea(ctx, input.intoId);
  if (!isCounted(into.level)) throw new Refusal("conflict", "sense.import.level", { name: into.name }, "into");
  const instrument = await instrumentOf(ctx, input.mapping);
  const spans = new Map(instrument.items.map((item) => [item.code, item]));
  const sheet = readAnswerSheet(input.table, input.mapping, spans);
  const place = placing(await treeOf(ctx, into), input.mapping, sheet);
  const compared = await compareRounds(ctx, input, { into, sheet, place });
  const report = reportOf(input, sheet, compared, into.id);
  if (input.apply && (report.rejected === 0 || input.skipRejected)) {
    report.applied = true;
    const changed = compared.filter(({ state }) => state !== "same");
    if (changed.length > 0) await write(ctx, input, { into, instrument, changed, report });
    report.notices.push(...changed.map(({ name }) => ({ reason: "sense.import.unpublished", values: { name } })));
  }
  return report;
}

type Into = Awaited<ReturnType<typeof getArea>>;

type Place = (answer: AnswerRound["rows"][number]) => string;

/** The area an answer names; one that is not known is named in the report, and the answer belongs to the whole. */
function placing(tree: KnownTree, { area }: AnswerMapping, sheet: AnswerSheet): Place {
  const aliases = new Map(Object.entries(area?.aliases ?? {}));
  const find = areaFinder(tree);
  for (const [word, reference] of aliases)
    if (!find(reference)) throw new Refusal("invalid", "sense.map.areaUnknown", { word, reference }, "map");
  return ({ row, areaWord }) => {
    if (areaWord === null) return tree.into.id;
    const found = find(aliases.get(areaWord) ?? areaWord);
    if (found) return found.id;
    sheet.leftOut.push({ ...row, column: sheet.areaColumn, value: areaWord, reason: "sense.import.area", values: {} });
    return tree.into.id;
  };
}

type Comparing = { into: Into; sheet: AnswerSheet; place: Place };

async function compareRounds(
  ctx: Context,
  { mapping, replace }: AnswerImport,
  { into, sheet, place }: Comparing,
): Promise<Compared[]> {
  const early = sheet.rounds.find(({ opensOn }) => opensOn > localDay(ctx.now));
  if (early) throw new Refusal("invalid", "sense.import.future", { round: early.name, day: early.opensOn }, "file");
  const keyOf = (key: string) => `${mapping.instrument.key}/${key}`;
  const keys = sheet.rounds.map(({ key }) => keyOf(key));
  const standing =
    keys.length === 0
      ? []
      : await ctx.db
          .select({ id: rounds.id, areaId: rounds.areaId, key: rounds.sourceKey, digest: rounds.sourceDigest })
          .from(rounds)
          .where(inArray(rounds.sourceKey, keys));
  return sheet.rounds.map(({ rows, ...round }) => {
    const answers = rows.map((row) => ({ area: place(row), marks: row.marks }));
    const digest = digestOfRound(answers, round);
    const before = standing.find(({ areaId, key }) => areaId === into.id && key === keyOf(round.key)) ?? null;
    const state = before === null ? "new" : before.digest === digest ? "same" : "changed";
    if (state === "changed" && !replace)
      throw new Refusal("conflict", "sense.import.differs", { round: round.name }, "file");
    return { ...round, key: keyOf(round.key), answers, digest, standing: before, state };
  });
}

/** One digest over all answers of a round, whatever their order. */
function digestOfRound(answers: Placed[], { name, opensOn, closesOn }: Omit<AnswerRound, "rows">): string {
  const lines = answers.map(({ area, marks }) =>
    JSON.stringify([area, Object.entries(marks).sort(([a], [b]) => (a < b ? -1 : 1))]),
  );
  return digestOf([name, opensOn, closesOn, lines.sort()]);
}

function reportOf(input: AnswerImport, sheet: AnswerSheet, compared: Compared[], intoId: string): AnswerImportReport {
  const amount = (state: Compared["state"]) =>
    compared.filter((round) => round.state === state).reduce((sum, { answers }) => sum + answers.length, 0);
  const empty = compared
    .flatMap(({ answers }) => answers)
    .filter(({ marks }) => Object.keys(marks).length === 0).length;
  return {
    ...readReport(input, sheet),
    new: amount("new"),
    changed: amount("changed"),
    same: amount("same"),
    notices: [
      ...compared.map(({ name, answers, state }) => ({
        reason: `sense.import.${state}`,
        values: { name, n: answers.length },
      })),
      ...(empty > 0 ? [{ reason: "sense.import.empty", values: { n: empty } }] : []),
    ],
    rounds: compared.map(({ key, name, opensOn, closesOn, answers, state }) => ({
      key,
      name,
      opensOn,
      closesOn,
      answers: answers.length,
      unplaced: answers.filter(({ area }) => area === intoId).length,
      state,
    })),
  };
}

type Written = { into: Into; instrument: Instrument; changed: Compared[]; report: AnswerImportReport };

async function write(ctx: Context, input: AnswerImport, written: Written): Promise<void> {
  const { into, instrument, changed, report } = written;
  if (instrument.isNew) await addInstrument(ctx, instrument, { mapping: input.mapping, into });
  for (const round of changed) await writeRound(ctx, round, { into, instrument, mode: input.mapping.mode });
  await recordImport(ctx, {
    id: uuidv7(),
    kind: "answers",
    into,
    file: input.file,
    counts: report,
    detail: { leftOut: report.leftOut },
  });
}

type RoundPlace = { into: Into; instrument: Instrument; mode: AnswerMapping["mode"] };

async function writeRound(ctx: Context, round: Compared, { into, instrument, mode }: RoundPlace): Promise<void> {
  const id = round.standing?.id ?? uuidv7();
  if (round.standing) {
    await ctx.db.execute(sql`select empty_round(${id})`);
    await ctx.db.execute(sql`
      update rounds set name = ${round.name}, opens_on = ${round.opensOn}, closes_on = ${round.closesOn},
        source_digest = ${round.digest} where id = ${id}`);
  } else {
    await ctx.db.execute(sql`
      insert into rounds (id, area_id, area_pos, area_last, instrument_id, name, mode, opens_on, closes_on, source_key, source_digest)
      values (${id}, ${into.id}, ${into.pos}, ${into.last}, ${instrument.id}, ${round.name}, ${mode}, ${round.opensOn},
        ${round.closesOn}, ${round.key}, ${round.digest})`);
  }
  const mixed = shuffled(round.answers);
  for (let from = 0; from < mixed.length; from += batch) {
    const part = JSON.stringify(mixed.slice(from, from + batch));
    await ctx.db.execute(sql`select add_answers(${id}, ${part}::text::jsonb)`);
  }
  await ctx.db.execute(sql`select close_round(${id}, ${ctx.now.toISOString()})`);
  await record(ctx, {
    subject: "round",
    id,
    action: "round.imported",
    areaPos: into.pos,
    detail: { name: round.name, answers: round.answers.length, replaced: round.standing !== null },
  });
}
