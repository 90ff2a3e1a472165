import { eq } from "drizzle-orm";
import { categories } from "../../db/schema/cases";
import type { Context } from "../context";
import { Refusal } from "../errors";

/** A category that is in use; none where none was chosen. */
export async function getOpenCategory(ctx: Context, code: string | undefined) {
  if (code === undefined) return null;
  const [category] = await ctx.db.select().from(categories).where(eq(categories.code, code));
  if (!category || category.closedAt) throw new Refusal("invalid", "case.categoryClosed", {}, "categoryCode");
  return category;
}
