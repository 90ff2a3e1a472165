import type { AreaRange } from "../areas/model";
import { dayCounters } from "../counters/model";
import type { Clock, CountRow } from "./questions";
import { noMedian, openCounters, type Tally } from "./tally";

export type Edge = { clock: Clock; areaPos: number; n: number }[];

/** Nothing counted: what an area without a row in a span has. */
export function emptyTally(): Tally {
  // Object.fromEntries forgets the names of its keys; they are those of the list.
  const counts = Object.fromEntries(dayCounters.map((key) => [key, 0])) as Tally["counts"];
  return {
    counts,
    pending: { contact_open: 0, dispatch_open: 0, close_open: 0 },
    hours: { contact: noMedian, dispatch: noMedian },
    opening: 0,
  };
}

/** Adds a row of counts: what is open and placed from today on is pending until the edge says otherwise. */
export function addRow(tally: Tally, row: CountRow): Tally {
  for (const key of dayCounters) tally.counts[key] += Number(row[key] ?? 0);
  for (const key of openCounters) {
    const fromToday = Number(row[`${key}_from_today`] ?? 0);
    tally.counts[key] -= fromToday;
    tally.pending[key] += fromToday;
  }
  return tally;
}

/** Moves to "late" what passed its limit since the day began, in the part of the tree asked about. */
export function addEdge(tally: Tally, edge: Edge, range: AreaRange): Tally {
  for (const { clock, areaPos, n } of edge) {
    if (areaPos < range.pos || areaPos > range.last) continue;
    tally.counts[`${clock}_open`] += n;
    tally.pending[`${clock}_open`] -= n;
  }
  return tally;
}
