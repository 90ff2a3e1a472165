import { z } from "zod";
import { askedDay } from "../asked";
import type { Period } from "../periods/model";
import { grains } from "../periods/model";
import { parsePeriod, periodAt } from "../periods/period";

/** Whatever an address holds becomes a view of the board; what it does not understand it leaves out. */
export const boardFilter = z.object({
  area: z.uuid().optional().catch(undefined),
  period: z.string().max(30).optional().catch(undefined),
  from: askedDay,
  to: askedDay,
  grain: z.enum(grains).optional().catch(undefined),
  compare: z.enum(["year"]).optional().catch(undefined),
  wall: z.enum(["1"]).optional().catch(undefined),
  left: z.enum(["1"]).optional().catch(undefined),
});
export type BoardFilter = z.output<typeof boardFilter>;

/** Two days as they were written that make no period: another is shown, and that is told. */
export type RefusedRange = { from: string; to: string };

export function refusedRange(asked: Record<string, string | string[] | undefined>): RefusedRange | null {
  const [from, to] = [asked.from, asked.to];
  if (typeof from !== "string" || typeof to !== "string") return null;
  return parsePeriod(`${from}..${to}`, null) === null ? { from, to } : null;
}

/** The period of an address: two days, a written period, or the month that holds today. */
export function periodOf(
  { period, from, to }: Pick<BoardFilter, "period" | "from" | "to">,
  today: string,
  cutoff: number | null,
): Period {
  const written = from && to ? `${from}..${to}` : (period ?? "");
  return parsePeriod(written, cutoff) ?? periodAt(today, "month", cutoff);
}
