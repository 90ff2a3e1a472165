import "server-only";
import { randomInt } from "node:crypto";
import { sql } from "drizzle-orm";
import { authorize } from "../../access/guard";
import { isCounted } from "../../areas/model";
import { getOpenArea } from "../../areas/queries";
import { localDay } from "../../calendar/zone";
import type { Context } from "../../context";
import { Refusal } from "../../errors";
import { recordWith } from "../../events/record";
import { drawCode, roundCodeLength } from "../answering/codes";
import { listAskable } from "../instruments/queries";
import { defaultInstrument } from "../model";
import type { OpenRoundInput } from "./input";

/** Opens a round in an area, on its first day if that is still to come. The same form sent twice is one round. */
export async function openRound(ctx: Context, input: OpenRoundInput): Promise<void> {
  const area = await getOpenArea(ctx, input.areaId);
  authorize(ctx.actor, "sense.open");
  if (!isCounted(area.level)) throw new Refusal("conflict", "round.level", { name: area.name });
  if (input.closesOn < localDay(ctx.now)) throw new Refusal("invalid", "round.past", {}, "closesOn");

  const askable = await listAskable(ctx);
  const instrument = input.instrumentId
    ? askable.find(({ id }) => id === input.instrumentId)
    : askable.find(({ key }) => key === defaultInstrument.key);
  if (!instrument) throw new Refusal("invalid", "round.instrumentMissing", {}, "instrumentId");
  const { id, name, mode, opensOn, closesOn, target } = input;
  const code = mode === "open" ? drawCode(roundCodeLength, randomInt) : null;
  const added = sql`(
    insert into rounds (id, area_id, area_pos, area_last, instrument_id, name, mode, opens_on, closes_on, target, code)
    values (${id}, ${area.id}, ${area.pos}, ${area.last}, ${instrument.id}, ${name}, ${mode}, ${opensOn}, ${closesOn},
      ${target ?? null}, ${code})
    on conflict (id) do nothing returning id)`;
  await recordWith(ctx, added, {
    subject: "round",
    id,
    action: "round.opened",
    areaPos: area.pos,
    detail: { name, mode, opensOn, closesOn, target: target ?? null, version: instrument.version },
  });
}
