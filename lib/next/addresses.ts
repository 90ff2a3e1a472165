import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";
import { env } from "../env";

/** Without a trusted proxy the address of a request is that of its socket, whatever the request says of itself. */
export function believeSockets(): void {
  subscribe("http.server.request.start", (message) => {
    // Node documents this message as { request, response, socket, server }.
    const { headers, socket } = (message as { request: IncomingMessage }).request;
    const trusted = env.TRUSTED_PROXIES;
    const forwarded = String(headers["x-forwarded-for"] ?? "")
      .split(",")
      .at(-trusted)
      ?.trim();
    headers["x-forwarded-for"] = (trusted > 0 && forwarded) || socket.remoteAddress || "unknown";
    if (trusted > 0) return;
    for (const name of ["x-forwarded-host", "x-forwarded-proto", "x-forwarded-port", "forwarded"]) delete headers[name];
  });
}
