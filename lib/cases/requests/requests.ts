import "server-only";
import { uuidv7 } from "uuidv7";
import { caseRequests } from "../../../db/schema/requests";
import type { Context } from "../../context";
import { getSettings } from "../../settings/queries";
import type { Found } from "../change";
import { decisionDue } from "../deadlines";
import { lapseUnanswered } from "./lapse";

type Wanted = Pick<
  typeof caseRequests.$inferInsert,
  "kind" | "reason" | "until" | "validity" | "toAreaId" | "toPos" | "toName"
>;

/** Puts a request before those who decide, with its clock; false where one of the kind waits already. */
export async function openRequest(ctx: Context, { current }: Found, wanted: Wanted): Promise<boolean> {
  const due = decisionDue(ctx.now, await getSettings(ctx));
  await lapseUnanswered(ctx, current);
  // biome-ignore lint/plugin: the verb that asks has its permission and leaves the event
  const opened = await ctx.db
    .insert(caseRequests)
    .values({
      ...wanted,
      caseId: current.id,
      id: uuidv7(),
      areaPos: current.areaPos,
      askedBy: ctx.actor.accountId,
      askedName: ctx.actor.name,
      askedAt: ctx.now,
      dueAt: due.at,
      dueProvisional: due.provisional,
    })
    .onConflictDoNothing()
    .returning({ id: caseRequests.id });
  return opened.length > 0;
}
