import { and, asc, desc, eq, gte, isNotNull, isNull, lte, ne, or, sql } from "drizzle-orm";
import { areas } from "../../../db/schema/areas";
import { instrumentItems, instruments } from "../../../db/schema/instruments";
import { rounds } from "../../../db/schema/senses";
import type { Context } from "../../context";
import { Refusal } from "../../errors";
import type { DraftItem } from "./model";

const row = {
  id: instruments.id,
  key: instruments.key,
  version: instruments.version,
  name: instruments.name,
  areaId: instruments.areaId,
  areaPos: instruments.areaPos,
  /** Unknown to whoever acts below it; nothing where it belongs to the whole. */
  areaName: areas.name,
  draft: instruments.draft,
  groupBy: instruments.groupBy,
  publishedAt: instruments.publishedAt,
  items: sql<number>`coalesce(jsonb_array_length(${instruments.draft}), (
    select count(*) from ${instrumentItems} where ${instrumentItems.instrumentId} = ${instruments.id}))::int`,
  rounds: sql<number>`(select count(*) from ${rounds} where ${rounds.instrumentId} = ${instruments.id})::int`,
};

const rows = (ctx: Context) => ctx.db.select(row).from(instruments).leftJoin(areas, eq(areas.id, instruments.areaId));

/** Those of the actor's area, of the areas it lies in and below it, and those of the whole. */
const reaching = ({ actor }: Context) =>
  or(isNull(instruments.areaPos), and(lte(instruments.areaPos, actor.last), gte(instruments.areaLast, actor.pos)));

export type InstrumentRow = NonNullable<Awaited<ReturnType<typeof findInstrument>>>;

/** Every version, drafts first, then by questionnaire, last version first. */
export function listInstruments(ctx: Context) {
  return rows(ctx)
    .where(reaching(ctx))
    .orderBy(sql`${instruments.publishedAt} is not null`, asc(instruments.key), desc(instruments.version))
    .limit(200);
}

export async function findInstrument(ctx: Context, id: string) {
  const [found] = await rows(ctx).where(eq(instruments.id, id));
  return found ?? null;
}

/** The items of a version, in the order they are asked. */
export async function itemsOf(ctx: Context, { id, draft }: Pick<InstrumentRow, "id" | "draft">): Promise<DraftItem[]> {
  return draft ?? publishedItems(ctx, eq(instrumentItems.instrumentId, id));
}

/** What the other versions of a questionnaire have published. */
export function itemsBefore(ctx: Context, { id, key }: Pick<InstrumentRow, "id" | "key">): Promise<DraftItem[]> {
  return publishedItems(
    ctx,
    sql`${instrumentItems.instrumentId} in (select o.id from instruments o where o.key = ${key} and o.id <> ${id})`,
  );
}

function publishedItems(ctx: Context, where: ReturnType<typeof sql>): Promise<DraftItem[]> {
  return ctx.db
    .select({
      code: instrumentItems.code,
      kind: instrumentItems.kind,
      sense: instrumentItems.sense,
      low: instrumentItems.low,
      high: instrumentItems.high,
      reversed: instrumentItems.reversed,
      topFrom: instrumentItems.topFrom,
      scored: instrumentItems.scored,
      weight: instrumentItems.weight,
      labels: instrumentItems.labels,
      options: instrumentItems.options,
      shownIf: instrumentItems.shownIf,
    })
    .from(instrumentItems)
    .where(where)
    .orderBy(asc(instrumentItems.position), asc(instrumentItems.code));
}

/** A version that is still being written, held until the change is made. */
export async function getDraft(ctx: Context, id: string) {
  const [held] = await ctx.db.select().from(instruments).where(eq(instruments.id, id)).for("update");
  const found = held ?? (await ctx.db.select().from(instruments).where(eq(instruments.id, id)))[0];
  if (!found) throw new Refusal("not-found", "instrument.missing");
  const { draft, groupBy, areaPos, areaId, key, version, name, publishedAt } = found;
  return { id, key, version, name, areaId, areaPos: areaPos ?? 0, draft, groupBy, publishedAt };
}

/** The draft of a questionnaire, if somebody is writing one. */
export async function draftOf(ctx: Context, key: string): Promise<string | null> {
  const [found] = await ctx.db
    .select({ id: instruments.id })
    .from(instruments)
    .where(and(eq(instruments.key, key), isNull(instruments.publishedAt)));
  return found?.id ?? null;
}

/** What a round may ask here: published, and in words. */
export function listAskable(ctx: Context) {
  return ctx.db
    .select({ id: instruments.id, key: instruments.key, version: instruments.version, name: instruments.name })
    .from(instruments)
    .where(
      and(
        isNotNull(instruments.publishedAt),
        reaching(ctx),
        sql`not exists (select from instrument_items i where i.instrument_id = ${instruments.id} and i.labels ->> 'zh-CN' is null)`,
      ),
    )
    .orderBy(sql`${instruments.areaId} is null`, asc(instruments.key), desc(instruments.version));
}

/** The number of the version that comes next. */
export async function nextVersion(ctx: Context, key: string): Promise<number> {
  const [last] = await ctx.db
    .select({ version: sql<number>`max(${instruments.version})::int` })
    .from(instruments)
    .where(and(eq(instruments.key, key), ne(instruments.version, 0)));
  return (last?.version ?? 0) + 1;
}
