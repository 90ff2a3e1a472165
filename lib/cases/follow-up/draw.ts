import "server-only";
import { randomBytes } from "node:crypto";
import { and, gte, lt } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { callbackDraws, callbackPicks } from "../../../db/schema/callbacks";
import { cases } from "../../../db/schema/cases";
import { authorize } from "../../access/guard";
import { dayStart, nextDay } from "../../calendar/zone";
import type { Context } from "../../context";
import { Refusal } from "../../errors";
import { record } from "../../events/record";
import { getSettings } from "../../settings/queries";
import { toBeAsked } from "../conditions";
import { drawFrom } from "./drawing";
import type { DrawInput } from "./input";

const most = 20_000;
const batch = 2_000;

/** Draws who is asked afterwards of those whose cases were solved on some days and of whom no draw has decided yet. */
export async function drawCallbacks(ctx: Context, input: DrawInput): Promise<void> {
  authorize(ctx.actor, "callback.draw");
  const { callbackShare: share } = await getSettings(ctx);
  const rows = await ctx.db
    .select({ id: cases.id, areaPos: cases.areaPos })
    .from(cases)
    .where(
      and(
        toBeAsked("undrawn"),
        gte(cases.closedAt, dayStart(input.from)),
        lt(cases.closedAt, dayStart(nextDay(input.to))),
      ),
    )
    .limit(most + 1);
  if (rows.length === 0) throw new Refusal("conflict", "callback.nobody", {}, "from");
  if (rows.length > most) throw new Refusal("invalid", "callback.tooMany", { most }, "to");

  const posOf = new Map(rows.map(({ id, areaPos }) => [id, areaPos]));
  const seed = randomBytes(16).toString("hex");
  const drawn = drawFrom(seed, [...posOf.keys()], share);
  const picked = drawn.filter((one) => one.picked).length;
  const id = uuidv7();
  const { areaId, pos: areaPos, name: drawnName } = ctx.actor;
  const days = { fromDay: input.from, toDay: input.to };
  await ctx.db
    .insert(callbackDraws)
    .values({ id, areaId, areaPos, seed, share, ...days, total: drawn.length, picked, drawnName, drawnAt: ctx.now });
  for (let at = 0; at < drawn.length; at += batch)
    await ctx.db.insert(callbackPicks).values(
      drawn.slice(at, at + batch).map((one) => ({
        caseId: one.id,
        drawId: id,
        areaPos: posOf.get(one.id) ?? areaPos,
        rank: one.rank,
        picked: one.picked,
        drawnAt: ctx.now,
      })),
    );
  await record(ctx, {
    subject: "area",
    id: areaId,
    action: "callback.drawn",
    areaPos,
    detail: { seed, share, from: input.from, to: input.to, total: drawn.length, picked },
  });
}
