import "server-only";
import { reminderMarks } from "../../db/schema/reminders";
import { authorize } from "../access/guard";
import { localDay } from "../calendar/zone";
import type { Context } from "../context";
import type { DigestInput } from "./input";
import { findIssue, knownOf } from "./queries";

/**
 * At what hour one wants the digest, or none; a day that has had its one gets no second. It leaves no event, for it
 * changes nothing that others see.
 */
export async function chooseDigest(ctx: Context, { digestHour }: DigestInput): Promise<void> {
  authorize(ctx.actor, "reminder.read");
  const [known, out] = await Promise.all([knownOf(ctx), findIssue(ctx)]);
  const [digestHad = null] = [known.digestHad, out && localDay(out.at)]
    .filter((day) => day !== null)
    .sort()
    .reverse();
  // biome-ignore lint/plugin: a wish of one's own
  await ctx.db
    .insert(reminderMarks)
    .values({ grantId: ctx.actor.grantId, accountId: ctx.actor.accountId, digestHour, digestHad })
    .onConflictDoUpdate({ target: reminderMarks.grantId, set: { digestHour, digestHad } });
}
