import "server-only";
import { inArray } from "drizzle-orm";
import { units } from "../../db/schema/areas";
import { categories } from "../../db/schema/catalogue";
import { topics } from "../../db/schema/topics";
import { authorize } from "../access/guard";
import { getOpenArea } from "../areas/queries";
import type { Context } from "../context";
import { Refusal } from "../errors";
import { record } from "../events/record";
import type { TopicInput } from "./input";

/** Makes one matter over many cases a topic of an area: what is meant, who leads, and from which day. */
export async function openTopic(ctx: Context, input: TopicInput): Promise<void> {
  const area = await getOpenArea(ctx, input.areaId);
  authorize(ctx.actor, "topic.edit");
  const categoryCodes = [...new Set([input.category, input.category2, input.category3].filter(isGiven))];
  await checkChosen(ctx, input.unitId, categoryCodes);

  const opened = await ctx.db
    .insert(topics)
    .values({
      id: input.id,
      areaId: area.id,
      areaPos: area.pos,
      title: input.title,
      goal: input.goal,
      categoryCodes,
      keyword: input.keyword ?? null,
      leadUnitId: input.unitId,
      startsOn: input.startsOn,
      endsOn: input.endsOn ?? null,
      openedName: ctx.actor.name,
      openedAt: ctx.now,
    })
    .onConflictDoNothing()
    .returning({ id: topics.id });
  if (opened.length === 0) return;
  const detail = { title: input.title, startsOn: input.startsOn };
  await record(ctx, { subject: "topic", id: input.id, action: "topic.opened", areaPos: area.pos, detail });
}

const isGiven = (code: string | undefined): code is string => code !== undefined;

async function checkChosen(ctx: Context, unitId: string, codes: string[]): Promise<void> {
  const [[unit], known] = await Promise.all([
    ctx.db
      .select()
      .from(units)
      .where(inArray(units.id, [unitId])),
    codes.length === 0
      ? []
      : ctx.db.select({ code: categories.code }).from(categories).where(inArray(categories.code, codes)),
  ]);
  if (!unit || unit.closedOn) throw new Refusal("invalid", "case.unitClosed", {}, "unitId");
  if (known.length < codes.length) throw new Refusal("invalid", "case.categoryClosed", {}, "category");
}
