import "server-only";
import { rowOf } from "../../db/kept";
import { cases } from "../../db/schema/cases";
import { authorize } from "../access/guard";
import { isPlace } from "../areas/model";
import { keepContact } from "../contacts/give";
import type { Context } from "../context";
import { Refusal } from "../errors";
import { recordsWith } from "../events/record";
import { laidLimits } from "./catalogue/model";
import { getLaidDown } from "./catalogue/queries";
import { deadlinesOf } from "./deadlines";
import type { RegisterInput } from "./input";
import { answersIn } from "./intake/answers";
import { orderOf, refuseTakenOrder } from "./intake/orders";

/** Registers what was heard. The same form sent twice is one case. */
export async function registerCase(ctx: Context, input: RegisterInput): Promise<void> {
  const { lon, lat } = input;
  const { area, category, settings } = await getLaidDown(ctx, input.areaId, input.categoryCode);
  authorize(ctx.actor, "case.register");
  if ((lon === undefined) !== (lat === undefined)) throw new Refusal("invalid", "case.half-point", {}, "lat");

  const urgent = input.urgent || (category?.urgent ?? false);
  const due = deadlinesOf(ctx.now, urgent, category, settings);
  const row = {
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
    ...due,
  };
  const isNew = await addCase(ctx, added.fill(row), {
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

const added = rowOf(cases, [
  "id",
  "areaId",
  "areaPos",
  "placed",
  "title",
  "body",
  "place",
  "lon",
  "lat",
  "channel",
  "requestType",
  "categoryCode",
  "answers",
  "limits",
  "source",
  "sourceKey",
  "urgent",
  "registeredAt",
  "contactDueAt",
  "dispatchDueAt",
  "closeDueAt",
  "dueProvisional",
]);
const addCase = recordsWith((db) =>
  db.$with("changed").as(db.insert(cases).values(added.places).onConflictDoNothing().returning({ id: cases.id })),
);
