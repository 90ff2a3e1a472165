import { sql } from "drizzle-orm";
import type { Transaction } from "./index";

/**
 * From here on every statement of the transaction is planned for what it is asked: no one plan reads both the newest of a
 * city, down the index of time, and those of a community, by its place.
 */
export async function planAnew(tx: Transaction): Promise<void> {
  await tx.execute(sql`set local plan_cache_mode = force_custom_plan`);
}
