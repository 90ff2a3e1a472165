import { pipeline, Readable } from "node:stream";
import { parse } from "csv-parse";
import { Refusal } from "../errors";
import type { Rejection } from "./report";
import {
  defaultLimits,
  headerOf,
  type IsHeader,
  type Limits,
  malformed,
  mostTitleLines,
  type ParsedRecord,
  parsing,
  refuseTooMany,
  rowOf,
  separated,
  type TableRow,
  titleLines,
} from "./table";
import { type Bytes, sniff, textOf } from "./text-stream";

export type RowBatch = { rows: TableRow[]; rejections: Rejection[] };

/** A sheet that is read row by row, however long it is. */
export type TableStream = {
  hash: string;
  columns: string[];
  separator: string;
  batches: AsyncIterable<RowBatch>;
};

const longLimits: Limits = { ...defaultLimits, rows: 5_000_000 };
const perBatch = 5_000;

/** Reads a sheet of text with a header as `readTable` does, but never holds more of it than a batch of rows. */
export async function streamTable(
  bytes: Bytes,
  limits: Partial<Limits> = {},
  isHeader?: IsHeader,
): Promise<TableStream> {
  const limit = { ...longLimits, ...limits };
  const { encoding, hash } = await sniff(bytes);
  const pieces = textOf(bytes, encoding);
  const head = await headOf(pieces, isHeader ? mostTitleLines + 2 : 2);
  const { body, separator, skipped } = separated(head, isHeader ? titleLines(head, isHeader) : 0);
  const records = recordsOf(body, pieces, separator);
  const first = await records.next();
  if (first.done) throw new Refusal("invalid", "exchange.empty", {}, "file");
  const columns = headerOf(first.value.record, limit.columns);
  return { hash, columns, separator, batches: batchesOf(records, { columns, skipped, limit }) };
}

/** As much of the beginning as holds the header. */
async function headOf(pieces: AsyncGenerator<string>, lines: number): Promise<string> {
  let head = "";
  while (head.trim().split("\n", lines).length < lines) {
    const piece = await pieces.next();
    if (piece.done) break;
    head += piece.value;
  }
  return head;
}

async function* recordsOf(head: string, pieces: AsyncGenerator<string>, separator: string) {
  const text = async function* () {
    yield head;
    yield* pieces;
  };
  const parser = parse({ ...parsing, delimiter: separator, max_record_size: 16_000_000 });
  // Whatever breaks on the way is thrown where the records are read.
  pipeline(Readable.from(text()), parser, () => {});
  try {
    // With `info` the parser answers records beside their line; its types know only bare records.
    for await (const record of parser) yield record as ParsedRecord;
  } catch (error) {
    throw malformed(error);
  }
}

type Shape = { columns: string[]; skipped: number; limit: Limits };

async function* batchesOf(records: AsyncGenerator<ParsedRecord>, { columns, skipped, limit }: Shape) {
  let batch: RowBatch = { rows: [], rejections: [] };
  let read = 0;
  for await (const record of records) {
    read += 1;
    refuseTooMany("exchange.rows", read, limit.rows);
    const { row, wrong } = rowOf(record, { columns, skipped, longest: limit.cell });
    if (wrong) batch.rejections.push(wrong);
    else batch.rows.push(row);
    if (batch.rows.length + batch.rejections.length < perBatch) continue;
    yield batch;
    batch = { rows: [], rejections: [] };
  }
  if (read === 0) throw new Refusal("invalid", "exchange.empty", {}, "file");
  yield batch;
}
