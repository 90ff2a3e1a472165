/** A bar of a week, whether it lies before the day from which one counts, and what was noted in it. */
export type WeekRow = { key: number; label: string; n: number; before: boolean; notes: string[] };
