import "server-only";
import { randomInt } from "node:crypto";
import { desc, eq, sql } from "drizzle-orm";
import { instruments } from "../../../db/schema/instruments";
import { authorize } from "../../access/guard";
import { isCounted } from "../../areas/model";
import { getOpenArea } from "../../areas/queries";
import { localDay } from "../../calendar/zone";
import type { Context } from "../../context";
import { Refusal } from "../../errors";
import { recordWith } from "../../events/record";
import { drawCode, roundCodeLength } from "../answering/codes";
import { defaultInstrument } from "../model";
import type { OpenRoundInput } from "./input";

/** Opens a round in an area, on its first day if that is still to come. The same form sent twice is one round. */
export async function openRound(ctx: Context, input: OpenRoundInput): Promise<void> {
  const area = await getOpenArea(ctx, input.areaId);
  authorize(ctx.actor, "sense.open");
  if (!isCounted(area.level)) throw new Refusal("conflict", "round.level", { name: area.name });
  if (input.closesOn < localDay(ctx.now)) throw new Refusal("invalid", "round.past", {}, "closesOn");

  const [instrument] = await ctx.db
    .select({ id: instruments.id })
    .from(instruments)
    .where(eq(instruments.key, defaultInstrument.key))
    .orderBy(desc(instruments.version))
    .limit(1);
  if (!instrument) throw new Error("the default questionnaire is loaded with the schema");
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
    detail: { name, mode, opensOn, closesOn, target: target ?? null },
  });
}
