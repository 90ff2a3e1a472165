import "server-only";
import { sql } from "drizzle-orm";
import type { Context } from "../context";
import { Refusal } from "../errors";

/** Goes on under another grant of the same account; the function of the owner checks that it is one and leaves the event. */
export async function switchGrant(ctx: Context, input: { sessionId: string; grantId: string }): Promise<void> {
  const [row] = await ctx.db.execute<{ switched: boolean }>(
    sql`select switch_grant(${input.sessionId}, ${input.grantId}) as switched`,
  );
  if (!row?.switched) throw new Refusal("not-found", "account.switch-missing");
}
