import { and, gt, isNotNull, isNull, lte, not, or, type SQL, sql } from "drizzle-orm";
import { whistles } from "../../../db/schema/whistles";
import type { WhistlePart } from "./model";

/**
 * What a call counts as at an instant. Called is what was not taken back; of it only what came or answered, or whose
 * limit is over, is reckoned: in time or late. What ended with its case before the limit is in neither.
 */
export function partIs(part: WhistlePart, now: Date): SQL | undefined {
  const { arriveDueAt, arrivedAt, dueAt, answeredAt, endedAt } = whistles;
  const until = sql`least(${endedAt}, ${now.toISOString()}::timestamptz)`;
  const stands = sql`${whistles.endReason} is distinct from 'withdrawn'`;
  const conditions: Record<WhistlePart, SQL | undefined> = {
    called: stands,
    arrived: and(stands, lte(arrivedAt, arriveDueAt)),
    "arrival-due": and(stands, or(isNotNull(arrivedAt), gt(until, arriveDueAt))),
    answered: lte(answeredAt, dueAt),
    "answer-due": and(stands, or(isNotNull(answeredAt), gt(until, dueAt))),
    late: and(stands, or(gt(answeredAt, dueAt), and(isNull(answeredAt), gt(until, dueAt)))),
    open: and(isNull(answeredAt), isNull(endedAt)),
    withdrawn: not(stands),
  };
  return conditions[part];
}
