import type { CaseMapping } from "./import/mapping";
import type { CaseEntry } from "./import/sheet";

export const punctualities = ["on_time", "late", "late_open", "not_due", "no_limit"] as const;
/** What the times of a request say. */
export type Punctuality = (typeof punctualities)[number];
/** What its source says of it. */
export type Flag = "on_time" | "late" | "blank" | "other";

const agreeing: Record<Punctuality, Flag[]> = {
  on_time: ["on_time"],
  late: ["late"],
  late_open: ["late"],
  not_due: ["blank"],
  no_limit: ["blank"],
};

export function punctualityOf(
  { closeDueAt, closedAt }: Pick<CaseEntry, "closeDueAt" | "closedAt">,
  now: Date,
): Punctuality {
  if (closeDueAt === null) return "no_limit";
  if (closedAt !== null) return closedAt <= closeDueAt ? "on_time" : "late";
  return now > closeDueAt ? "late_open" : "not_due";
}

export type FlagLine = { times: Punctuality; flag: Flag; agrees: boolean; n: number; lines: number[] };

const fewLines = 20;

/** How far the source's own mark agrees with the times it gives; it is compared row by row and never believed. */
export class FlagTally {
  private readonly found = new Map<string, FlagLine>();
  private readonly words: Map<string, "on_time" | "late">;

  constructor(
    onTime: NonNullable<CaseMapping["onTime"]>,
    private readonly now: Date,
  ) {
    this.words = new Map(Object.entries(onTime.values));
  }

  /** What the mark of a row says against its times; null where both agree. */
  add(entry: CaseEntry): FlagLine | null {
    const times = punctualityOf(entry, this.now);
    const flag = entry.flag === "" ? "blank" : (this.words.get(entry.flag) ?? "other");
    const key = `${times} ${flag}`;
    const line = this.found.get(key) ?? { times, flag, agrees: agreeing[times].includes(flag), n: 0, lines: [] };
    line.n += 1;
    if (line.lines.length < fewLines) line.lines.push(entry.row.line);
    this.found.set(key, line);
    return line.agrees ? null : line;
  }

  lines(): FlagLine[] {
    return [...this.found.values()].sort((a, b) => b.n - a.n);
  }
}
