import { and, asc, count, eq, isNull } from "drizzle-orm";
import { casePhotos } from "../../db/schema/photos";
import type { Context } from "../context";
import { Refusal } from "../errors";
import type { PhotoInput } from "./input";

const standing = (caseId: string) => and(eq(casePhotos.caseId, caseId), isNull(casePhotos.removedAt));

/** The photos of a case, in the order in which they came. */
export function listPhotos(ctx: Context, caseId: string) {
  const { id, kind, width, height, addedBy, addedName, addedAt } = casePhotos;
  return ctx.db
    .select({ id, kind, width, height, addedBy, addedName, addedAt })
    .from(casePhotos)
    .where(standing(caseId))
    .orderBy(asc(addedAt), asc(id));
}
export type Photo = Awaited<ReturnType<typeof listPhotos>>[number];

export async function countPhotos(ctx: Context, caseId: string): Promise<number> {
  const [found] = await ctx.db.select({ n: count() }).from(casePhotos).where(standing(caseId));
  return found?.n ?? 0;
}

/** Of another case, outside the scope, or removed: there is none. */
export async function getPhoto(ctx: Context, { id, photo }: PhotoInput) {
  const [found] = await ctx.db
    .select()
    .from(casePhotos)
    .where(and(standing(id), eq(casePhotos.id, photo)));
  if (!found) throw new Refusal("not-found", "photo.missing");
  return found;
}
