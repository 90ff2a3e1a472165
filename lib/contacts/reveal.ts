import "server-only";
import { eq, sql } from "drizzle-orm";
import { caseContacts } from "../../db/schema/contacts";
import { authorize } from "../access/guard";
import { dayStart, localDay } from "../calendar/zone";
import { checkUnit } from "../cases/change";
import { getCase } from "../cases/queries";
import type { Context } from "../context";
import { Refusal } from "../errors";
import { record } from "../events/record";
import { getSettings } from "../settings/queries";
import type { RevealInput } from "./input";
import type { Contact } from "./model";
import { learnsContacts } from "./queries";
import { unseal } from "./seal";

/** Shows a contact once, for a reason that stays in the trace; nobody looks at more than so many a day. */
export async function revealContact(ctx: Context, input: RevealInput): Promise<Contact> {
  const found = await getCase(ctx, input.id);
  authorize(ctx.actor, "contact.reveal");
  if (!(await learnsContacts(ctx))) throw new Refusal("forbidden", "contact.notForUnit");
  checkUnit(ctx, found);
  const [settings, sealed] = await Promise.all([getSettings(ctx), getSealed(ctx, found.current.id)]);
  await checkLimit(ctx, settings.revealsADay);

  const contact = unseal(found.current.id, sealed);
  await record(ctx, {
    subject: "case",
    id: found.current.id,
    action: "case.contact-revealed",
    areaPos: found.current.areaPos,
    detail: { purpose: input.reason, note: input.note ?? "" },
  });
  return contact;
}

async function getSealed(ctx: Context, caseId: string): Promise<string> {
  const [found] = await ctx.db
    .select({ sealed: caseContacts.sealed })
    .from(caseContacts)
    .where(eq(caseContacts.caseId, caseId));
  if (!found?.sealed) throw new Refusal("conflict", found ? "contact.erased" : "contact.none");
  return found.sealed;
}

/** One reveal of an account after the other: two at once cannot both be the last. */
async function checkLimit(ctx: Context, most: number): Promise<void> {
  const since = dayStart(localDay(ctx.now)).toISOString();
  const [spent] = await ctx.db.execute<{ n: number }>(sql`select count_reveals(${since}) as n`);
  if ((spent?.n ?? most) >= most) throw new Refusal("conflict", "contact.spent", { most });
}
