import { authorize } from "@/lib/access/guard";
import { findPlaces, placeAt } from "@/lib/areas/find-places";
import { placeAsked } from "@/lib/areas/input";
import { route } from "@/lib/next/route";

/** Where a request may be: by what is typed of its name, or by a point. */
export const GET = route(placeAsked, async (ctx, { q, lon, lat }) => {
  authorize(ctx.actor, "case.register");
  if (lon !== undefined && lat !== undefined) {
    const found = await placeAt(ctx, { lon, lat });
    return { rows: found ? [found] : [] };
  }
  return { rows: q ? await findPlaces(ctx, q) : [] };
});
