import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import { cases } from "../../db/schema/cases";
import { whistles } from "../../db/schema/whistles";
import type { Context } from "../context";
import { Refusal } from "../errors";
import { record } from "../events/record";
import {
  anyOrder,
  type CloseReason,
  hindranceOf,
  leadAfter,
  leavesByConsent,
  type Move,
  moves,
  type Rules,
} from "./model";
import { getCase } from "./queries";
import { lapseRequests } from "./requests/lapse";

export type Found = Awaited<ReturnType<typeof getCase>>;
type Change = Partial<typeof cases.$inferInsert>;

/** Refuses a move the state does not allow, and one asked for over a page that is no longer what stands. */
export function checkMove({ current }: Found, move: Move, version: number, rules: Rules = anyOrder): void {
  const hindrance = hindranceOf(current, move, rules);
  if (hindrance) throw new Refusal("conflict", hindrance, { state: current.state });
  if (current.version !== version) throw moved(current);
}

/** Refuses one person to take out of the rates what is late; another has to grant it. */
export function checkLeaving(ctx: Context, { current }: Found, move: Move, reason?: CloseReason): void {
  if (leavesByConsent(current, move, { now: ctx.now, ...(reason ? { reason } : {}) }))
    throw new Refusal("conflict", "case.lateByConsent", { state: current.state });
}

/** A handler works on what lies with the own unit now; what it returned it may only read. */
export function checkUnit(ctx: Context, { current }: Found): void {
  if (ctx.actor.unitId !== null && ctx.actor.unitId !== current.unitId)
    throw new Refusal("forbidden", "case.elsewhere");
}

/** What somebody did is judged by another. */
export function checkAnother(ctx: Context, by: string | null): void {
  if (ctx.actor.accountId === by) throw new Refusal("conflict", "case.own");
}

/** One move of one case: of two at once exactly one wins, the other is told. */
export async function moveCase(ctx: Context, found: Found, move: Move, change: Change): Promise<void> {
  const [straight] = moves[move].to;
  const state = change.state ?? straight ?? found.current.state;
  await changeCase(ctx, found, { ...change, state, leadUnitId: leadAfter(move, found.current) });
  const { current } = found;
  const { contactedAt = current.contactedAt, deferredAt = current.deferredAt } = change;
  if (state !== current.state || change.deferredAt)
    await lapseRequests(ctx, current, { state, contactedAt, deferredAt });
  if (state === "closed") await endWhistles(ctx, found);
}

/** With the case ends what called units have not answered. */
async function endWhistles(ctx: Context, { current }: Found): Promise<void> {
  // biome-ignore lint/plugin: part of the move, which the verb records
  await ctx.db
    .update(whistles)
    .set({ endedAt: ctx.now, endReason: "closed" })
    .where(and(eq(whistles.caseId, current.id), isNull(whistles.answeredAt), isNull(whistles.endedAt)));
}

/** Changes the row as it was found, or tells who comes too late. */
export async function changeCase(ctx: Context, { current }: Found, change: Change): Promise<void> {
  // biome-ignore lint/plugin: the verb that moves the case has asked, and records the move when it is whole
  const changed = await ctx.db
    .update(cases)
    .set({ ...change, version: sql`${cases.version} + 1` })
    .where(and(eq(cases.id, current.id), eq(cases.state, current.state), eq(cases.version, current.version)))
    .returning({ id: cases.id });
  if (changed.length === 0) throw moved((await getCase(ctx, current.id)).current);
}

/** Who comes too late hears how the case stands now, and may press again over that. */
function moved({ state, version }: Found["current"]): Refusal {
  return new Refusal("conflict", "case.moved", { state, version });
}

/** The trace of a move, with the counts it alters. */
export function recordMove(ctx: Context, { current, before }: Found, action: string, detail: Record<string, unknown>) {
  return record(ctx, {
    subject: "case",
    id: current.id,
    action,
    areaPos: current.areaPos,
    detail,
    counts: { of: "case", before },
  });
}
