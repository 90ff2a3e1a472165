import { eq, sql } from "drizzle-orm";
import { units } from "../../db/schema/areas";
import { caseContacts } from "../../db/schema/contacts";
import { authorize } from "../access/guard";
import type { Context } from "../context";
import { keptFromContacts } from "./model";

/** Whether there is a contact and until when; never what it says. */
export async function findContact(ctx: Context, caseId: string) {
  const { givenAt, erasedAt } = caseContacts;
  const [found] = await ctx.db.select({ givenAt, erasedAt }).from(caseContacts).where(eq(caseContacts.caseId, caseId));
  return found ?? null;
}

/** Whether the actor may learn how to reach who asked at all: not for a property company or an owners' committee. */
export async function learnsContacts(ctx: Context): Promise<boolean> {
  if (ctx.actor.unitId === null) return true;
  const [unit] = await ctx.db.select({ kind: units.kind }).from(units).where(eq(units.id, ctx.actor.unitId));
  return !keptFromContacts.some((kind) => kind === unit?.kind);
}

type Retention = { kept: number; nextAt: string | null; erased: number; lately: number; lastAt: string | null };

/** How many contacts are kept and were erased in the actor's part of the tree, for who answers for it that they are. */
export async function reportRetention(ctx: Context) {
  authorize(ctx.actor, "setting.edit");
  const [found] = await ctx.db.execute<Retention>(
    sql`select kept, next_at as "nextAt", erased, lately, last_at as "lastAt" from contact_report()`,
  );
  const { kept = 0, erased = 0, lately = 0, nextAt = null, lastAt = null } = found ?? {};
  return { kept, erased, lately, nextAt: instantOf(nextAt), lastAt: instantOf(lastAt) };
}

const instantOf = (text: string | null) => (text === null ? null : new Date(text));
