import type { DayCounter, GroundCounter } from "../counters/model";

/** Open cases by clock: as counters they hold those past their limit, as `pending` those whose limit lies ahead. */
export const openCounters = ["contact_open", "dispatch_open", "close_open"] as const;
export type OpenCounter = (typeof openCounters)[number];

/** What was counted in one area over some days, as of one instant. */
export type Tally = {
  counts: Record<DayCounter, number>;
  pending: Record<OpenCounter, number>;
  hours: { contact: Median; dispatch: Median };
  opening: number;
};

/** Hours in the middle of `n` durations; exact where they were read one by one, else grouped in classes of 5 %. */
export type Median = { value: number | null; n: number; exact: boolean };

export type Ground = Record<GroundCounter, number>;

/** What partners promised by a day of a span: kept by that day, of all whose day is over; and whose day is still to end. */
export type Promises = { kept: number; due: number; notDue: number };

export const noPromises: Promises = { kept: 0, due: 0, notDue: 0 };

export const noMedian: Median = { value: null, n: 0, exact: true };
