import { and, asc, between, desc, eq, gte, isNull, lte, or } from "drizzle-orm";
import { areas, stations } from "../../../db/schema/areas";
import { topics } from "../../../db/schema/topics";
import type { AreaRange } from "../../areas/model";
import type { Context } from "../../context";
import { listOffered } from "../../projects/queries";

export type Relatable = Awaited<ReturnType<typeof listRelatable>>;

/** With what something may be done in an area: open topics that hold it or lie in it, its open stations, what partners promised it. */
export async function listRelatable(ctx: Context, { pos, last }: AreaRange) {
  const [open, standing, offered] = await Promise.all([
    ctx.db
      .select({ id: topics.id, name: topics.title })
      .from(topics)
      .innerJoin(areas, eq(areas.id, topics.areaId))
      .where(
        and(
          isNull(topics.closedOn),
          or(between(areas.pos, pos, last), and(lte(areas.pos, pos), gte(areas.last, last))),
        ),
      )
      .orderBy(desc(topics.startsOn), desc(topics.id))
      .limit(100),
    ctx.db
      .select({ id: stations.id, name: stations.name })
      .from(stations)
      .where(and(isNull(stations.closedOn), between(stations.areaPos, pos, last)))
      .orderBy(asc(stations.areaPos), asc(stations.name))
      .limit(300),
    listOffered(ctx, { pos, last }),
  ]);
  return { topics: open, stations: standing, projects: offered };
}
