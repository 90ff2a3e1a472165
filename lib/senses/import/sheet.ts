import { isLikelyDay } from "../../calendar/input";
import { wallClockOf } from "../../calendar/wall-clock";
import { Refusal } from "../../errors";
import type { Rejection } from "../../exchange/report";
import { type Columns, cellOf, columnNamed, type Table, type TableRow, wholeOf } from "../../exchange/table";
import { timePattern } from "../../exchange/written-time";
import type { AnswerMapping, MappedItem } from "../input";
import { type AskedItem, mostWords } from "../items";
import { itemKey } from "../model";

/** The span of marks that an item takes, and the words of its options. */
export type Span = Pick<AskedItem, "kind" | "low" | "high" | "options">;
export type Marks = Record<string, number>;
type Said = { marks: Marks; words: Record<string, string> };
export type AnswerRow = Said & { row: TableRow; areaWord: string | null };
export type RoundSpan = { key: string; name: string; opensOn: string; closesOn: string };
export type AnswerRound = RoundSpan & { rows: AnswerRow[] };

export type AnswerSheet = {
  rounds: AnswerRound[];
  areaColumn: string;
  /** Whole rows that belong to no round, or come from somebody who answered in it before. */
  rejections: Rejection[];
  /** Single values that are neither a mark nor missing; their rows stay. */
  leftOut: Rejection[];
};

/** Sorts the rows of a sheet into rounds and reads their marks. */
export function readAnswerSheet(
  table: Table,
  mapping: AnswerMapping,
  spans: ReadonlyMap<string, Span>,
  halves = true,
): AnswerSheet {
  const columns = columnsOf(table, mapping);
  const sheet: AnswerSheet = {
    rounds: [],
    areaColumn: mapping.area?.column ?? "",
    rejections: [...table.rejections],
    leftOut: [],
  };
  const missing = new Set(mapping.missing);
  const rounds = new Map<string, AnswerRound>();
  const lines = new Map<string, number>();
  const spanOf = spanReader(mapping);
  const items = Object.entries(mapping.items).map(([code, item]) =>
    readerOf(code, { ...item, values: { ...mapping.values, ...item.values } }, { spans, missing, sheet, halves }),
  );
  const readRow = (row: TableRow): AnswerRow => {
    const word = wholeOf(cellOf(row, columns, "area"));
    const said: Said = { marks: {}, words: {} };
    for (const read of items) read(row, columns, said);
    return { row, areaWord: word === "" || missing.has(word) ? null : word, ...said };
  };
  for (const row of table.rows) {
    const told = cellOf(row, columns, "round");
    const round = roundOf(spanOf(told) ?? spanOf(wholeOf(told)), rounds);
    const wrong = wrongOf(row, round, { columns, mapping, lines });
    if (round && !wrong) round.rows.push(readRow(row));
    else if (wrong) sheet.rejections.push({ ...row, ...wrong });
  }
  sheet.rounds = [...rounds.values()].sort((a, b) => (a.closesOn < b.closesOn ? -1 : 1));
  return sheet;
}

type Checking = { columns: Columns<string>; mapping: AnswerMapping; lines: Map<string, number> };

/** Why a row is no answer: it belongs to no round, or to somebody of whom an earlier line of that round came. */
function wrongOf(row: TableRow, round: AnswerRound | null, { columns, mapping, lines }: Checking) {
  const [told, respondent] = [cellOf(row, columns, "round"), cellOf(row, columns, "respondent")];
  if (!round) return { column: mapping.rounds?.column ?? "", value: told, reason: "sense.import.round", values: {} };
  const first = lines.get(`${round.key}\n${respondent}`);
  if (respondent !== "" && first !== undefined)
    return {
      column: mapping.respondent?.column ?? "",
      value: respondent,
      reason: "sense.import.twice",
      values: { line: first },
    };
  lines.set(`${round.key}\n${respondent}`, row.line);
  return null;
}

function columnsOf({ columns }: Table, { rounds, area, respondent, items }: AnswerMapping): Columns<string> {
  const named = [
    ...(rounds ? [["round", rounds.column] as const] : []),
    ...(area ? [["area", area.column] as const] : []),
    ...(respondent ? [["respondent", respondent.column] as const] : []),
    ...Object.entries(items).map(([code, { column }]) => [itemKey(code), column] as const),
  ];
  const places = named.map(([key, column]) => ({ key, column, place: columnNamed(column, columns) }));
  const missing = places.filter(({ place }) => place < 0).map(({ column }) => column);
  if (missing.length > 0) {
    const values = { columns: missing.join(", "), found: columns.join(", ") };
    throw new Refusal("invalid", "exchange.columnMissing", values, "map");
  }
  for (const [at, { key, column, place }] of places.entries()) {
    const first = places.findIndex((other) => other.place === place);
    if (first === at) continue;
    const [one, two] = [places[first]?.key ?? "", key].map((name) => name.replace("item.", ""));
    throw new Refusal("invalid", "sense.map.columnTwice", { column, first: one ?? "", second: two ?? "" }, "map");
  }
  return { at: Object.fromEntries(places.map(({ key, place }) => [key, place])), extra: [] };
}

type Reading = {
  spans: ReadonlyMap<string, Span>;
  missing: ReadonlySet<string>;
  sheet: AnswerSheet;
  /** Whether a mark may lie between two of a scale. */
  halves: boolean;
};
type ReadItem = (row: TableRow, columns: Columns<string>, said: Said) => void;

const number = /^-?\d{1,6}(\.\d{1,6}|,\d{1,2})?$/;

/** Reads one item of a row: a number on its scale counts, halves too; so do the words of an option; what is missing is missing; the rest is named. */
function readerOf(code: string, item: MappedItem, { spans, missing, sheet, halves }: Reading): ReadItem {
  const { kind, low, high, options } = spans.get(code) ?? { kind: "scale", low: 0, high: 0, options: [] };
  if (kind === "text") return wordsReader(code, item.column, { missing, sheet });
  const own = item.missing ? new Set(item.missing) : missing;
  const chosen = options.flatMap((labels, at) => Object.values(labels).map((label) => [label, low + at] as const));
  const wordMark = wordReader([...chosen, ...Object.entries(item.values)]);
  const isOn = (mark: number) =>
    mark >= low && mark <= high && ((kind === "scale" && halves) || Number.isInteger(mark));
  return (row, columns, { marks }) => {
    const value = cellOf(row, columns, itemKey(code));
    const whole = wholeOf(value);
    if (value === "" || own.has(value) || own.has(whole)) return;
    const plain = value.normalize("NFKC");
    const mark = wordMark(value) ?? wordMark(whole) ?? (number.test(plain) ? Number(plain.replace(",", ".")) : null);
    if (mark !== null && isOn(mark)) marks[code] = mark;
    else sheet.leftOut.push({ ...row, column: item.column, value, reason: "sense.import.mark", values: { low, high } });
  };
}

/** The mark that a word stands for: as it is written, else in whatever capitals and blanks, unless two words are alike then. */
function wordReader(known: readonly (readonly [string, number])[]): (word: string) => number | undefined {
  const exact = new Map(known);
  const alike = new Map<string, number | undefined>();
  for (const [word, mark] of exact) {
    const plain = plainWord(word);
    alike.set(plain, alike.has(plain) && alike.get(plain) !== mark ? undefined : mark);
  }
  return (word) => exact.get(word) ?? alike.get(plainWord(word));
}

const plainWord = (word: string) => word.normalize("NFKC").toLowerCase().replace(/\s+/g, " ");

/** Reads what was said in words, which is left out where it is too long to be kept. */
function wordsReader(code: string, column: string, { missing, sheet }: Pick<Reading, "missing" | "sheet">): ReadItem {
  return (row, columns, { words }) => {
    const value = cellOf(row, columns, itemKey(code));
    if (value === "" || missing.has(value)) return;
    if ([...value].length <= mostWords) words[code] = value;
    else sheet.leftOut.push({ ...row, column, value, reason: "sense.import.long", values: { most: mostWords } });
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
