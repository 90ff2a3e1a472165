import "server-only";
import { eq } from "drizzle-orm";
import { areas } from "../../db/schema/areas";
import { authorize } from "../access/guard";
import type { Context } from "../context";
import { Refusal } from "../errors";
import { record } from "../events/record";
import type { SetPartyGroupInput } from "./input";
import { getOpenArea } from "./queries";

/** Says from when to when a grid has a party group; without a first day it has none. */
export async function setPartyGroup(ctx: Context, input: SetPartyGroupInput): Promise<void> {
  const area = await getOpenArea(ctx, input.areaId);
  authorize(ctx.actor, "area.edit");
  if (area.level !== "grid") throw new Refusal("conflict", "area.notGrid", {}, "areaId");
  const { from, to } = input;
  if (to !== null && (from === null || to < from)) throw new Refusal("invalid", "area.endBeforeStart", {}, "to");

  await ctx.db.update(areas).set({ partyFrom: from, partyTo: to }).where(eq(areas.id, area.id));
  await record(ctx, {
    subject: "area",
    id: area.id,
    action: "area.partyGroupSet",
    areaPos: area.pos,
    detail: { from, to },
    counts: { of: "ground" },
  });
}
