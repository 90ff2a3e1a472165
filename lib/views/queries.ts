import { and, asc, count, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import { areas } from "../../db/schema/areas";
import { savedViews } from "../../db/schema/views";
import type { AreaLevel, AreaRange } from "../areas/model";
import { countCases } from "../cases/queries";
import type { Context } from "../context";
import { Refusal } from "../errors";
import { filterOf } from "./input";

const mine = (ctx: Context) => and(eq(savedViews.ownerId, ctx.actor.accountId), isNull(savedViews.removedAt));

/** The own views and those shared here, the own ones first; one of an area that is out of sight is left out. */
export async function listViews(ctx: Context) {
  const { id, name, query, shared, first, ownerId, ownerName } = savedViews;
  const found = await ctx.db
    .select({ id, name, query, shared, first, ownerName, own: sql<boolean>`${ownerId} = ${ctx.actor.accountId}` })
    .from(savedViews)
    .where(isNull(savedViews.removedAt))
    .orderBy(desc(sql`${ownerId} = ${ctx.actor.accountId}`), asc(name), asc(id));
  const views = found.map((view) => ({ ...view, filter: filterOf(view.query) }));
  const wanted = [...new Set(views.flatMap(({ filter }) => filter.area ?? []))];
  if (wanted.length === 0) return views;
  const seen = await ctx.db.select({ id: areas.id }).from(areas).where(inArray(areas.id, wanted));
  return views.filter(({ filter }) => !filter.area || seen.some((area) => area.id === filter.area));
}
export type SavedView = Awaited<ReturnType<typeof listViews>>[number];

/** How many cases a view holds now, where an index knows it: of a queue, without words to look for. */
export async function countViews(ctx: Context, area: AreaRange & { id: string; level: AreaLevel }, views: SavedView[]) {
  const cheap = views.filter(({ filter }) => filter.queue && !filter.q && (!filter.area || filter.area === area.id));
  const counts = await Promise.all(
    cheap.map(async ({ id, filter }) => [id, (await countCases(ctx, area, filter)).n] as const),
  );
  return new Map(counts);
}

/** The one the own list opens with. */
export async function findFirstView(ctx: Context) {
  const [found] = await ctx.db
    .select({ query: savedViews.query })
    .from(savedViews)
    .where(and(mine(ctx), savedViews.first));
  return found ?? null;
}

export async function countOwnViews(ctx: Context): Promise<number> {
  const [found] = await ctx.db.select({ n: count() }).from(savedViews).where(mine(ctx));
  return found?.n ?? 0;
}

/** Only the own: what others share is theirs to change. */
export async function getOwnView(ctx: Context, id: string) {
  const [found] = await ctx.db
    .select()
    .from(savedViews)
    .where(and(mine(ctx), eq(savedViews.id, id)));
  if (!found) throw new Refusal("not-found", "view.missing");
  return found;
}
