import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { cases } from "../../db/schema/cases";
import type { Context } from "../context";
import { Refusal } from "../errors";
import { record } from "../events/record";
import { type Move, mayMove, moves } from "./model";
import type { getCase } from "./queries";

type Found = Awaited<ReturnType<typeof getCase>>;
type Change = Partial<typeof cases.$inferInsert>;

/** Refuses a move the state does not allow, and one asked for over a page that is no longer what stands. */
export function checkMove({ current }: Found, move: Move, version: number): void {
  if (!mayMove(current.state, move)) throw new Refusal("conflict", "case.state", { state: current.state });
  if (current.version !== version) throw new Refusal("conflict", "case.moved", { state: current.state });
}

/** A handler works on what lies with the own unit now; what it returned it may only read. */
export function checkUnit(ctx: Context, { current }: Found): void {
  if (ctx.actor.unitId !== null && ctx.actor.unitId !== current.unitId)
    throw new Refusal("forbidden", "case.elsewhere");
}

/** One move of one case: of two at once exactly one wins, the other is told. */
export async function moveCase(ctx: Context, found: Found, move: Move, change: Change): Promise<void> {
  const state = moves[move].to ?? found.current.state;
  await changeCase(ctx, found, { ...change, state });
}

async function changeCase(ctx: Context, { current }: Found, change: Change): Promise<void> {
  // biome-ignore lint/plugin: the verb that moves the case has asked, and records the move when it is whole
  const changed = await ctx.db
    .update(cases)
    .set({ ...change, version: sql`${cases.version} + 1` })
    .where(and(eq(cases.id, current.id), eq(cases.state, current.state), eq(cases.version, current.version)))
    .returning({ id: cases.id });
  if (changed.length === 0) throw new Refusal("conflict", "case.moved", { state: current.state });
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
