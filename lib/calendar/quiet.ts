import { timeOfDay } from "./clock";
import { localDayNumber, startOfNumber } from "./zone";

/** A span of every day in local time; one that ends before it begins ends on the next day. */
export type QuietHours = { from: string; to: string };

/**
 * Until when things are raised at an instant: until now, or in quiet hours until these began. What happens inside them
 * is raised when they are over.
 */
export function heardUntil(now: Date, quiet: QuietHours | null): Date {
  if (!quiet) return now;
  const [from, to] = [timeOfDay(quiet.from), timeOfDay(quiet.to)];
  const today = localDayNumber(now);
  for (const first of [today - 1, today]) {
    const begins = startOfNumber(first) + from;
    const ends = startOfNumber(to <= from ? first + 1 : first) + to;
    if (begins <= now.getTime() && now.getTime() < ends) return new Date(begins);
  }
  return now;
}
