import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { escalationRules } from "../../db/schema/escalation";
import { authorize } from "../access/guard";
import { getOpenArea } from "../areas/queries";
import type { Context } from "../context";
import { Refusal } from "../errors";
import { record } from "../events/record";
import type { EndRuleInput, RuleInput } from "./input";
import { toldBy } from "./model";
import { getRule } from "./queries";

/** From now on what is so late in the area is brought before whom the rule names. */
export async function addRule(ctx: Context, { areaId, ...rule }: RuleInput): Promise<void> {
  const area = await getOpenArea(ctx, areaId);
  authorize(ctx.actor, "rule.edit");
  if (!toldBy(ctx.actor).includes(rule.toLevel)) throw new Refusal("invalid", "escalation.tooHigh", {}, "toLevel");

  await ctx.db.insert(escalationRules).values({
    ...rule,
    id: uuidv7(),
    areaId: area.id,
    areaPos: area.pos,
    areaLast: area.last,
    addedAt: ctx.now,
  });
  await record(ctx, { subject: "area", id: area.id, action: "rule.added", areaPos: area.pos, detail: rule });
}

/** The rule holds no longer; what it brought before somebody stays so. */
export async function endRule(ctx: Context, { id }: EndRuleInput): Promise<void> {
  const { areaId, areaPos, clock, lateBy, unit, toRole, toLevel } = await getRule(ctx, id);
  authorize(ctx.actor, "rule.edit");

  const ended = await ctx.db
    .update(escalationRules)
    .set({ endedAt: ctx.now })
    .where(and(eq(escalationRules.id, id), isNull(escalationRules.endedAt)))
    .returning({ id: escalationRules.id });
  if (ended.length === 0) throw new Refusal("conflict", "escalation.ended");
  await record(ctx, {
    subject: "area",
    id: areaId,
    action: "rule.ended",
    areaPos,
    detail: { clock, lateBy, unit, toRole, toLevel },
  });
}
