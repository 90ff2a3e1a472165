import "server-only";
import { sql } from "drizzle-orm";
import { withVisitor } from "../../db/index";
import { env } from "../env";
import { within } from "./deadline";

/** Whether this process answers and its database does; the token says which start it belongs to. */
export async function health(): Promise<{ ok: boolean; token: string; ready: boolean }> {
  const ready = await within(500, () => withVisitor((tx) => tx.execute(sql`select 1`))).then(
    () => true,
    () => false,
  );
  return { ok: true, token: env.START_TOKEN ?? "", ready };
}
