import "server-only";
import { sql } from "drizzle-orm";
import { reminderMarks } from "../../db/schema/reminders";
import { authorize } from "../access/guard";
import type { Context } from "../context";
import type { SeeInput } from "./input";

/** Everything raised up to then has been seen. It leaves no event: when somebody looked is nobody else's business. */
export async function seeReminders(ctx: Context, { until }: SeeInput): Promise<void> {
  authorize(ctx.actor, "reminder.read");
  const seenAt = new Date(Math.min(Date.parse(until), ctx.now.getTime()));
  // biome-ignore lint/plugin: a mark of one's own, which changes nothing that others see
  await ctx.db
    .insert(reminderMarks)
    .values({ grantId: ctx.actor.grantId, accountId: ctx.actor.accountId, seenAt })
    .onConflictDoUpdate({
      target: reminderMarks.grantId,
      set: { seenAt: sql`greatest(${reminderMarks.seenAt}, excluded.seen_at)` },
    });
}
