import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { estateParties } from "../../db/schema/estates";
import { authorize } from "../access/guard";
import { nextDay } from "../calendar/zone";
import { listUnits } from "../cases/queries";
import type { Context } from "../context";
import { Refusal } from "../errors";
import { record } from "../events/record";
import type { EndPartyInput, SetPartyInput } from "./input";
import { unitKindOf } from "./model";
import { type Estate, getEstate, listPartiesOf } from "./queries";

/** Puts a unit into a corner from a day on; who stood there leaves the day before. */
export async function setParty(ctx: Context, input: SetPartyInput): Promise<void> {
  const current = await getEstate(ctx, input.estateId);
  authorize(ctx.actor, "estate.edit");
  const { role, startsOn } = input;
  const unit = (await listUnits(ctx)).find(({ id }) => id === input.unitId);
  if (unit?.kind !== unitKindOf[role]) throw new Refusal("invalid", "estate.unitKind", {}, "unitId");
  const before = await lastIn(ctx, current.id, role);
  if (before?.endsOn === null && before.unitId === unit.id)
    throw new Refusal("conflict", "estate.partyTwice", { name: unit.name }, "unitId");
  if (before && startsOn <= (before.endsOn ?? before.startsOn))
    throw new Refusal("invalid", "estate.partyEarlier", { day: before.endsOn ?? before.startsOn }, "startsOn");

  if (before?.endsOn === null) await endOn(ctx, current.id, { id: before.id, endsOn: nextDay(startsOn, -1) });
  await ctx.db.insert(estateParties).values({
    estateId: current.id,
    areaId: current.areaId,
    areaPos: current.areaPos,
    id: uuidv7(),
    role,
    unitId: unit.id,
    startsOn,
  });
  await leave(ctx, current, "estate.partySet", { role, unit: unit.name, startsOn });
}

/** Ends a party with its last day, without another in its place. */
export async function endParty(ctx: Context, input: EndPartyInput): Promise<void> {
  const current = await getEstate(ctx, input.estateId);
  authorize(ctx.actor, "estate.edit");
  const before = await lastIn(ctx, current.id, input.role);
  if (!before || before.endsOn !== null) throw new Refusal("conflict", "estate.partyNone");
  if (input.endsOn < before.startsOn) throw new Refusal("invalid", "area.endBeforeStart", {}, "endsOn");
  await endOn(ctx, current.id, { id: before.id, endsOn: input.endsOn });
  await leave(ctx, current, "estate.partyEnded", { role: input.role, unit: before.unitName, endsOn: input.endsOn });
}

async function lastIn(ctx: Context, estateId: string, role: string) {
  const parties = await listPartiesOf(ctx, estateId);
  return parties.find((party) => party.role === role) ?? null;
}

async function endOn(ctx: Context, estateId: string, { id, endsOn }: { id: string; endsOn: string }): Promise<void> {
  const ended = await ctx.db
    .update(estateParties)
    .set({ endsOn })
    .where(and(eq(estateParties.estateId, estateId), eq(estateParties.id, id), isNull(estateParties.endsOn)))
    .returning({ id: estateParties.id });
  if (ended.length === 0) throw new Refusal("conflict", "area.changedMeanwhile");
}

function leave(ctx: Context, { id, areaPos }: Estate, action: string, detail: Record<string, unknown>): Promise<void> {
  return record(ctx, { subject: "estate", id, action, areaPos, detail });
}
