import { and, between, eq, sql } from "drizzle-orm";
import { answerBatches, paperBatches } from "../../db/schema/senses";
import type { AreaRange } from "../areas/model";
import type { Context } from "../context";

/** The codes of a batch that were out: of one that was taken back those used before, and all of them until that is known. */
export const codesOut = sql<number>`case when ${answerBatches.revokedAt} is null then ${answerBatches.sheets}
  else coalesce(${answerBatches.answered}, ${answerBatches.sheets}) end`;

/** How many of the codes that were handed out came back as an answer; paper forms carry none and stand apart. */
export type Response = { handedOut: number; answered: number; onPaper: number };

/** Null where no code was handed out, so that nobody knows how many were asked. */
export async function responseOf(
  ctx: Context,
  range: AreaRange,
  { roundId, answers }: { roundId: string; answers: number },
): Promise<Response | null> {
  const [[codes], [paper]] = await Promise.all([
    ctx.db
      .select({ sheets: sql<number>`coalesce(sum(${codesOut}), 0)::int` })
      .from(answerBatches)
      .where(and(eq(answerBatches.roundId, roundId), between(answerBatches.areaPos, range.pos, range.last))),
    ctx.db
      .select({ forms: sql<number>`coalesce(sum(${paperBatches.forms}), 0)::int` })
      .from(paperBatches)
      .where(and(eq(paperBatches.roundId, roundId), between(paperBatches.areaPos, range.pos, range.last))),
  ]);
  const [handedOut, onPaper] = [codes?.sheets ?? 0, paper?.forms ?? 0];
  const answered = answers - onPaper;
  return handedOut > 0 && answers > 0 && answered >= 0 ? { handedOut, answered, onPaper } : null;
}
