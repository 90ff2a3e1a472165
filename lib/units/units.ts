import "server-only";
import { and, eq, isNotNull, isNull, ne } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { units } from "../../db/schema/areas";
import { authorize } from "../access/guard";
import { getOpenArea } from "../areas/queries";
import { localDay } from "../calendar/zone";
import type { Context } from "../context";
import { Refusal } from "../errors";
import { record } from "../events/record";
import type { AddUnitInput, ChangeUnitInput, UnitInput } from "./input";
import { getUnit, type UnitDetail } from "./queries";

/** Adds a unit that requests can be given to. */
export async function addUnit(ctx: Context, input: AddUnitInput): Promise<string> {
  const area = await getOpenArea(ctx, input.areaId);
  authorize(ctx.actor, "unit.edit");
  const id = uuidv7();
  await refuseNamesake(ctx, { id, areaId: area.id, name: input.name });

  const unit = { id, areaId: area.id, areaPos: area.pos, name: input.name, kind: input.kind };
  await ctx.db.insert(units).values(unit);
  await leave(ctx, unit, "unit.added", { name: unit.name, kind: unit.kind });
  return id;
}

/** Gives a unit another name, kind or area; what it did before bears the new name too. */
export async function changeUnit(ctx: Context, input: ChangeUnitInput): Promise<void> {
  const current = await getUnit(ctx, input.unitId);
  authorize(ctx.actor, "unit.edit");
  if (current.closedOn !== null) throw new Refusal("conflict", "unit.closed", { day: current.closedOn });
  const area = await getOpenArea(ctx, input.areaId ?? current.areaId);
  const { name, kind } = input;
  await refuseNamesake(ctx, { id: current.id, areaId: area.id, name });

  const changed = await ctx.db
    .update(units)
    .set({ name, kind, areaId: area.id, areaPos: area.pos })
    .where(
      and(
        eq(units.id, current.id),
        eq(units.name, current.name),
        eq(units.kind, current.kind),
        eq(units.areaId, current.areaId),
      ),
    )
    .returning({ id: units.id });
  if (changed.length === 0) throw new Refusal("conflict", "area.changedMeanwhile");
  const before = { name: current.name, kind: current.kind, area: current.areaName };
  await leave(ctx, { id: current.id, areaPos: area.pos }, "unit.changed", { name, kind, area: area.name, before });
}

/** Takes a unit out of the lists requests are given from. It stays where requests refer to it, and ends what it has. */
export async function closeUnit(ctx: Context, input: UnitInput): Promise<void> {
  const current = await getUnit(ctx, input.unitId);
  authorize(ctx.actor, "unit.edit");
  const closed = await ctx.db
    .update(units)
    .set({ closedOn: localDay(ctx.now) })
    .where(and(eq(units.id, current.id), isNull(units.closedOn)))
    .returning({ id: units.id });
  if (closed.length === 0) throw new Refusal("conflict", "unit.closedAlready");
  await leave(ctx, current, "unit.closed", { name: current.name });
}

/** Puts a unit back into the lists. */
export async function reopenUnit(ctx: Context, input: UnitInput): Promise<void> {
  const current = await getUnit(ctx, input.unitId);
  authorize(ctx.actor, "unit.edit");
  const opened = await ctx.db
    .update(units)
    .set({ closedOn: null })
    .where(and(eq(units.id, current.id), isNotNull(units.closedOn)))
    .returning({ id: units.id });
  if (opened.length === 0) throw new Refusal("conflict", "unit.openAlready");
  await leave(ctx, current, "unit.reopened", { name: current.name });
}

async function refuseNamesake(ctx: Context, { id, areaId, name }: { id: string; areaId: string; name: string }) {
  const [twice] = await ctx.db
    .select({ id: units.id })
    .from(units)
    .where(and(eq(units.areaId, areaId), eq(units.name, name), ne(units.id, id)))
    .limit(1);
  if (twice) throw new Refusal("conflict", "unit.nameTaken", { name }, "name");
}

function leave(
  ctx: Context,
  { id, areaPos }: Pick<UnitDetail, "id" | "areaPos">,
  action: string,
  detail: Record<string, unknown>,
): Promise<void> {
  return record(ctx, { subject: "unit", id, action, areaPos, detail });
}
