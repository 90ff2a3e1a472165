import { heardUntil, type QuietHours } from "../calendar/quiet";
import { localDayNumber, startOfNumber } from "../calendar/zone";

const hour = 3_600_000;
export const usualDigestHour = 8;

/** An issue tells of what happened after the one before it, up to its own hour. */
export type Issue = { after: Date; at: Date };

/** The last issue of a daily digest: one a day, and none in quiet hours; that of such an hour comes out when they are over. */
export function lastIssue(now: Date, digestHour: number, quiet: QuietHours | null): Issue {
  const heard = heardUntil(now, quiet);
  const today = localDayNumber(heard);
  const day = startOfNumber(today) + digestHour * hour <= heard.getTime() ? today : today - 1;
  const issueOf = (number: number) => new Date(startOfNumber(number) + digestHour * hour);
  return { after: issueOf(day - 1), at: issueOf(day) };
}
