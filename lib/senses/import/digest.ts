import "server-only";
import { createHmac, hkdfSync } from "node:crypto";
import { env } from "../../env";
import { Refusal } from "../../errors";

/**
 * Knows again what came before, and is good for nothing else: without the key, which the database does not hold, nobody
 * finds the answers of a small sheet by trying all that may stand there.
 */
export function digestOf(value: unknown): string {
  if (!env.CONTACT_KEY) throw new Refusal("conflict", "contact.noKey");
  const key = hkdfSync("sha256", env.CONTACT_KEY, "", "grid133 answers", 32);
  return createHmac("sha256", Buffer.from(key)).update(JSON.stringify(value)).digest("hex");
}
