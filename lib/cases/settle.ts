import "server-only";
import { and, asc, eq, gt, isNull, sql } from "drizzle-orm";
import { assignments, cases } from "../../db/schema/cases";
import { categories } from "../../db/schema/catalogue";
import { authorize } from "../access/guard";
import type { Context } from "../context";
import { record } from "../events/record";
import type { Settings } from "../settings/model";
import { getSettings } from "../settings/queries";
import { handedOver } from "./clocks";
import { callbackDue, deadlinesOf, resumedAgain, signDue } from "./deadlines";
import { settleRequests } from "./requests/settle";
import { settleCalls } from "./whistles/settle";

const batch = 500;

/**
 * Computes again the due times of cases, of calls and of requests that rested on a calendar not published then. What still
 * meets an unpublished year stays as it is, and marked.
 */
export async function settleDeadlines(ctx: Context): Promise<{ provisional: number; settled: number }> {
  authorize(ctx.actor, "case.settle");
  const settings = await getSettings(ctx);
  const done = { provisional: 0, settled: 0 };
  let last: string | null = null;
  for (;;) {
    const rows = await listProvisional(ctx, last);
    for (const row of rows) {
      const due = dueTimesOf(row, settings);
      if (due.dueProvisional) done.provisional += 1;
      else if (await settle(ctx, row, due)) done.settled += 1;
    }
    if (rows.length < batch) break;
    last = rows.at(-1)?.current.id ?? null;
  }
  const others = [await settleCalls(ctx), await settleRequests(ctx)];
  return others.reduce(
    (all, { provisional, settled }) => ({
      provisional: all.provisional + provisional,
      settled: all.settled + settled,
    }),
    done,
  );
}

const handedAt = sql<Date | null>`${sql.raw(handedOver("cases"))}`.mapWith(cases.dispatchedAt);

function listProvisional(ctx: Context, last: string | null) {
  return ctx.db
    .select({ current: cases, category: categories, handedAt, before: sql<unknown>`to_jsonb(${cases})` })
    .from(cases)
    .leftJoin(categories, eq(categories.code, cases.categoryCode))
    .where(and(cases.dueProvisional, last === null ? undefined : gt(cases.id, last)))
    .orderBy(asc(cases.id))
    .limit(batch);
}

type Provisional = Awaited<ReturnType<typeof listProvisional>>[number];

function dueTimesOf({ current, category, handedAt }: Provisional, settings: Settings) {
  const { registeredAt, closedAt, urgent, signDueAt, callbackDueAt, callbackTriedAt } = current;
  const { dueProvisional, closeDueAt, ...limits } = deadlinesOf(
    registeredAt,
    urgent,
    current.limits ?? category,
    settings,
  );
  const sign = handedAt && signDueAt ? signDue(handedAt, urgent, settings) : null;
  const callback = closedAt && callbackDueAt ? callbackDue(closedAt, callbackTriedAt, settings) : null;
  const moved = movedOf(current, settings);
  return {
    ...limits,
    closeDueAt: moved ? moved.at : closeDueAt,
    signDueAt: sign?.at ?? null,
    callbackDueAt: callback?.at ?? null,
    dueProvisional: dueProvisional || [sign, callback, moved].some((due) => due?.provisional === true),
  };
}

/** More time that was granted stays; after a pause it is reckoned again. Null where the limit was never moved. */
function movedOf({ extendedAt, deferralAt, closeDueAt, pause }: Provisional["current"], settings: Settings) {
  if (extendedAt === null && deferralAt === null) return null;
  return (pause && resumedAgain(pause, closeDueAt, settings)) ?? { at: closeDueAt, provisional: false };
}

async function settle(ctx: Context, { current, before }: Provisional, due: ReturnType<typeof dueTimesOf>) {
  const settled = await ctx.db
    .update(cases)
    .set({ ...due, version: sql`${cases.version} + 1` })
    .where(and(eq(cases.id, current.id), eq(cases.version, current.version)))
    .returning({ id: cases.id });
  if (settled.length === 0) return false;
  await ctx.db
    .update(assignments)
    .set({ signDueAt: due.signDueAt })
    .where(and(eq(assignments.caseId, current.id), isNull(assignments.endedAt)));
  await record(ctx, {
    subject: "case",
    id: current.id,
    action: "case.settled",
    areaPos: current.areaPos,
    detail: { from: current.closeDueAt, to: due.closeDueAt },
    counts: { of: "case", before },
  });
  return true;
}
