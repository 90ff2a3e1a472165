import { NextRequest } from "next/server";
import { siteAddress } from "@/lib/next/origin";
import { handlers } from "@/lib/next/session";

/**
 * Only the way back from the identity provider; everything else of next-auth is called by our own actions. The provider
 * compares the address that was named when it began, which Next would call localhost.
 */
export async function GET(request: NextRequest): Promise<Response> {
  if (request.nextUrl.pathname !== "/api/auth/callback/oidc") return new Response(null, { status: 404 });
  const { pathname, search } = request.nextUrl;
  return handlers.GET(new NextRequest(`${await siteAddress()}${pathname}${search}`, request));
}
