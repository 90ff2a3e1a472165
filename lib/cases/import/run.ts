import { Refusal } from "../../errors";
import { type ImportReport, type Notice, type Rejection, rejectedLines } from "../../exchange/report";
import type { TableStream } from "../../exchange/table-stream";
import { FlagTally } from "../on-time";
import type { CaseMapping } from "./mapping";
import type { ReadyCase } from "./ready";

/** One row worth a look: its source's mark or its place says something else than the rest of the row. */
export type Difference = { line: number; id: string; what: "flag" | "place"; said: string; found: string };

export type CaseImportReport = ImportReport & {
  details: {
    excluded: Record<string, number>;
    unplaced: number;
    flags: ReturnType<FlagTally["lines"]>;
    places: { name: string; point: string; n: number }[];
    differences: Difference[];
  };
};

const most = { rejected: 100_000, differences: 200_000, words: 12 };

/** What came of a file while it is read. */
export class ImportRun {
  read = 0;
  fresh = 0;
  changed = 0;
  same = 0;
  excluded = 0;
  private unplaced = 0;
  private readonly rejections: Rejection[] = [];
  private readonly seen = new Map<string, { hash: string; line: number }>();
  private readonly reasons = new Map<string, number>();
  private readonly notes = new Map<string, Map<string, number>>();
  private readonly places = new Map<string, { name: string; point: string; n: number }>();
  private readonly differences: Difference[] = [];
  private readonly flags: FlagTally | null;

  constructor(
    private readonly input: { sheet: TableStream; file: string; mapping: CaseMapping },
    now: Date,
  ) {
    this.flags = input.mapping.onTime ? new FlagTally(input.mapping.onTime, now) : null;
  }

  get rejected(): number {
    return rejectedLines(this.rejections);
  }

  take(rows: number, misshapen: Rejection[]): void {
    this.read += rows + rejectedLines(misshapen);
    this.reject(misshapen);
  }

  reject(found: Rejection[]): [] {
    this.rejections.push(...found);
    if (this.rejections.length > most.rejected)
      throw new Refusal("invalid", "exchange.rejectedMany", { most: most.rejected }, "file");
    return [];
  }

  /** A request said twice in one file is one, and two requests under one id are none. */
  keep(found: ReadyCase): ReadyCase[] {
    const { entry, hash } = found;
    const first = this.seen.get(entry.key);
    if (first?.hash === hash) {
      this.same += 1;
      return [];
    }
    if (first) {
      const values = { line: first.line };
      return this.reject([
        { ...entry.row, column: this.input.mapping.id, value: entry.key, reason: "case.import.twice", values },
      ]);
    }
    this.seen.set(entry.key, { hash, line: entry.row.line });
    this.note(found);
    return [found];
  }

  private note({ entry, place, unknownCategory }: ReadyCase): void {
    if (entry.validity !== "valid") {
      this.excluded += 1;
      this.reasons.set(entry.validity, (this.reasons.get(entry.validity) ?? 0) + 1);
    }
    if (!place.placed) this.unplaced += 1;
    for (const { note, value } of entry.notes) this.count(note, value);
    if (unknownCategory !== "") this.count("categoryUnknown", unknownCategory);
    for (const note of place.notes) {
      if (note.note === "disagree") this.disagree(entry, note);
      else this.count(note.note, note.value);
    }
    const differing = this.flags?.add(entry);
    if (differing)
      this.differ({ line: entry.row.line, id: entry.key, what: "flag", said: entry.flag, found: differing.times });
  }

  private disagree({ row, key }: ReadyCase["entry"], { value, point }: { value: string; point: string }): void {
    const pair = `${value}\n${point}`;
    const found = this.places.get(pair) ?? { name: value, point, n: 0 };
    found.n += 1;
    this.places.set(pair, found);
    this.differ({ line: row.line, id: key, what: "place", said: value, found: point });
  }

  private differ(difference: Difference): void {
    if (this.differences.length < most.differences) this.differences.push(difference);
  }

  private count(note: string, value: string): void {
    const words = this.notes.get(note) ?? new Map<string, number>();
    words.set(value, (words.get(value) ?? 0) + 1);
    this.notes.set(note, words);
  }

  report(applied: boolean): CaseImportReport {
    const flags = this.flags?.lines() ?? [];
    const places = [...this.places.values()].sort((a, b) => b.n - a.n);
    return {
      kind: "cases",
      file: this.input.file,
      columns: this.input.sheet.columns,
      separator: this.input.sheet.separator,
      applied,
      read: this.read,
      new: this.fresh,
      changed: this.changed,
      same: this.same,
      rejected: this.rejected,
      rejections: this.rejections.sort((a, b) => a.line - b.line),
      notices: this.notices(flags, places),
      details: {
        excluded: Object.fromEntries(this.reasons),
        unplaced: this.unplaced,
        flags,
        places,
        differences: this.differences,
      },
    };
  }

  private notices(
    flags: CaseImportReport["details"]["flags"],
    places: CaseImportReport["details"]["places"],
  ): Notice[] {
    const notices: Notice[] = [];
    const say = (reason: string, values: Notice["values"]) =>
      notices.push({ reason: `case.import.note.${reason}`, values });
    if (this.unplaced > 0) say("unplaced", { n: this.unplaced });
    for (const [validity, n] of this.reasons) say(`excluded.${validity}`, { n });
    for (const [note, words] of this.notes) say(note, { n: sum(words.values()), words: fewOf(words) });
    for (const { times, flag, agrees, n, lines } of flags)
      say(agrees ? `flagAgrees.${times}` : `flag.${times}.${flag}`, { n, lines: lines.slice(0, 5).join(", ") });
    if (places.length > 0) say("disagree", { n: sum(places.map((pair) => pair.n)) });
    for (const { name, point, n } of places.slice(0, most.words)) say("disagreePair", { name, point, n });
    return notices;
  }
}

function sum(numbers: Iterable<number>): number {
  let total = 0;
  for (const n of numbers) total += n;
  return total;
}

function fewOf(words: Map<string, number>): string {
  const sorted = [...words].sort((a, b) => b[1] - a[1]);
  const few = sorted.slice(0, most.words).map(([word, n]) => `${word.slice(0, 60)} (${n})`);
  return [...few, ...(sorted.length > most.words ? [`… (${sorted.length})`] : [])].join("; ");
}
