import { writeCsv } from "../exchange/write";
import { formatDate, formatTime } from "../format";
import { type Punctuality, punctualityOf } from "./on-time";
import type { CaseRow } from "./queries";

/** So many requests one sheet holds. */
export const mostInSheet = 20_000;

export const listColumns = [
  "number",
  "title",
  "urgent",
  "area",
  "category",
  "state",
  "channel",
  "unit",
  "registeredAt",
  "due",
  "closedAt",
  "standing",
] as const;
export type ListColumn = (typeof listColumns)[number];

export type ListSheetTexts = {
  column: (column: ListColumn) => string;
  urgent: string;
  area: (row: CaseRow) => string;
  category: (row: CaseRow) => string;
  state: (row: CaseRow) => string;
  channel: (row: CaseRow) => string;
  standing: (standing: Punctuality | "deferred" | "not_counted") => string;
  /** What was asked for, when and by whom: one line each, below the rows. */
  notes: readonly string[];
};

/** The list as it is on the page, as a sheet: the same rows in the same order, and under them what they were found by. */
export function listSheet(rows: readonly CaseRow[], texts: ListSheetTexts, now: Date): string {
  const lines = rows.map((row) => [
    row.number,
    row.title,
    row.urgent ? texts.urgent : null,
    texts.area(row),
    texts.category(row),
    texts.state(row),
    texts.channel(row),
    row.unitName,
    writtenTime(row.registeredAt),
    writtenTime(row.closeDueAt),
    writtenTime(row.closedAt),
    texts.standing(standingOf(row, now)),
  ]);
  return writeCsv(listColumns.map(texts.column), [...lines, [], ...texts.notes.map((note) => [note])]);
}

/** What left the rates is neither in time nor late. */
function standingOf(row: CaseRow, now: Date): Punctuality | "deferred" | "not_counted" {
  if (row.validity !== "valid") return "not_counted";
  return row.deferredAt ? "deferred" : punctualityOf(row, now);
}

/** As spreadsheets read a time: 2026-11-23 09:40. */
const writtenTime = (at: Date | null) => at && `${formatDate(at)} ${formatTime(at)}`;
