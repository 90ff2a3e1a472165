import { isLikelyDay } from "../../calendar/input";
import { wallClockOf } from "../../calendar/wall-clock";
import { Refusal } from "../../errors";
import type { Rejection } from "../../exchange/report";
import { type Columns, cellOf, findColumns, plainHeader, type Table, type TableRow } from "../../exchange/table";
import { timePattern } from "../../exchange/written-time";
import type { AnswerMapping, MappedItem } from "../input";

/** The span of marks that an item takes. */
export type Span = { low: number; high: number };
export type Marks = Record<string, number>;
export type AnswerRow = { row: TableRow; areaWord: string | null; marks: Marks };
export type RoundSpan = { key: string; name: string; opensOn: string; closesOn: string };
export type AnswerRound = RoundSpan & { rows: AnswerRow[] };

export type AnswerSheet = {
  rounds: AnswerRound[];
  areaColumn: string;
  /** Whole rows that belong to no round. */
  rejections: Rejection[];
  /** Single values that are neither a mark nor missing; their rows stay. */
  leftOut: Rejection[];
};

/** Sorts the rows of a sheet into rounds and reads their marks. */
export function readAnswerSheet(table: Table, mapping: AnswerMapping, spans: ReadonlyMap<string, Span>): AnswerSheet {
  const columns = columnsOf(table, mapping);
  const sheet: AnswerSheet = {
    rounds: [],
    areaColumn: mapping.area?.column ?? "",
    rejections: [...table.rejections],
    leftOut: [],
  };
  const missing = new Set(mapping.missing);
  const rounds = new Map<string, AnswerRound>();
  const spanOf = spanReader(mapping);
  const items = Object.entries(mapping.items).map(([code, item]) =>
    readerOf(code, { ...item, values: { ...mapping.values, ...item.values } }, { spans, missing, sheet }),
  );
  for (const row of table.rows) {
    const round = roundOf(spanOf(cellOf(row, columns, "round")), rounds);
    if (!round) {
      const value = cellOf(row, columns, "round");
      sheet.rejections.push({
        ...row,
        column: mapping.rounds?.column ?? "",
        value,
        reason: "sense.import.round",
        values: {},
      });
      continue;
    }
    const word = cellOf(row, columns, "area");
    const marks: Marks = {};
    for (const read of items) read(row, columns, marks);
    round.rows.push({ row, areaWord: word === "" || missing.has(word) ? null : word, marks });
  }
  sheet.rounds = [...rounds.values()].sort((a, b) => (a.closesOn < b.closesOn ? -1 : 1));
  return sheet;
}

function columnsOf(table: Table, mapping: AnswerMapping): Columns<string> {
  const names: Record<string, string[]> = {};
  if (mapping.rounds) names.round = [mapping.rounds.column];
  if (mapping.area) names.area = [mapping.area.column];
  for (const [code, { column }] of Object.entries(mapping.items)) {
    const [first] = Object.entries(names).find(([, [taken = ""]]) => plainHeader(taken) === plainHeader(column)) ?? [];
    if (first !== undefined) {
      const values = { column, first: first.replace("item.", ""), second: code };
      throw new Refusal("invalid", "sense.map.columnTwice", values, "map");
    }
    names[`item.${code}`] = [column];
  }
  return findColumns(table, names, Object.keys(names));
}

type Reading = { spans: ReadonlyMap<string, Span>; missing: ReadonlySet<string>; sheet: AnswerSheet };

const number = /^-?\d{1,6}(\.\d{1,6}|,\d{1,2})?$/;

/** Reads one item of a row: a number on its scale counts, halves too; what is missing is missing; the rest is named. */
function readerOf(code: string, item: MappedItem, { spans, missing, sheet }: Reading) {
  const { low, high } = spans.get(code) ?? { low: 0, high: 0 };
  const own = item.missing ? new Set(item.missing) : missing;
  const words = new Map(Object.entries(item.values));
  return (row: TableRow, columns: Columns<string>, marks: Marks) => {
    const value = cellOf(row, columns, `item.${code}`);
    if (value === "" || own.has(value)) return;
    const plain = value.normalize("NFKC");
    const mark = words.get(value) ?? (number.test(plain) ? Number(plain.replace(",", ".")) : null);
    if (mark !== null && mark >= low && mark <= high) marks[code] = mark;
    else sheet.leftOut.push({ ...row, column: item.column, value, reason: "sense.import.mark", values: { low, high } });
  };
}

function roundOf(span: RoundSpan | null, rounds: Map<string, AnswerRound>): AnswerRound | null {
  if (!span) return null;
  const known = rounds.get(span.key);
  if (known) return known;
  const made = { ...span, rows: [] };
  rounds.set(span.key, made);
  return made;
}

/** How the round of a row is told: the one of the sheet, one that the mapping names, or the time in which was asked. */
function spanReader({ round, rounds }: AnswerMapping): (written: string) => RoundSpan | null {
  if (round) return () => spanNamed(round.key, round);
  const clock = wallClockOf("UTC");
  const pattern = rounds?.form ? timePattern(rounds.form) : null;
  if (pattern && clock)
    return (written) => {
      const read = pattern(written, clock);
      if (!("at" in read)) return null;
      const length = { year: 4, month: 7, day: 10 }[rounds?.by ?? "year"];
      return spanWritten(read.at.toISOString().slice(0, length));
    };
  const named = rounds?.of ? new Map(Object.entries(rounds.of)) : null;
  if (!named) return spanWritten;
  return (written) => {
    const dates = named.get(written);
    return dates ? spanNamed(written, dates) : null;
  };
}

type Dates = { name?: string | undefined; opens?: string | undefined; closes: string };

const spanNamed = (key: string, { name, opens, closes }: Dates): RoundSpan => ({
  key,
  name: name ?? key,
  opensOn: opens ?? closes,
  closesOn: closes,
});

/** A year, a month or a day as the time in which was asked. */
function spanWritten(written: string): RoundSpan | null {
  const [, year, month, date] = /^(\d{4})(?:[-/.]?(\d{2})(?:[-/.]?(\d{2}))?)?$/.exec(written) ?? [];
  const start = `${year}-${month ?? "01"}-${date ?? "01"}`;
  if (!isLikelyDay(start)) return null;
  const first = new Date(`${start}T00:00:00Z`);
  const [y, m] = [first.getUTCFullYear(), first.getUTCMonth()];
  const last = date ? first : new Date(month ? Date.UTC(y, m + 1, 0) : Date.UTC(y, 11, 31));
  const [opens, closes] = [first, last].map((day) => day.toISOString().slice(0, 10));
  return spanNamed(written, { opens, closes: closes ?? "" });
}
