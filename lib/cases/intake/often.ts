import { and, between, count, desc, eq, gte, isNotNull } from "drizzle-orm";
import { cases } from "../../../db/schema/cases";
import type { AreaRange } from "../../areas/model";
import type { Context } from "../../context";

const days = 90;

/** The categories that came up most in an area lately, the most frequent first. */
export async function listOften(ctx: Context, range: AreaRange, most = 6): Promise<string[]> {
  const rows = await ctx.db
    .select({ code: cases.categoryCode })
    .from(cases)
    .where(
      and(
        between(cases.areaPos, range.pos, range.last),
        gte(cases.registeredAt, new Date(ctx.now.getTime() - days * 86_400_000)),
        eq(cases.validity, "valid"),
        isNotNull(cases.categoryCode),
      ),
    )
    .groupBy(cases.categoryCode)
    .orderBy(desc(count()), cases.categoryCode)
    .limit(most);
  return rows.flatMap(({ code }) => (code === null ? [] : [code]));
}
