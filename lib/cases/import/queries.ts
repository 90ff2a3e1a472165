import { asc, eq } from "drizzle-orm";
import { cases } from "../../../db/schema/cases";
import { caseSources } from "../../../db/schema/sources";
import type { Context } from "../../context";
import { Refusal } from "../../errors";

/** The sources of the own area. */
export function listSources(ctx: Context) {
  return ctx.db
    .select({ source: caseSources.source, columns: caseSources.columns })
    .from(caseSources)
    .where(eq(caseSources.areaId, ctx.actor.areaId))
    .orderBy(asc(caseSources.source));
}
export type Source = Awaited<ReturnType<typeof listSources>>[number];

export async function getSource(ctx: Context, source: string): Promise<Source> {
  const found = (await listSources(ctx)).find((known) => known.source === source);
  if (!found) throw new Refusal("invalid", "case.sheet.unknownSource", {}, "source");
  return found;
}

const mostAnswered = 20_000;

/** How the orders of a source stand now, for the sheet that goes back. */
export function listAnswered(ctx: Context, source: string) {
  return ctx.db
    .select({
      order: cases.sourceKey,
      title: cases.title,
      number: cases.number,
      state: cases.state,
      validity: cases.validity,
      closeReason: cases.closeReason,
      reply: cases.publicReply,
      closedAt: cases.closedAt,
    })
    .from(cases)
    .where(eq(cases.source, source))
    .orderBy(asc(cases.sourceKey))
    .limit(mostAnswered);
}
