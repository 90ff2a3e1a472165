import "server-only";
import { sql } from "drizzle-orm";
import { withVisitor } from "../../db/index";

const hour = 3_600_000;

/** Erases what is due and answers how many contacts that were; the statistics know nothing of contacts and stay. */
export async function eraseContacts(): Promise<number> {
  const [erased] = await withVisitor((tx) => tx.execute<{ n: number }>(sql`select erase_contacts() as n`));
  return erased?.n ?? 0;
}

/** For as long as the server runs: at once, and every hour. What fails now is done an hour later. */
export function eraseEveryHour(): void {
  const erase = () =>
    eraseContacts().catch((error: unknown) => {
      process.stderr.write(`Contacts that are due were not erased: ${String(error)}\n`);
    });
  void erase();
  setInterval(erase, hour).unref();
}
