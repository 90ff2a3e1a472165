import { isCounted } from "../areas/model";
import type { Context } from "../context";
import type { BoardArea } from "./queries";
import { askCategories, askCategoriesOfRows, type Span } from "./questions";

/** How many there were in the period, in the one before, and in the same one last year. */
export type Counts = { now: number; before: number; lastYear: number };
export type CategoryCount = Counts & { category: string };

/** Received by category, now and in the two periods compared with. A community is small: it is read from its rows. */
export async function askMix(
  ctx: Context,
  area: BoardArea,
  { now, before, lastYear }: { now: Span; before: Span; lastYear: Span },
): Promise<CategoryCount[]> {
  const mixed = isCounted(area.level) && area.level !== "community";
  const spans = [now, before, lastYear];
  const rows = await (mixed ? askCategories(ctx, area.id, spans) : askCategoriesOfRows(ctx, area, spans));
  const found = new Map<string, CategoryCount>();
  for (const { key, category, n } of rows) {
    const count = found.get(category) ?? { category, now: 0, before: 0, lastYear: 0 };
    const of = key === now.key ? "now" : key === before.key ? "before" : "lastYear";
    found.set(category, { ...count, [of]: count[of] + n });
  }
  return [...found.values()].sort((a, b) => b.now - a.now || b.before - a.before || b.lastYear - a.lastYear);
}
