import "server-only";
import { caseContacts } from "../../db/schema/contacts";
import { authorize } from "../access/guard";
import { checkUnit } from "../cases/change";
import { getCase } from "../cases/queries";
import type { Context } from "../context";
import { Refusal } from "../errors";
import { record } from "../events/record";
import type { GiveInput } from "./input";
import type { Contact } from "./model";
import { learnsContacts } from "./queries";
import { seal } from "./seal";

/** Notes how to reach whoever asked, or corrects it, while the case is worked on. */
export async function giveContact(ctx: Context, input: GiveInput): Promise<void> {
  const found = await getCase(ctx, input.id);
  authorize(ctx.actor, "contact.give");
  if (!(await learnsContacts(ctx))) throw new Refusal("forbidden", "contact.notForUnit");
  checkUnit(ctx, found);
  const { current } = found;
  if (current.closedAt) throw new Refusal("conflict", "contact.closed");

  await keepContact(ctx, current, { name: input.contactName ?? "", phone: input.contactPhone });
  await record(ctx, { subject: "case", id: current.id, action: "case.contact-given", areaPos: current.areaPos });
}

/** Seals a contact into the one row its case has for it. */
export async function keepContact(ctx: Context, at: { id: string; areaPos: number }, contact: Contact): Promise<void> {
  const sealed = { sealed: seal(at.id, contact), givenAt: ctx.now, erasedAt: null };
  await ctx.db
    .insert(caseContacts)
    .values({ caseId: at.id, areaPos: at.areaPos, ...sealed })
    .onConflictDoUpdate({ target: caseContacts.caseId, set: sealed });
}
