import { dayNumber, nextDay } from "../calendar/zone";

/** So many weeks are compared on either side of the day of the action, and so many at most are drawn after it. */
export const weeksCompared = 12;
const weeksDrawn = 26;

export type Week = { week: number; from: string; to: string };

/** The weeks around the day of the action, counted from it: the last whole ones before, and those that are over since. */
export function weeksAround(startsOn: string, today: string): Week[] {
  const over = Math.floor((dayNumber(today) - dayNumber(startsOn)) / 7);
  const after = Math.max(0, Math.min(over, weeksDrawn));
  return Array.from({ length: weeksCompared + after }, (_, index) => {
    const week = index - weeksCompared;
    const from = nextDay(startsOn, week * 7);
    return { week, from, to: nextDay(from, 6) };
  });
}

export const isBefore = ({ week }: Pick<Week, "week">) => week < 0;
export const isAfter = ({ week }: Pick<Week, "week">) => week >= 0 && week < weeksCompared;

/** A day on which something was done about a topic: `note` is null where its action began. */
export type TopicMark = { topicId: string; title: string; areaName: string; day: string; note: string | null };
/** `isCut` where there are more of them than a chart can carry. */
export type TopicMarks = { rows: TopicMark[]; isCut: boolean };
