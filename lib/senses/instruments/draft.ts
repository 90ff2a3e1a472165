import "server-only";
import { eq, sql } from "drizzle-orm";
import { areas } from "../../../db/schema/areas";
import { authorize } from "../../access/guard";
import { getOpenArea } from "../../areas/queries";
import type { Context } from "../../context";
import { Refusal } from "../../errors";
import { recordWith } from "../../events/record";
import type { DraftVersionInput, StartInstrumentInput } from "./input";
import type { DraftItem } from "./model";
import { draftOf, findInstrument, type InstrumentRow, itemsOf, nextVersion } from "./queries";

/** Begins a questionnaire of an area, without items. The same form sent twice is one. */
export async function startInstrument(ctx: Context, { id, areaId, name }: StartInstrumentInput): Promise<void> {
  const area = await getOpenArea(ctx, areaId);
  authorize(ctx.actor, "instrument.edit");
  await write(ctx, { id, key: keyOf(id), version: 1, name, area, items: [], groupBy: [] });
}

/**
 * Begins a version out of one that stands: the next of its questionnaire for whoever keeps that up, a questionnaire of
 * the own area for everybody else.
 */
export async function draftVersion(ctx: Context, { id, sourceId, name }: DraftVersionInput): Promise<void> {
  const source = await findInstrument(ctx, sourceId);
  if (!source) throw new Refusal("not-found", "instrument.missing");
  authorize(ctx.actor, "instrument.edit");
  if (!source.publishedAt) throw new Refusal("conflict", "instrument.stillDraft", { name: source.name });
  const area = await getOpenArea(
    ctx,
    source.areaName === null ? ctx.actor.areaId : (source.areaId ?? ctx.actor.areaId),
  );
  const isNext = await keepsUp(ctx, source);
  if (isNext && (await draftOf(ctx, source.key)))
    throw new Refusal("conflict", "instrument.draftStands", { name: source.name });
  await write(ctx, {
    id,
    key: isNext ? source.key : keyOf(id),
    version: isNext ? await nextVersion(ctx, source.key) : 1,
    name: name ?? source.name,
    area,
    items: await itemsOf(ctx, source),
    groupBy: source.groupBy,
  });
}

/** Whether the next version of a questionnaire is for this account: it is of its area, or of the whole and so is the account. */
export async function keepsUp({ db, actor }: Context, { areaId, areaPos }: InstrumentRow): Promise<boolean> {
  if (areaId !== null && areaPos !== null) return areaPos >= actor.pos && areaPos <= actor.last;
  const [own] = await db.select({ parentId: areas.parentId }).from(areas).where(eq(areas.id, actor.areaId));
  return own?.parentId === null;
}

const keyOf = (id: string) => `q-${id.slice(-12)}`;

type Begun = {
  id: string;
  key: string;
  version: number;
  name: string;
  area: { id: string; pos: number; last: number };
  items: DraftItem[];
  groupBy: string[];
};

async function write(ctx: Context, { id, key, version, name, area, items, groupBy }: Begun): Promise<void> {
  const added = sql`(
    insert into instruments (id, key, version, name, area_id, area_pos, area_last, draft, group_by)
    values (${id}, ${key}, ${version}, ${name}, ${area.id}, ${area.pos}, ${area.last}, ${JSON.stringify(items)}::text::jsonb, ${sql.param(groupBy)})
    on conflict (id) do nothing returning id)`;
  await recordWith(ctx, added, {
    subject: "instrument",
    id,
    action: "instrument.drafted",
    areaPos: area.pos,
    detail: { name, version, items: items.length },
  });
}
