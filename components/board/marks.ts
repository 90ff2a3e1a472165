import type { TopicMark } from "../../lib/topics/model";

/** `at` and `lines` in percent of the width. */
export type Mark = { key: string; at: number; lines: number[]; noted: TopicMark[] };

/** Marks nearer than this could not be told apart by a finger on a phone. */
const apart = 11;

/** One mark for all that lies together; every day that is noted keeps its own line. */
export function marksOf(points: readonly { from: string; to: string }[], notes: readonly TopicMark[]): Mark[] {
  const marks: Mark[] = [];
  for (const [index, { from, to }] of points.entries()) {
    const noted = notedIn(notes, { from, to });
    if (noted.length === 0) continue;
    const line = points.length < 2 ? 50 : (index / (points.length - 1)) * 100;
    const last = marks.at(-1);
    if (last && line - (last.lines[0] ?? 0) < apart) {
      last.lines.push(line);
      last.noted.push(...noted);
      last.at = ((last.lines[0] ?? 0) + line) / 2;
    } else marks.push({ key: from, at: line, lines: [line], noted });
  }
  return marks;
}

export function notedIn(notes: readonly TopicMark[], { from, to }: { from: string; to: string }): TopicMark[] {
  return notes.filter(({ day }) => day >= from && day <= to);
}
