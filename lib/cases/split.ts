import "server-only";
import { cases } from "../../db/schema/cases";
import { authorize } from "../access/guard";
import type { Context } from "../context";
import { record } from "../events/record";
import { laidLimits } from "./catalogue/model";
import { getLaidDown } from "./catalogue/queries";
import { checkMove, moveCase, recordMove } from "./change";
import { deadlinesOf } from "./deadlines";
import type { SplitInput } from "./input";
import { tie } from "./links";
import { getCase } from "./queries";

/** A second matter in one request becomes a case of its own. Both were heard at the same time, and their clocks say so. */
export async function splitCase(ctx: Context, input: SplitInput): Promise<void> {
  const found = await getCase(ctx, input.id);
  authorize(ctx.actor, "case.split");
  checkMove(found, "split", input.version);
  const { current } = found;
  const { category, settings } = await getLaidDown(ctx, current.areaId, input.categoryCode);

  const { areaId, areaPos, placed, place, lon, lat, channel, requestType, registeredAt, contactedAt } = current;
  const urgent = category?.urgent ?? false;
  await moveCase(ctx, found, "split", {});
  const [part] = await ctx.db
    .insert(cases)
    .values({
      ...{ areaId, areaPos, placed, place, lon, lat, channel, requestType, registeredAt, contactedAt, urgent },
      id: input.newId,
      title: input.title,
      body: input.body ?? "",
      categoryCode: input.categoryCode ?? null,
      limits: laidLimits(category),
      ...deadlinesOf(registeredAt, urgent, category, settings),
    })
    .returning({ number: cases.number });
  await tie(ctx, [current, "split-into"], [{ id: input.newId, areaPos }, "split-from"]);
  await recordMove(ctx, found, "case.split", { number: String(part?.number ?? ""), note: input.note ?? "" });
  await record(ctx, {
    subject: "case",
    id: input.newId,
    action: "case.registered",
    areaPos,
    detail: { channel, number: String(current.number) },
    counts: { of: "case", before: null },
  });
}
