import { and, eq } from "drizzle-orm";
import { cases } from "../../../db/schema/cases";
import type { Context } from "../../context";
import { Refusal } from "../../errors";
import type { RegisterInput } from "../input";

/** Whose number an order bears: that of the hotline is one for the city, any other is one for the office that got it. */
export function orderOf({ actor }: Context, { channel, orderNumber }: RegisterInput) {
  if (!orderNumber) return {};
  return { source: channel === "hotline" ? hotline : `order.${actor.areaId}`, sourceKey: orderNumber };
}

/** The source under which sheets of the hotline are known too. */
export const hotline = "12345";

/** Why nothing was added: the same form again, which is well, or the number of an order that is registered already. */
export async function refuseTakenOrder(ctx: Context, input: RegisterInput): Promise<void> {
  const { source, sourceKey } = orderOf(ctx, input);
  if (!source) return;
  const [taken] = await ctx.db
    .select({ id: cases.id, number: cases.number, title: cases.title })
    .from(cases)
    .where(and(eq(cases.source, source), eq(cases.sourceKey, sourceKey)));
  if (taken?.id === input.id) return;
  if (!taken) throw new Refusal("conflict", "case.orderElsewhere", { order: sourceKey }, "orderNumber");
  const { id, number, title } = taken;
  throw new Refusal(
    "conflict",
    "case.orderTaken",
    { order: sourceKey, number: String(number) },
    "orderNumber",
  ).offering([{ name: "open", value: id, label: `№ ${number} ${title}`, href: `/cases/${id}` }]);
}
