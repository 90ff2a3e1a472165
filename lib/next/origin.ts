import "server-only";
import { headers } from "next/headers";
import { env } from "../env";
import { Refusal } from "../errors";

/** A change comes from a page of ours: a missing Origin is refused like a foreign one. */
export async function requireOrigin(): Promise<void> {
  if (!isOwnOrigin(await headers(), env.APP_URL)) throw new Refusal("forbidden", "access.origin");
}

/** The address of this site, as it stands on what is printed. */
export async function siteAddress(): Promise<string> {
  if (env.APP_URL) return new URL(env.APP_URL).origin;
  const given = await headers();
  const host = given.get("x-forwarded-host") ?? given.get("host") ?? "localhost";
  return `${given.get("x-forwarded-proto") === "https" ? "https" : "http"}://${host}`;
}

export function isOwnOrigin(given: Pick<Headers, "get">, appUrl: string | undefined): boolean {
  const origin = given.get("origin");
  if (!origin || !URL.canParse(origin)) return false;
  if (appUrl) return origin === new URL(appUrl).origin;
  return new URL(origin).host === (given.get("x-forwarded-host") ?? given.get("host"));
}
