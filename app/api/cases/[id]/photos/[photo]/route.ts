import { authorize } from "@/lib/access/guard";
import { Refusal } from "@/lib/errors";
import { route } from "@/lib/next/route";
import { readPhoto } from "@/lib/photos/files";
import { photoInput } from "@/lib/photos/input";
import { getPhoto } from "@/lib/photos/queries";

/** A photo of a case, for those who see the case. A browser may keep it and asks each time whether it still may. */
export const GET = route(photoInput, async (ctx, input, request) => {
  authorize(ctx.actor, "case.read");
  const { id } = await getPhoto(ctx, input);
  const headers = { etag: `"${id}"`, "cache-control": "private, no-cache" };
  if (request.headers.get("if-none-match") === headers.etag) return new Response(null, { status: 304, headers });
  const bytes = await readPhoto(id);
  if (!bytes) throw new Refusal("not-found", "photo.missing");
  return new Response(bytes, { headers: { ...headers, "content-type": "image/jpeg" } });
});
