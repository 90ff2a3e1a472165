import { isCounted } from "../areas/model";
import type { Context } from "../context";
import type { BoardArea } from "./queries";
import { askCategories, askCategoriesOfRows, type Span } from "./questions";

export type CategoryCount = { category: string; now: number; before: number };

/** Received by category, now and in the period before. A community is small: it is read from its rows. */
export async function askMix(
  ctx: Context,
  area: BoardArea,
  { now, before }: { now: Span; before: Span },
): Promise<CategoryCount[]> {
  const mixed = isCounted(area.level) && area.level !== "community";
  const rows = await (mixed
    ? askCategories(ctx, area.id, [now, before])
    : askCategoriesOfRows(ctx, area, [now, before]));
  const found = new Map<string, CategoryCount>();
  for (const { key, category, n } of rows) {
    const count = found.get(category) ?? { category, now: 0, before: 0 };
    found.set(category, key === "now" ? { ...count, now: count.now + n } : { ...count, before: count.before + n });
  }
  return [...found.values()]
    .filter(({ now, before }) => now + before > 0)
    .sort((a, b) => b.now - a.now || b.before - a.before);
}
