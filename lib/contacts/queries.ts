import { eq } from "drizzle-orm";
import { units } from "../../db/schema/areas";
import { caseContacts } from "../../db/schema/contacts";
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
