import "server-only";
import { headers } from "next/headers";

/** Where a request comes from, for slowing guesses down: an IPv4 address or an IPv6 network. See instrumentation.ts. */
export async function requestPlace(): Promise<string> {
  return placeOf((await headers()).get("x-forwarded-for"));
}

export function placeOf(address: string | null): string {
  const plain = (address ?? "unknown")
    .trim()
    .replace(/^::ffff:/i, "")
    .slice(0, 45);
  return plain.includes(":") ? plain.split(":").slice(0, 4).join(":") : plain;
}
