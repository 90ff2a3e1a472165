import { CsvError, parse } from "csv-parse/sync";
import { Refusal } from "../errors";
import type { Rejection } from "./report";

export type Limits = { rows: number; columns: number; cell: number };
export const defaultLimits: Limits = { rows: 100_000, columns: 200, cell: 20_000 };

/** Lines of a title above the header, how many rows the header takes, and rows right below it that say more about its columns. */
export type HeaderLines = { above: number; rows: number; below: number };

/** Whether a line of cells names the columns that are sought; lines of a title above it are passed over. */
export type IsHeader = (columns: readonly string[]) => boolean;

/** One record. `line` is the line of the file it begins on; cells are free of outer blanks. */
export type TableRow = { line: number; cells: string[] };
export type Table = { columns: string[]; separator: string; rows: TableRow[]; rejections: Rejection[] };

/**
 * Reads a sheet of text with a header. Cells are kept by position, so no header can name a property; a record whose
 * cells do not fit the header is among `rejections`, not among `rows`.
 */
export function readTable(
  text: string,
  given: Partial<Limits & { header: Partial<HeaderLines> | undefined }> = {},
  isHeader?: IsHeader,
): Table {
  const limit = { ...defaultLimits, ...given };
  const lines = { above: isHeader ? titleLines(text, isHeader) : 0, rows: 1, below: 0, ...given.header };
  const { body, separator, skipped } = separated(text, lines.above);
  const all = parseRecords(body, separator, limit.rows + lines.rows + lines.below + 1);
  if (all.length === 0) throw new Refusal("invalid", "exchange.empty", {}, "file");
  const columns = headerOf(joinedHeader(all.slice(0, lines.rows).map(({ record }) => record)), limit.columns);
  const records = all.slice(lines.rows + lines.below);
  if (records.length === 0) throw new Refusal("invalid", "exchange.empty", {}, "file");
  refuseTooMany("exchange.rows", records.length, limit.rows);

  const table: Table = { columns, separator, rows: [], rejections: [] };
  for (const record of records) {
    const { row, wrong } = rowOf(record, { columns, skipped, longest: limit.cell });
    if (wrong) table.rejections.push(wrong);
    else table.rows.push(row);
  }
  return table;
}

type Shaping = { columns: string[]; skipped: number; longest: number };

/** A record as a row of its sheet, and what is wrong with its shape. */
export function rowOf({ record, info }: ParsedRecord, { columns, skipped, longest }: Shaping) {
  const line = info.lines - record.join("").split("\n").length + 1 + skipped;
  const row: TableRow = { line, cells: padded(record.map(plainCell), columns.length) };
  return { row, wrong: headerAgain(row, columns) ?? shapeOf(row, columns, longest) };
}

/** Several rows of headers as one: what stands over several columns that have names of their own is the first part of each. */
function joinedHeader(rows: readonly string[][]): string[] {
  const [first = [], ...rest] = rows;
  if (rest.length === 0) return first;
  const below = joinedHeader(rest);
  let over = "";
  return Array.from({ length: Math.max(first.length, below.length) }, (_, at) => {
    const [own, name] = [clean(first[at] ?? ""), clean(below[at] ?? "")];
    if (own !== "" || name === "") over = name === "" ? "" : own;
    return [own || over, name].filter(Boolean).join(" / ");
  });
}

/** The names of the columns of a header. */
export function headerOf(record: string[], most: number): string[] {
  const columns = record.map((cell) => clean(cell).normalize("NFKC"));
  while (columns.at(-1) === "") columns.pop();
  refuseTooMany("exchange.columns", columns.length, most);
  return columns;
}

/** What a sheet should have: each column by its own key and every header it is known by. */
export type ColumnNames<K extends string> = Record<K, readonly string[]>;
export type Columns<K extends string> = { at: Partial<Record<K, number>>; extra: string[] };

/** Finds the columns by their headers; refuses a sheet that lacks a required one or names one twice. */
export function findColumns<K extends string>(
  table: Table,
  names: ColumnNames<K>,
  required: readonly NoInfer<K>[],
): Columns<K> {
  const plain = table.columns.map(plainHeader);
  const at: Partial<Record<K, number>> = {};
  const taken = new Set<number>();
  for (const key of keysOf(names)) {
    const known = new Set(names[key].map(plainHeader));
    const hits = plain.flatMap((header, index) =>
      header !== "" && known.has(header) && !taken.has(index) ? [index] : [],
    );
    const exact = hits.filter((index) => plain[index] === plain[hits[0] ?? -1]);
    if (exact.length > 1) {
      throw new Refusal("invalid", "exchange.columnTwice", { column: table.columns[hits[0] ?? 0] ?? "" }, key);
    }
    const best = names[key]
      .map(plainHeader)
      .map((header) => plain.indexOf(header))
      .find((index) => hits.includes(index));
    if (best === undefined) continue;
    at[key] = best;
    taken.add(best);
  }
  const missing = required.filter((key) => at[key] === undefined);
  if (missing.length > 0) {
    const wanted = missing.map((key) => names[key].slice(0, 3).join("/")).join(", ");
    throw new Refusal(
      "invalid",
      "exchange.columnMissing",
      { columns: wanted, found: table.columns.join(", ") },
      missing[0],
    );
  }
  return { at, extra: table.columns.filter((_, index) => !taken.has(index)) };
}

/** The place of the column that a mapping names: by the very words of its header, else by the same words written otherwise; -1 if there is none. */
export function columnNamed(header: string, columns: readonly string[]): number {
  const exact = header.normalize("NFKC");
  const alike = (matches: (column: string) => boolean) =>
    columns.flatMap((column, index) => (matches(column) ? [index] : []));
  const same = alike((column) => column === exact);
  const hits = same.length > 0 ? same : alike((column) => plainHeader(column) === plainHeader(exact));
  if (hits.length > 1) throw new Refusal("invalid", "exchange.columnTwice", { column: header }, "map");
  return hits[0] ?? -1;
}

/** The cell under a column, or "" where the sheet has no such column. */
export function cellOf<K extends string>(row: TableRow, columns: Columns<K>, key: K): string {
  const index = columns.at[key];
  return index === undefined ? "" : (row.cells[index] ?? "");
}

const outerBlanks = /^[\s\u200B-\u200D\u2060\uFEFF]+|[\s\u200B-\u200D\u2060\uFEFF]+$/g;
export const clean = (cell: string) => cell.replace(outerBlanks, "");

/** What spreadsheets put around a text so that it stays one: ="0012", or a quote before what would be computed or made a number. */
const plainCell = (cell: string) =>
  clean(cell)
    .replace(/^="([^"]*)"$/, "$1")
    .replace(/^'(?=[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/, "")
    .replace(/^['`](?=\d+$)/, "");

/** A whole number as it is written without decimals: of 98.0 and 98,00 it is 98. */
export const wholeOf = (value: string): string => value.replace(/^(-?\d+)(\.0+|,0{1,2})$/, "$1");

export const plainHeader = (header: string) =>
  header
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s_\-()*:/]+/g, "");

function keysOf<K extends string>(names: Record<K, unknown>): K[] {
  // Object.keys forgets the names of its keys; the record is typed by them.
  return Object.keys(names) as K[];
}

export function separated(text: string, above = 0): { body: string; separator: string; skipped: number } {
  const told = /^sep=(.)\n/i.exec(text);
  if (told?.[1]) return { body: text.slice(told[0].length), separator: told[1], skipped: 1 };
  const body = text.split("\n").slice(above).join("\n");
  const header = body.split("\n").find((line) => line.trim() !== "") ?? "";
  const bare = header.replace(/"[^"]*"/g, "");
  const counts = [",", ";", "\t", "|"].map((separator) => ({ separator, n: bare.split(separator).length }));
  const best = counts.reduce((most, next) => (next.n > most.n ? next : most));
  return { body, separator: best.separator, skipped: above };
}

export const mostTitleLines = 20;

/** How many lines of a title stand above the header; 0 where no line is one. */
export function titleLines(text: string, isHeader: IsHeader): number {
  const lines = text.split("\n", mostTitleLines + 30);
  if (/^sep=/i.test(text)) return 0;
  const found = lines.slice(0, mostTitleLines + 1).findIndex((line, above) => {
    if (line.trim() === "") return false;
    const { body, separator } = separated(lines.slice(above).join("\n"));
    return isHeader(firstRecord(body, separator).map((cell) => clean(cell).normalize("NFKC")));
  });
  return Math.max(0, found);
}

/** Empty where a cut through a quoted cell leaves nothing to read. */
function firstRecord(text: string, separator: string): string[] {
  try {
    return parseRecords(text, separator, 1)[0]?.record ?? [];
  } catch (error) {
    if (error instanceof Refusal) return [];
    throw error;
  }
}

export type ParsedRecord = { record: string[]; info: { lines: number } };

export const parsing = {
  info: true,
  record_delimiter: "\n",
  relax_column_count: true,
  relax_quotes: true,
  skip_empty_lines: true,
  skip_records_with_empty_values: true,
} as const;

function parseRecords(text: string, separator: string, to: number): ParsedRecord[] {
  try {
    // With `info` the parser answers records beside their line; its types know only bare records.
    return parse(text, { ...parsing, delimiter: separator, to }) as unknown as ParsedRecord[];
  } catch (error) {
    throw malformed(error);
  }
}

export function malformed(error: unknown): unknown {
  if (!(error instanceof CsvError)) return error;
  return new Refusal("invalid", "exchange.malformed", { line: Number(error.lines ?? 0) }, "file");
}

export function refuseTooMany(reason: string, found: number, most: number): void {
  if (found > most) throw new Refusal("invalid", reason, { found, most }, "file");
}

/** Blank cells beyond the header are how spreadsheets write a wide sheet; missing ones at the end, a short row. */
function padded(cells: string[], width: number): string[] {
  const spare = cells.slice(width).every((cell) => cell === "") ? cells.slice(0, width) : cells;
  return [...spare, ...Array<string>(Math.max(0, width - spare.length)).fill("")];
}

/** Where sheets were put one below the other, the header stands in the middle too. */
function headerAgain(row: TableRow, columns: string[]): Rejection | null {
  const isSame =
    row.cells.length === columns.length && row.cells.every((cell, at) => cell.normalize("NFKC") === columns[at]);
  return isSame ? { ...row, column: null, value: null, reason: "exchange.headerAgain", values: {} } : null;
}

function shapeOf(row: TableRow, columns: string[], longest: number): Rejection | null {
  if (row.cells.length > columns.length) {
    const values = { found: row.cells.length, expected: columns.length };
    return { ...row, column: null, value: null, reason: "exchange.cells", values };
  }
  const long = row.cells.findIndex((cell) => cell.length > longest);
  if (long < 0) return null;
  const values = { most: longest, found: row.cells[long]?.length ?? 0 };
  return { ...row, column: columns[long] ?? null, value: null, reason: "exchange.cellLong", values };
}
