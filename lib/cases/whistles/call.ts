import "server-only";
import { inArray } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { units } from "../../../db/schema/areas";
import { whistles } from "../../../db/schema/whistles";
import { authorize } from "../../access/guard";
import type { Limit } from "../../calendar/model";
import { localDay } from "../../calendar/zone";
import type { Context } from "../../context";
import { Refusal } from "../../errors";
import { getSettings } from "../../settings/queries";
import { checkMove, type Found, moveCase, recordMove } from "../change";
import { getCase } from "../queries";
import { callDue } from "./due";
import { type Called, calledIn, type WhistleInput } from "./input";
import { isOpenWhistle } from "./model";
import { listWhistles } from "./queries";

/** Calls other units to a case (吹哨), each to its own task; the unit that has the case keeps the lead (首接负责). */
export async function callUnits(ctx: Context, input: WhistleInput): Promise<void> {
  const found = await getCase(ctx, input.id);
  authorize(ctx.actor, "case.whistle");
  checkMove(found, "whistle", input.version);
  const settings = await getSettings(ctx);
  const called = await namesOf(ctx, found, calledIn(input));

  const { current } = found;
  const dueLimit: Limit = { value: input.limit, unit: input.limitUnit };
  const due = callDue({ calledAt: ctx.now, dueLimit, urgent: current.urgent }, settings);
  await moveCase(ctx, found, "whistle", { joint: true });
  await ctx.db.insert(whistles).values(
    called.map(({ unitId, task }) => ({
      caseId: current.id,
      id: uuidv7(),
      areaPos: current.areaPos,
      unitId,
      task,
      calledBy: ctx.actor.accountId,
      calledName: ctx.actor.name,
      calledAt: ctx.now,
      dueLimit,
      ...due,
    })),
  );
  await recordMove(ctx, found, "case.whistled", {
    unit: called.map(({ name }) => name).join("、"),
    until: localDay(due.dueAt),
    note: called.map(({ name, task }) => `${name}：${task}`).join("\n"),
  });
}

/** Refuses who has the case already, is called and has not answered yet, is named twice, or is there no longer. */
async function namesOf(ctx: Context, { current }: Found, called: Called[]): Promise<(Called & { name: string })[]> {
  const ids = called.map(({ unitId }) => unitId);
  const [known, before] = await Promise.all([
    ctx.db.select().from(units).where(inArray(units.id, ids)),
    listWhistles(ctx, current.id),
  ]);
  const waiting = before.filter(isOpenWhistle).map(({ unitId }) => unitId);
  return called.map((one, nth) => {
    const unit = known.find(({ id }) => id === one.unitId);
    if (!unit || unit.closedOn) throw new Refusal("invalid", "case.unitClosed", {}, one.field);
    if (one.unitId === current.unitId) throw new Refusal("invalid", "case.whistle.isLead", {}, one.field);
    if (waiting.includes(one.unitId) || ids.indexOf(one.unitId) < nth)
      throw new Refusal("invalid", "case.whistle.already", {}, one.field);
    return { ...one, name: unit.name };
  });
}
