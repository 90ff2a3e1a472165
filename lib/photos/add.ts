import "server-only";
import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { cases } from "../../db/schema/cases";
import { casePhotos } from "../../db/schema/photos";
import { authorize } from "../access/guard";
import { checkUnit, type Found } from "../cases/change";
import { getCase } from "../cases/queries";
import type { Context } from "../context";
import { Refusal } from "../errors";
import { record } from "../events/record";
import { storePhoto } from "./files";
import { type PhotoKind, photoLimits } from "./model";
import type { Picture } from "./picture";
import { countPhotos } from "./queries";

/** Whether a case takes a photo now: asked before the photo is read, and again when it is kept. */
export async function checkPhoto(ctx: Context, { id }: { id: string }): Promise<Found> {
  const found = await getCase(ctx, id);
  authorize(ctx.actor, "photo.add");
  checkUnit(ctx, found);
  if (found.current.closedAt) throw new Refusal("conflict", "photo.closed");
  if ((await countPhotos(ctx, id)) >= photoLimits.photos) throw new Refusal("conflict", "photo.tooMany", photoLimits);
  return found;
}

/** Keeps a picture, already drawn anew, with its case. Of those who come at once the last finds no room. */
export async function addPhoto(ctx: Context, input: { id: string; kind: PhotoKind; picture: Picture }): Promise<void> {
  await ctx.db.select({ id: cases.id }).from(cases).where(eq(cases.id, input.id)).for("no key update");
  const { current } = await checkPhoto(ctx, input);
  const { kind, picture } = input;
  const id = randomUUID();
  await ctx.db.insert(casePhotos).values({
    caseId: current.id,
    id,
    areaPos: current.areaPos,
    kind,
    width: picture.width,
    height: picture.height,
    addedBy: ctx.actor.accountId,
    addedName: ctx.actor.name,
    addedAt: ctx.now,
  });
  await record(ctx, {
    subject: "case",
    id: current.id,
    action: "case.photo-added",
    areaPos: current.areaPos,
    detail: { photo: kind },
  });
  await storePhoto(id, picture.bytes);
}
