import "server-only";
import { eq } from "drizzle-orm";
import { areas } from "../../db/schema/areas";
import { cases } from "../../db/schema/cases";
import { authorize } from "../access/guard";
import { isPlace } from "../areas/model";
import { keepContact } from "../contacts/give";
import type { Context } from "../context";
import { Refusal } from "../errors";
import { recordWith } from "../events/record";
import { getSettings } from "../settings/queries";
import { laidLimits } from "./catalogue/model";
import { getOpenCategory } from "./catalogue/queries";
import { deadlinesOf } from "./deadlines";
import type { RegisterInput } from "./input";
import { answersIn } from "./intake/answers";
import { orderOf, refuseTakenOrder } from "./intake/orders";

/** Registers what was heard. The same form sent twice is one case. */
export async function registerCase(ctx: Context, input: RegisterInput): Promise<void> {
  const { lon, lat } = input;
  const [[area], category, settings] = await Promise.all([
    ctx.db.select({ id: areas.id, pos: areas.pos, level: areas.level }).from(areas).where(eq(areas.id, input.areaId)),
    getOpenCategory(ctx, input.categoryCode, input.areaId),
    getSettings(ctx),
  ]);
  if (!area) throw new Refusal("not-found", "area.missing", {}, "areaId");
  authorize(ctx.actor, "case.register");
  if ((lon === undefined) !== (lat === undefined)) throw new Refusal("invalid", "case.half-point", {}, "lat");

  const urgent = input.urgent || (category?.urgent ?? false);
  const added = ctx.db
    .insert(cases)
    .values({
      id: input.id,
      areaId: area.id,
      areaPos: area.pos,
      placed: isPlace(area.level),
      title: input.title,
      body: input.body ?? "",
      place: input.place,
      lon,
      lat,
      channel: input.channel,
      requestType: input.requestType,
      categoryCode: input.categoryCode,
      answers: answersIn(input, category),
      limits: laidLimits(category),
      ...orderOf(ctx, input),
      urgent,
      registeredAt: ctx.now,
      ...deadlinesOf(ctx.now, urgent, category, settings),
    })
    .onConflictDoNothing()
    .returning({ id: cases.id });
  const isNew = await recordWith(ctx, added, {
    subject: "case",
    id: input.id,
    action: "case.registered",
    areaPos: area.pos,
    detail: { channel: input.channel },
    counts: { of: "case", before: null },
  });
  if (!isNew) await refuseTakenOrder(ctx, input);
  if (isNew && input.contactPhone)
    await keepContact(
      ctx,
      { id: input.id, areaPos: area.pos },
      { name: input.contactName ?? "", phone: input.contactPhone },
    );
}
