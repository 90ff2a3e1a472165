import "server-only";
import { headers } from "next/headers";
import { env } from "../env";
import { Refusal } from "../errors";

/** A change comes from a page of ours: a missing Origin is refused like a foreign one. */
export async function requireOrigin(): Promise<void> {
  if (!isOwnOrigin(await headers(), env.APP_URL)) throw new Refusal("forbidden", "access.origin");
}

export function isOwnOrigin(given: Pick<Headers, "get">, appUrl: string | undefined): boolean {
  const origin = given.get("origin");
  if (!origin || !URL.canParse(origin)) return false;
  if (appUrl) return origin === new URL(appUrl).origin;
  return new URL(origin).host === (given.get("x-forwarded-host") ?? given.get("host"));
}
