import type { Rejection } from "../../exchange/report";
import { type TableRow, wholeOf } from "../../exchange/table";
import type { Channel, CloseReason, RequestType, Validity } from "../model";
import type { CaseMapping } from "./mapping";
import { cellReader, type ReadCell } from "./sheet-columns";
import { Faults } from "./sheet-faults";
import { type Point, pointColumns, pointReader } from "./sheet-point";
import { textReader } from "./sheet-text";
import { type TimeNote, timeKeys, timesReader } from "./sheet-times";

/** One request of a sheet, before it is known where it belongs. */
export type CaseEntry = {
  row: TableRow;
  key: string;
  title: string;
  body: string;
  place: string | null;
  point: Point | null;
  /** What the sheet calls the area, the smallest first. */
  areaWords: string[];
  areaCode: string | null;
  category: string;
  channel: Channel;
  requestType: RequestType;
  urgent: boolean;
  registeredAt: Date;
  closeDueAt: Date | null;
  contactedAt: Date | null;
  dispatchedAt: Date | null;
  closedAt: Date | null;
  closeReason: CloseReason | null;
  validity: Validity;
  /** What the source itself says of being on time. */
  flag: string;
  notes: EntryNote[];
};

/** Worth telling, no reason to reject. */
export type EntryNote = TimeNote | { note: "channelUnknown" | "typeUnknown"; value: string };

export type CaseSheet = (row: TableRow) => CaseEntry | Rejection[];

export type SheetHead = { columns: readonly string[]; separator: string };

/** Reads rows as a mapping says. */
export function caseSheet(mapping: CaseMapping, { columns, separator }: SheetHead, now: Date): CaseSheet {
  const cell = cellReader(columns, headersOf(mapping), mapping.blank);
  const times = timesReader(mapping, cell, now);
  const point = pointReader(mapping.area.point, cell, { comma: separator !== "," });
  const texts = textReader(mapping, cell);
  const channel = wordReader(mapping.channel, cell);
  const type = wordReader(mapping.type, cell);
  const outcome = outcomeReader(mapping, cell);
  const urgent = new Set(mapping.urgent?.values ?? []);
  return (row) => {
    const faults = new Faults(row);
    const key = keyOf(row, { mapping, cell, faults });
    const text = texts(row, faults);
    const { at, notes } = times(row, faults);
    const where = point(row, faults);
    if (faults.list.length > 0 || at.registered === null) return faults.list;
    const [heard, asked] = [channel(row), type(row)];
    return {
      row,
      key,
      ...text,
      point: where,
      ...areaOf(row, mapping.area, cell),
      category: cell(row, mapping.category?.columns).value,
      channel: heard.word,
      requestType: asked.word,
      urgent: urgent.has(cell(row, mapping.urgent?.columns).value),
      registeredAt: at.registered,
      closeDueAt: at.due,
      contactedAt: at.contacted,
      dispatchedAt: at.dispatched,
      closedAt: at.closed,
      ...outcome(row, at.closed !== null),
      flag: cell(row, mapping.onTime && [mapping.onTime.column]).value,
      notes: [...notes, ...unknown("channelUnknown", heard), ...unknown("typeUnknown", asked)],
    };
  };
}

/** Every header that the mapping speaks of. */
function headersOf({ area, onTime, ...mapping }: CaseMapping): string[] {
  const times = timeKeys.map((key) => mapping[key]?.columns);
  const words = [mapping.category, mapping.channel, mapping.type, mapping.urgent, mapping.closing];
  const lists = [mapping.title, mapping.body, mapping.place, ...times, ...words.map((word) => word?.columns)];
  const single = [mapping.id, area.code?.column, ...(area.point ? pointColumns(area.point) : []), onTime?.column];
  return [
    ...new Set([...lists, area.columns, single].flatMap((list) => (list ?? []).flatMap((header) => header ?? []))),
  ];
}

const longestKey = 200;

function keyOf(row: TableRow, { mapping, cell, faults }: { mapping: CaseMapping; cell: ReadCell; faults: Faults }) {
  const found = cell(row, [mapping.id]);
  const { value } = found;
  if (value === "") faults.add(found, "case.import.idMissing");
  else if (/^\d+(\.\d+)?E\+?\d+$/i.test(value)) faults.add(found, "case.import.scientific");
  else if (value.length > longestKey) faults.add(found, "case.import.long", { most: longestKey, found: value.length });
  return value;
}

function areaOf(row: TableRow, { columns, code }: CaseMapping["area"], cell: ReadCell) {
  const words = columns.map((header) => cell(row, [header]).value);
  return {
    areaWords: words.filter((word) => word !== ""),
    areaCode: cell(row, code && [code.column]).value || null,
  };
}

type Words<K extends string> = { columns?: string[] | undefined; values: Record<string, K>; else: K };
type Word<K extends string> = { word: K; unknown: string };

function wordReader<K extends string>({ columns, values, else: fallback }: Words<K>, cell: ReadCell) {
  const known = new Map(Object.entries(values));
  return (row: TableRow): Word<K> => {
    const { value } = cell(row, columns);
    const word = known.get(value) ?? known.get(wholeOf(value));
    return { word: word ?? fallback, unknown: word === undefined ? value : "" };
  };
}

function unknown(note: "channelUnknown" | "typeUnknown", { unknown: value }: Word<string>): EntryNote[] {
  return value === "" ? [] : [{ note, value }];
}

/** What the closing notes mean: the first rule that fits. */
function outcomeReader({ closing }: CaseMapping, cell: ReadCell) {
  const rules = closing?.rules ?? [];
  return (row: TableRow, isClosed: boolean) => {
    const { value } = cell(row, closing?.columns);
    const rule = rules.find(({ begins, is }) => (begins === undefined ? value === is : value.startsWith(begins)));
    return { closeReason: isClosed ? (rule?.reason ?? null) : null, validity: rule?.validity ?? "valid" };
  };
}
