import { and, asc, desc, eq, gte, inArray, or, sql } from "drizzle-orm";
import { areas } from "../../../db/schema/areas";
import { cases } from "../../../db/schema/cases";
import type { Context } from "../../context";
import { alikeFrom, alikeness, type Told } from "./alike";

const days = 30;
const looked = 500;
const shown = 5;

/** What was registered lately in the same community and may be the same matter, the most alike first. */
export async function listAlike(ctx: Context, areaId: string, asked: Told) {
  const around = await findAround(ctx, areaId);
  if (!around) return [];
  const rows = await ctx.db
    .select({
      id: cases.id,
      number: cases.number,
      title: cases.title,
      place: cases.place,
      categoryCode: cases.categoryCode,
      state: cases.state,
    })
    .from(cases)
    .where(
      and(
        sql`${cases.areaPos} between ${around.pos} and ${around.last}`,
        eq(cases.validity, "valid"),
        gte(cases.registeredAt, new Date(ctx.now.getTime() - days * 86_400_000)),
      ),
    )
    .orderBy(desc(cases.registeredAt), desc(cases.id))
    .limit(looked);
  return rows
    .map((row) => ({ ...row, alike: alikeness(asked, row) }))
    .filter(({ alike }) => alike >= alikeFrom)
    .sort((a, b) => b.alike - a.alike)
    .slice(0, shown);
}

/** The community around an area, or as much of it as the actor sees. */
async function findAround(ctx: Context, areaId: string) {
  const [around] = await ctx.db
    .select({ pos: areas.pos, last: areas.last })
    .from(areas)
    .where(
      and(
        or(eq(areas.id, areaId), inArray(areas.level, ["community", "grid"])),
        sql`(select a.pos from areas a where a.id = ${areaId}) between ${areas.pos} and ${areas.last}`,
      ),
    )
    .orderBy(asc(areas.pos))
    .limit(1);
  return around;
}
