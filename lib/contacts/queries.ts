import { eq } from "drizzle-orm";
import { caseContacts } from "../../db/schema/contacts";
import type { Context } from "../context";

/** Whether there is a contact and until when; never what it says. */
export async function findContact(ctx: Context, caseId: string) {
  const { givenAt, erasedAt } = caseContacts;
  const [found] = await ctx.db.select({ givenAt, erasedAt }).from(caseContacts).where(eq(caseContacts.caseId, caseId));
  return found ?? null;
}
