import { wallClockOf } from "../../calendar/wall-clock";
import type { TableRow } from "../../exchange/table";
import { type DaySide, type ReadTime as PatternTime, timePattern } from "../../exchange/written-time";
import type { CaseMapping } from "./mapping";
import type { Cell, ReadCell } from "./sheet-columns";
import type { Faults } from "./sheet-faults";

export const timeKeys = ["registered", "due", "contacted", "dispatched", "closed"] as const;
type TimeKey = (typeof timeKeys)[number];

export type TimeNote = { note: "twice" | "dueBefore"; value: string };
type ReadTime = { at: Date | null; cell: Cell; twice: boolean };
type Times = Record<TimeKey, ReadTime>;

/** The times of a row as instants, in the zone and the form that the mapping names. */
export function timesReader(mapping: CaseMapping, cell: ReadCell, now: Date) {
  const readers = mapRecord((key) => timeReader(mapping, mapping[key], key === "due" ? "ends" : "begins"));
  return (row: TableRow, faults: Faults) => {
    const times = mapRecord((key) => readers[key](cell(row, mapping[key]?.columns), faults));
    checkTimes(times, faults, now);
    return { at: mapRecord((key) => times[key].at), notes: notesOf(times) };
  };
}

function mapRecord<V>(of: (key: TimeKey) => V): Record<TimeKey, V> {
  return {
    registered: of("registered"),
    due: of("due"),
    contacted: of("contacted"),
    dispatched: of("dispatched"),
    closed: of("closed"),
  };
}

/** A limit that names a day only is kept until that day is over. */
function timeReader(mapping: CaseMapping, time: CaseMapping["due"], side: DaySide) {
  const clock = wallClockOf(time?.zone ?? mapping.zone);
  const patterns = (time?.form ?? mapping.form).flatMap((form) => timePattern(form) ?? []);
  return (cell: Cell, faults: Faults): ReadTime => {
    if (cell.value === "" || !clock) return { at: null, cell, twice: false };
    const read = firstTime(patterns.map((pattern) => pattern(cell.value, clock, side)));
    if (!("fault" in read)) return { ...read, cell };
    faults.add(cell, `case.import.time.${read.fault}`);
    return { at: null, cell, twice: false };
  };
}

/** As the first pattern that it fits says; where it fits one but is no day, that is what is wrong with it. */
function firstTime(read: PatternTime[]) {
  const sound = read.find((time) => !("fault" in time));
  const telling = read.find((time) => "fault" in time && time.fault !== "form");
  return sound ?? telling ?? { fault: "form" as const };
}

const earliest = Date.UTC(1999, 11, 31, 16);

function checkTimes(times: Times, faults: Faults, now: Date): void {
  const { registered } = times;
  const start = registered.at;
  if (start === null) {
    if (registered.cell.value === "") faults.add(registered.cell, "case.import.registeredMissing");
    return;
  }
  if (start.getTime() < earliest) faults.add(registered.cell, "case.import.early");
  for (const { at, cell } of [registered, times.contacted, times.dispatched, times.closed]) {
    if (at && at > now) faults.add(cell, "case.import.future");
    else if (at && at < start) faults.add(cell, "case.import.beforeRegistered");
  }
}

function notesOf(times: Times): TimeNote[] {
  const { registered, due } = times;
  const twice = timeKeys.flatMap((key): TimeNote[] =>
    times[key].twice ? [{ note: "twice", value: times[key].cell.value }] : [],
  );
  const isBefore = due.at !== null && registered.at !== null && due.at < registered.at;
  return isBefore ? [...twice, { note: "dueBefore", value: due.cell.value }] : twice;
}
