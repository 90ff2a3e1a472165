import "server-only";
import { and, eq, isNotNull, isNull, ne } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { estatePlaces, estates } from "../../db/schema/estates";
import { authorize } from "../access/guard";
import { isWithin } from "../areas/model";
import { getArea, getOpenArea } from "../areas/queries";
import { localDay } from "../calendar/zone";
import type { Context } from "../context";
import { Refusal } from "../errors";
import { record } from "../events/record";
import type { AddEstateInput, PlaceInput, RenameEstateInput } from "./input";
import { getEstate } from "./queries";

/** Names an estate of a community; what it is made of is added place by place. */
export async function addEstate(ctx: Context, input: AddEstateInput): Promise<string> {
  const area = await getOpenArea(ctx, input.areaId);
  authorize(ctx.actor, "estate.edit");
  if (area.level !== "community") throw new Refusal("invalid", "estate.level", {}, "areaId");
  const id = uuidv7();
  await refuseNamesake(ctx, { id, areaId: area.id, name: input.name });

  await ctx.db.insert(estates).values({ id, areaId: area.id, areaPos: area.pos, name: input.name });
  await leave(ctx, { id, areaPos: area.pos }, "estate.added", { name: input.name });
  return id;
}

export async function renameEstate(ctx: Context, input: RenameEstateInput): Promise<void> {
  const current = await getEstate(ctx, input.estateId);
  authorize(ctx.actor, "estate.edit");
  await refuseNamesake(ctx, { ...current, name: input.name });
  const renamed = await ctx.db
    .update(estates)
    .set({ name: input.name })
    .where(and(eq(estates.id, current.id), eq(estates.name, current.name)))
    .returning({ id: estates.id });
  if (renamed.length === 0) throw new Refusal("conflict", "area.changedMeanwhile");
  await leave(ctx, current, "estate.renamed", { name: input.name, before: current.name });
}

/** Adds the community, a grid or a building to an estate, with all that lies below it. */
export async function addPlace(ctx: Context, input: PlaceInput): Promise<void> {
  const current = await getEstate(ctx, input.estateId);
  authorize(ctx.actor, "estate.edit");
  const [place, community] = await Promise.all([getOpenArea(ctx, input.placeId), getArea(ctx, current.areaId)]);
  if (!isWithin(place, community)) throw new Refusal("invalid", "estate.placeOutside", {}, "placeId");

  const at = { estateId: current.id, placeId: place.id, areaId: current.areaId, areaPos: current.areaPos };
  const added = await ctx.db
    .insert(estatePlaces)
    .values(at)
    .onConflictDoUpdate({
      target: [estatePlaces.estateId, estatePlaces.placeId],
      set: { endedOn: null },
      setWhere: isNotNull(estatePlaces.endedOn),
    })
    .returning({ id: estatePlaces.placeId });
  if (added.length === 0) throw new Refusal("conflict", "estate.placeTwice", { name: place.name });
  await leave(ctx, current, "estate.placeAdded", { place: place.name });
}

/** Takes a place out of an estate from today on; its requests leave the ledger with it. */
export async function endPlace(ctx: Context, input: PlaceInput): Promise<void> {
  const current = await getEstate(ctx, input.estateId);
  authorize(ctx.actor, "estate.edit");
  const place = await getArea(ctx, input.placeId);
  const ended = await ctx.db
    .update(estatePlaces)
    .set({ endedOn: localDay(ctx.now) })
    .where(
      and(eq(estatePlaces.estateId, current.id), eq(estatePlaces.placeId, input.placeId), isNull(estatePlaces.endedOn)),
    )
    .returning({ id: estatePlaces.placeId });
  if (ended.length === 0) throw new Refusal("conflict", "estate.placeMissing");
  await leave(ctx, current, "estate.placeEnded", { place: place.name });
}

async function refuseNamesake(ctx: Context, { id, areaId, name }: { id: string; areaId: string; name: string }) {
  const [twice] = await ctx.db
    .select({ id: estates.id })
    .from(estates)
    .where(and(eq(estates.areaId, areaId), eq(estates.name, name), ne(estates.id, id)))
    .limit(1);
  if (twice) throw new Refusal("conflict", "estate.nameTaken", { name }, "name");
}

function leave(
  ctx: Context,
  { id, areaPos }: { id: string; areaPos: number },
  action: string,
  detail: Record<string, unknown>,
): Promise<void> {
  return record(ctx, { subject: "estate", id, action, areaPos, detail });
}
