import { dueAt } from "../../lib/calendar/clock";
import type { Limit } from "../../lib/calendar/model";

/** When a limit runs out, in milliseconds, reckoned as the product does it. */
export const due = (from: number, limit: Limit): number => dueAt(new Date(from), limit).at.getTime();
