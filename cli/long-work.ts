import { sql } from "drizzle-orm";
import type { Context } from "../lib/context";

/** A job of the command line may take longer than a page, and waits longer for others. */
export async function allowLongWork(ctx: Context): Promise<void> {
  await ctx.db.execute(
    sql.raw(
      "set local statement_timeout = '2h'; set local lock_timeout = '5min'; set local idle_in_transaction_session_timeout = '10min'",
    ),
  );
}
