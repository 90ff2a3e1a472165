import { sql } from "drizzle-orm";
import type { PostgresJsDatabase } from "drizzle-orm/postgres-js";
import type { Transaction } from "./index";

const patience = 5_000;
const counting = new WeakSet<object>();
let waiting: NodeJS.Timeout | undefined;
let folding: Promise<unknown> = Promise.resolve();

/** Says that a transaction appended to the counts. */
export function noteCounting(tx: Transaction): void {
  counting.add(tx);
}

/**
 * Folds what a committed transaction appended into the sums, soon and together with what others append meanwhile. Where it
 * fails, or the process ends, the next one does it: whoever reads adds up both.
 */
export function foldAfter(tx: Transaction, db: PostgresJsDatabase): void {
  if (!counting.has(tx) || waiting) return;
  waiting = setTimeout(() => void fold(db), patience).unref();
}

/** Folds at once what waits to be folded, before the connections end. */
export async function foldWaiting(db: PostgresJsDatabase): Promise<void> {
  if (waiting) await fold(db);
  else await folding;
}

function fold(db: PostgresJsDatabase): Promise<unknown> {
  clearTimeout(waiting);
  waiting = undefined;
  folding = folding.then(() => db.execute(sql`select fold_counts()`)).catch(() => {});
  return folding;
}
