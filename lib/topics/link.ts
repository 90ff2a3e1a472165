import "server-only";
import { eq, inArray } from "drizzle-orm";
import { cases } from "../../db/schema/cases";
import { topicCases } from "../../db/schema/topics";
import { authorize } from "../access/guard";
import type { Context } from "../context";
import { Refusal } from "../errors";
import { record } from "../events/record";
import type { LinkCasesInput, LinkNumberInput } from "./input";
import { checkOpen, getTopic, type Topic } from "./queries";

/** Puts cases under a topic, as many as a list has; those that stand there already stay. */
export async function linkCases(ctx: Context, input: LinkCasesInput): Promise<void> {
  const topic = await getTopic(ctx, input.id);
  authorize(ctx.actor, "topic.edit");
  checkOpen(topic);
  const known = await ctx.db.select({ id: cases.id }).from(cases).where(inArray(cases.id, input.pick));
  if (known.length < new Set(input.pick).size) throw new Refusal("not-found", "case.missing");
  await put(ctx, topic, known);
}

/** The same for one case by its number. */
export async function linkNumber(ctx: Context, input: LinkNumberInput): Promise<void> {
  const topic = await getTopic(ctx, input.id);
  authorize(ctx.actor, "topic.edit");
  checkOpen(topic);
  const known = await ctx.db.select({ id: cases.id }).from(cases).where(eq(cases.number, input.number));
  if (known.length === 0) throw new Refusal("invalid", "case.noSuchNumber", {}, "number");
  await put(ctx, topic, known);
}

async function put(ctx: Context, { id, areaId, areaPos }: Topic, known: { id: string }[]): Promise<void> {
  const linked = await ctx.db
    .insert(topicCases)
    .values(known.map((one) => ({ topicId: id, caseId: one.id, areaId, areaPos, linkedAt: ctx.now })))
    .onConflictDoNothing()
    .returning({ id: topicCases.caseId });
  const detail = { cases: linked.length };
  await record(ctx, { subject: "topic", id, action: "topic.casesLinked", areaPos, detail });
}
