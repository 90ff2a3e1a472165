import { Badge } from "../ui/badge";

export type DueTexts = {
  noLimit: string;
  deferred: string;
  onTime: string;
  wasLate: string;
  late: (duration: number) => string;
  soon: (duration: number) => string;
  dueAt: (at: Date) => string;
};

const soonWithin = 4 * 3_600_000;

/** Whether it is late or soon will be: then it is told how long, and no longer by when. */
export const isSoonOrLate = (due: Date, now: Date) => due.getTime() - now.getTime() < soonWithin;

/** How a clock stands, in a word: done in time or late, late, due soon, or by when. */
export function DueBadge({
  due,
  done,
  now,
  deferred = false,
  texts,
}: {
  due: Date | null;
  done: Date | null;
  now: Date;
  deferred?: boolean;
  texts: DueTexts;
}) {
  if (due === null) return <span className="text-sm text-faint">{texts.noLimit}</span>;
  if (deferred) return <Badge>{texts.deferred}</Badge>;
  if (done !== null) {
    return done.getTime() <= due.getTime() ? (
      <Badge tone="good">{texts.onTime}</Badge>
    ) : (
      <Badge icon="late">{texts.wasLate}</Badge>
    );
  }
  const left = due.getTime() - now.getTime();
  if (left < 0) return <Badge tone="late">{texts.late(-left)}</Badge>;
  if (isSoonOrLate(due, now)) return <Badge tone="soon">{texts.soon(left)}</Badge>;
  return <span className="text-sm whitespace-nowrap text-second">{texts.dueAt(due)}</span>;
}
