import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { categories } from "../../db/schema/catalogue";
import { replyTemplates } from "../../db/schema/replies";
import { authorize } from "../access/guard";
import { getOpenArea } from "../areas/queries";
import type { Context } from "../context";
import { Refusal } from "../errors";
import { record } from "../events/record";
import type { AddTemplateInput, ChangeTemplateInput, RetireTemplateInput } from "./input";
import { getTemplate } from "./queries";

/** A text for answers, for an area and all below it. */
export async function addTemplate(ctx: Context, input: AddTemplateInput): Promise<void> {
  const area = await getOpenArea(ctx, input.areaId);
  authorize(ctx.actor, "reply.edit");
  await checkCategory(ctx, input.categoryCode);
  const id = uuidv7();
  await ctx.db.insert(replyTemplates).values({
    ...wordsOf(ctx, input),
    id,
    areaId: area.id,
    areaPos: area.pos,
    areaLast: area.last,
  });
  await leave(ctx, { id, areaPos: area.pos, name: input.name }, "added");
}

export async function changeTemplate(ctx: Context, input: ChangeTemplateInput): Promise<void> {
  const current = await getTemplate(ctx, input.id);
  authorize(ctx.actor, "reply.edit");
  await checkCategory(ctx, input.categoryCode);
  await change(ctx, input, wordsOf(ctx, input));
  await leave(ctx, { ...current, name: input.name }, "changed");
}

/** From here on it is offered no more; what was answered with it stays. */
export async function retireTemplate(ctx: Context, input: RetireTemplateInput): Promise<void> {
  const current = await getTemplate(ctx, input.id);
  authorize(ctx.actor, "reply.edit");
  await change(ctx, input, { retiredAt: ctx.now });
  await leave(ctx, current, "retired");
}

function wordsOf(ctx: Context, { name, move, categoryCode, body }: Omit<AddTemplateInput, "areaId">) {
  return {
    name,
    move,
    categoryCode: categoryCode ?? null,
    body,
    changedName: ctx.actor.name,
    changedAt: ctx.now,
  };
}

/** Of two who change it at once the second is told, and may press again over what stands now. */
async function change(
  ctx: Context,
  { id, version }: RetireTemplateInput,
  to: Partial<typeof replyTemplates.$inferInsert>,
): Promise<void> {
  const changed = await ctx.db
    .update(replyTemplates)
    .set({ ...to, version: sql`${replyTemplates.version} + 1` })
    .where(and(eq(replyTemplates.id, id), eq(replyTemplates.version, version), isNull(replyTemplates.retiredAt)))
    .returning({ id: replyTemplates.id });
  if (changed.length === 0)
    throw new Refusal("conflict", "reply.moved", { version: (await getTemplate(ctx, id)).version });
}

async function checkCategory(ctx: Context, code: string | undefined): Promise<void> {
  if (code === undefined) return;
  const [known] = await ctx.db
    .select({ code: categories.code })
    .from(categories)
    .where(and(eq(categories.code, code), isNull(categories.closedAt)));
  if (!known) throw new Refusal("invalid", "case.categoryClosed", {}, "categoryCode");
}

function leave(ctx: Context, { id, areaPos, name }: { id: string; areaPos: number; name: string }, what: string) {
  return record(ctx, { subject: "reply", id, action: `reply.${what}`, areaPos, detail: { name } });
}
