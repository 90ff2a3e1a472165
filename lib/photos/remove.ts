import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { casePhotos } from "../../db/schema/photos";
import { authorize } from "../access/guard";
import { checkUnit } from "../cases/change";
import { getCase } from "../cases/queries";
import type { Context } from "../context";
import { Refusal } from "../errors";
import { record } from "../events/record";
import type { RemovePhotoInput } from "./input";
import { getPhoto } from "./queries";

/** Takes a photo away for good: the own one, or as who answers for the area. The file goes once this holds. */
export async function removePhoto(ctx: Context, input: RemovePhotoInput): Promise<void> {
  const found = await getCase(ctx, input.id);
  authorize(ctx.actor, "photo.remove");
  checkUnit(ctx, found);
  const { addedBy, kind } = await getPhoto(ctx, input);
  if (addedBy !== ctx.actor.accountId) authorize(ctx.actor, "photo.remove-any");

  const removed = await ctx.db
    .update(casePhotos)
    .set({ removedAt: ctx.now })
    .where(and(eq(casePhotos.caseId, input.id), eq(casePhotos.id, input.photo), isNull(casePhotos.removedAt)))
    .returning({ id: casePhotos.id });
  if (removed.length === 0) throw new Refusal("conflict", "photo.gone");
  await record(ctx, {
    subject: "case",
    id: input.id,
    action: "case.photo-removed",
    areaPos: found.current.areaPos,
    detail: { photo: kind, note: input.note },
  });
}
