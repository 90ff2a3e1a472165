import { and, asc, between, eq, isNull } from "drizzle-orm";
import { areas } from "../../db/schema/areas";
import { categories } from "../../db/schema/catalogue";
import { replyTemplates } from "../../db/schema/replies";
import { localDay } from "../calendar/zone";
import { type CaseDetail, findCase } from "../cases/queries";
import type { Context } from "../context";
import { Refusal } from "../errors";
import { dayInLetter, fillIn, type ReplyMove, type ReplyValues } from "./model";

/** The templates that hold where the actor works: of its area, of those below, and of those it lies in. */
export function listTemplates(ctx: Context) {
  return ctx.db
    .select({
      id: replyTemplates.id,
      name: replyTemplates.name,
      move: replyTemplates.move,
      categoryCode: replyTemplates.categoryCode,
      categoryName: { zh: categories.nameZh, hant: categories.nameHant, en: categories.nameEn },
      body: replyTemplates.body,
      areaPos: replyTemplates.areaPos,
      areaLast: replyTemplates.areaLast,
      areaName: areas.name,
      changedName: replyTemplates.changedName,
      changedAt: replyTemplates.changedAt,
      version: replyTemplates.version,
    })
    .from(replyTemplates)
    .leftJoin(areas, eq(areas.id, replyTemplates.areaId))
    .leftJoin(categories, eq(categories.code, replyTemplates.categoryCode))
    .where(isNull(replyTemplates.retiredAt))
    .orderBy(asc(replyTemplates.move), asc(replyTemplates.name), asc(replyTemplates.id));
}
export type ReplyTemplate = Awaited<ReturnType<typeof listTemplates>>[number];

/** One to be changed: of an area above it is read here and changed there. */
export async function getTemplate(ctx: Context, id: string) {
  const { pos, last } = ctx.actor;
  const [found] = await ctx.db
    .select()
    .from(replyTemplates)
    .where(
      and(eq(replyTemplates.id, id), isNull(replyTemplates.retiredAt), between(replyTemplates.areaPos, pos, last)),
    );
  if (!found) throw new Refusal("not-found", "reply.missing");
  return found;
}

type Place = { areaPos: number; categoryCode: string | null };

/** Those that fit a step of a case, the ones for its very category first. */
export function fitting(templates: readonly ReplyTemplate[], move: ReplyMove, at: Place): ReplyTemplate[] {
  const near = ({ categoryCode }: ReplyTemplate) => categoryCode?.length ?? 0;
  return templates
    .filter((one) => one.move === move && one.areaPos <= at.areaPos && at.areaPos <= one.areaLast)
    .filter(({ categoryCode }) => categoryCode === null || at.categoryCode?.startsWith(categoryCode))
    .sort((a, b) => near(b) - near(a));
}

/** What a case has to fill in; in Chinese, as the resident reads it. */
export function valuesOf({ current, areaName, unitName, category }: CaseDetail, now: Date): ReplyValues {
  const day = (at: Date) => dayInLetter(localDay(at));
  return {
    number: String(current.number),
    title: current.title,
    category: category.zh,
    area: areaName,
    place: current.place,
    unit: unitName ?? areaName,
    date: day(now),
    due: current.closeDueAt && day(current.closeDueAt),
  };
}

/** An answer as the resident will read it. Refused where a place in it cannot be filled in. */
export async function readyReply(ctx: Context, caseId: string, text: string): Promise<string> {
  if (!text.includes("{")) return text;
  const found = await findCase(ctx, caseId);
  if (!found) throw new Refusal("not-found", "case.missing");
  const { text: filled, unknown, empty } = fillIn(text, valuesOf(found, ctx.now));
  if (unknown.length > 0) throw refused("unknown", unknown);
  if (empty.length > 0) throw refused("empty", empty);
  return filled;
}

const refused = (why: "unknown" | "empty", names: string[]) =>
  new Refusal("invalid", `reply.${why}`, { names: names.join(" ") }, "publicReply");
