export const periodKinds = ["month", "quarter", "year", "range"] as const;
export type PeriodKind = (typeof periodKinds)[number];

export const grains = ["day", "week", "month"] as const;
export type Grain = (typeof grains)[number];

/** Local days (YYYY-MM-DD) from `from` to `to`, both included. */
export type Span = { from: string; to: string };

export type Period = Span & { kind: PeriodKind };

/**
 * A part of a period. `key`: the day (2026-11-23), the ISO week (2026W48) or the month (2026-11) it lies in; the first
 * and the last part may be cut by the period.
 */
export type Bucket = Span & { key: string };

/** The last day of a month's period, 1…28: 18 is the 19th of the month before to the 18th. Null or 31: the calendar month. */
export type Cutoff = number | null;
