import "server-only";
import { eq } from "drizzle-orm";
import { areas } from "../../db/schema/areas";
import { authorize } from "../access/guard";
import type { Context } from "../context";
import { Refusal } from "../errors";
import { record } from "../events/record";
import type { ChangeCountsInput } from "./input";
import { getOpenArea } from "./queries";

/** Sets how many households and residents a community or a grid has. */
export async function changeCounts(ctx: Context, input: ChangeCountsInput): Promise<void> {
  const area = await getOpenArea(ctx, input.areaId);
  authorize(ctx.actor, "area.edit");
  if (area.level !== "community" && area.level !== "grid" && area.level !== "building") {
    throw new Refusal("conflict", "area.countsBelow", {}, "areaId");
  }
  const { households, residents } = input;
  await ctx.db.update(areas).set({ households, residents }).where(eq(areas.id, area.id));
  await record(ctx, {
    subject: "area",
    id: area.id,
    action: "area.countsChanged",
    areaPos: area.pos,
    detail: { households, residents },
    counts: { of: "ground" },
  });
}
