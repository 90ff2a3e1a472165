import "server-only";
import { and, eq, isNull, lt, notInArray, type SQL } from "drizzle-orm";
import { caseRequests } from "../../../db/schema/requests";
import type { Context } from "../../context";
import { record } from "../../events/record";
import { anyOrder, hindranceOf, requestKinds, type Standing } from "../model";

type Place = { id: string; areaPos: number };

/** What was asked for and cannot be as the case stands now is no longer to be decided. */
export async function lapseRequests(ctx: Context, of: Place, standing: Standing): Promise<void> {
  const open = requestKinds.filter((kind) => hindranceOf(standing, kind, anyOrder) === null);
  await lapse(ctx, of, notInArray(caseRequests.kind, open));
}

/** A case that was offered and not taken in time stayed where it was, and may be offered again. */
export async function lapseUnanswered(ctx: Context, of: Place): Promise<void> {
  await lapse(ctx, of, and(eq(caseRequests.kind, "transfer"), lt(caseRequests.dueAt, ctx.now)));
}

async function lapse(ctx: Context, of: Place, which: SQL | undefined): Promise<void> {
  // biome-ignore lint/plugin: the verb that moves or asks anew has its permission
  const lapsed = await ctx.db
    .update(caseRequests)
    .set({ outcome: "lapsed", decidedAt: ctx.now })
    .where(and(eq(caseRequests.caseId, of.id), isNull(caseRequests.decidedAt), which))
    .returning({ kind: caseRequests.kind });
  for (const { kind } of lapsed) await tellLapsed(ctx, of, kind);
}

/** What another area took over carries no open requests along; the database has ended them with the move. */
export async function tellLapsedWith(ctx: Context, of: Place): Promise<void> {
  const lapsed = await ctx.db
    .select({ kind: caseRequests.kind })
    .from(caseRequests)
    .where(
      and(eq(caseRequests.caseId, of.id), eq(caseRequests.outcome, "lapsed"), eq(caseRequests.decidedAt, ctx.now)),
    );
  for (const { kind } of lapsed) await tellLapsed(ctx, of, kind);
}

function tellLapsed(ctx: Context, { id, areaPos }: Place, kind: string): Promise<void> {
  return record(ctx, { subject: "case", id, action: "case.lapsed", areaPos, detail: { request: kind } });
}
