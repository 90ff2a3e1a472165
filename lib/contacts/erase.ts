import "server-only";
import { sql } from "drizzle-orm";
import { withVisitor } from "../../db/index";

/** Erases what is due and answers how many contacts that were; the statistics know nothing of contacts and stay. */
export async function eraseContacts(): Promise<number> {
  const [erased] = await withVisitor((tx) => tx.execute<{ n: number }>(sql`select erase_contacts() as n`));
  return erased?.n ?? 0;
}
