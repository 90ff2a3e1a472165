import { redirect } from "next/navigation";
import { safePath } from "@/lib/next/paths";
import { hasOpenId, openIdStart } from "@/lib/next/session";

/** A plain link leads here: a form would be held back by `form-action 'self'` on its way to the identity provider. */
export async function GET(request: Request): Promise<Response> {
  if (!hasOpenId) return new Response(null, { status: 404 });
  redirect(await openIdStart(safePath(new URL(request.url).searchParams.get("next"))));
}
