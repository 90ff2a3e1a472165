import { authorize } from "@/lib/access/guard";
import { alikeInput } from "@/lib/cases/alike/input";
import { listAlike } from "@/lib/cases/alike/queries";
import { route } from "@/lib/next/route";

/** What may be the same matter as what is being registered: looked up while one writes. */
export const GET = route(alikeInput, async (ctx, { areaId, title, place, categoryCode }) => {
  authorize(ctx.actor, "case.register");
  const rows = await listAlike(ctx, areaId, { title, place: place || null, categoryCode: categoryCode || null });
  return {
    rows: rows.map(({ id, number, title: name }) => ({
      number: String(number),
      label: `№ ${number} ${name}`,
      href: `/cases/${id}`,
    })),
  };
});
