import { and, between, desc, eq, isNull, or, sql } from "drizzle-orm";
import { areas } from "../../db/schema/areas";
import { findings } from "../../db/schema/findings";
import type { AreaRange } from "../areas/model";
import { localDay, nextDay } from "../calendar/zone";
import type { Context } from "../context";
import { Refusal } from "../errors";

export const mostFindings = 60;

/** What is open, and what was found in the last days: the open first, then the newest. */
export function listFindings(ctx: Context, range: AreaRange, days: number) {
  const { settledOn, foundOn } = findings;
  return ctx.db
    .select({
      id: findings.id,
      kind: findings.kind,
      areaName: areas.name,
      foundOn,
      what: findings.what,
      settledOn,
      result: findings.result,
      caseId: findings.caseId,
    })
    .from(findings)
    .innerJoin(areas, eq(areas.id, findings.areaId))
    .where(
      and(
        between(findings.areaPos, range.pos, range.last),
        or(isNull(settledOn), sql`${foundOn} >= ${nextDay(localDay(ctx.now), -days)}`),
      ),
    )
    .orderBy(sql`${settledOn} is not null`, desc(foundOn), desc(findings.id))
    .limit(mostFindings);
}
export type FindingRow = Awaited<ReturnType<typeof listFindings>>[number];

export async function getFinding(ctx: Context, id: string) {
  const [found] = await ctx.db.select().from(findings).where(eq(findings.id, id));
  if (!found) throw new Refusal("not-found", "finding.missing");
  return found;
}
