import "server-only";
import { asc, eq, inArray } from "drizzle-orm";
import { cases } from "../../db/schema/cases";
import { caseLinks } from "../../db/schema/requests";
import type { Context } from "../context";
import { Refusal } from "../errors";
import type { Found } from "./change";
import type { LinkKind } from "./model";

/** Two cases in one order, so that who merges them the other way round waits instead of undoing it. */
export async function holdBoth(ctx: Context, ids: [string, string]): Promise<void> {
  await ctx.db.select({ id: cases.id }).from(cases).where(inArray(cases.id, ids)).orderBy(asc(cases.id)).for("update");
}

type End = { id: string; areaPos: number };

/** The other case by its number, as far as the actor can see it. */
export async function getOther(ctx: Context, { current }: Found, number: number) {
  const [other] = await ctx.db.select().from(cases).where(eq(cases.number, number));
  if (!other) throw new Refusal("invalid", "case.noSuchNumber", {}, "number");
  if (other.id === current.id) throw new Refusal("invalid", "case.itself", {}, "number");
  return other;
}

/** Ties two cases, each knowing what the other is to it; what was tied before stays as it was. */
export async function tie(ctx: Context, [one, kind]: [End, LinkKind], [other, back]: [End, LinkKind]): Promise<void> {
  // biome-ignore lint/plugin: part of the move, which the verb records
  await ctx.db
    .insert(caseLinks)
    .values([
      { caseId: one.id, otherId: other.id, areaPos: one.areaPos, kind, at: ctx.now },
      { caseId: other.id, otherId: one.id, areaPos: other.areaPos, kind: back, at: ctx.now },
    ])
    .onConflictDoNothing();
}
