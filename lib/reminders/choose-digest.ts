import "server-only";
import { reminderMarks } from "../../db/schema/reminders";
import { authorize } from "../access/guard";
import type { Context } from "../context";
import type { DigestInput } from "./input";

/** At what hour one wants the digest of the day, or none. It leaves no event, for it changes nothing that others see. */
export async function chooseDigest(ctx: Context, { digestHour }: DigestInput): Promise<void> {
  authorize(ctx.actor, "reminder.read");
  // biome-ignore lint/plugin: a wish of one's own
  await ctx.db
    .insert(reminderMarks)
    .values({ grantId: ctx.actor.grantId, accountId: ctx.actor.accountId, digestHour })
    .onConflictDoUpdate({ target: reminderMarks.grantId, set: { digestHour } });
}
