import type { NextRequest } from "next/server";
import { handlers } from "@/lib/next/session";

/** Only the way back from the identity provider; everything else of next-auth is called by our own actions. */
export async function GET(request: NextRequest): Promise<Response> {
  if (request.nextUrl.pathname !== "/api/auth/callback/oidc") return new Response(null, { status: 404 });
  return handlers.GET(request);
}
