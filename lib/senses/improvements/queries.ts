import { and, asc, between, eq, inArray, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { areas, stations, units } from "../../../db/schema/areas";
import { improvements } from "../../../db/schema/improvements";
import { projects } from "../../../db/schema/projects";
import { topics } from "../../../db/schema/topics";
import type { AreaRange } from "../../areas/model";
import type { Context } from "../../context";
import { Refusal } from "../../errors";

const partners = alias(units, "partners");

const row = {
  id: improvements.id,
  roundId: improvements.roundId,
  areaId: improvements.areaId,
  areaPos: improvements.areaPos,
  areaName: areas.name,
  itemCode: improvements.itemCode,
  unitName: units.name,
  plan: improvements.plan,
  dueOn: improvements.dueOn,
  openedAt: improvements.openedAt,
  outcome: improvements.outcome,
  closing: improvements.closing,
  closedAt: improvements.closedAt,
  topicId: improvements.topicId,
  topicTitle: topics.title,
  stationId: improvements.stationId,
  stationName: stations.name,
  projectId: improvements.projectId,
  partnerName: partners.name,
  project: projects.offer,
  cases: sql<{ id: string; number: number }[]>`coalesce((
    select jsonb_agg(jsonb_build_object('id', c.id, 'number', c.number) order by c.number)
    from improvement_cases x join cases c on c.id = x.case_id where x.improvement_id = ${improvements.id}), '[]')`,
};

const rows = (ctx: Context) =>
  ctx.db
    .select(row)
    .from(improvements)
    .innerJoin(areas, eq(areas.id, improvements.areaId))
    .innerJoin(units, eq(units.id, improvements.unitId))
    .leftJoin(topics, eq(topics.id, improvements.topicId))
    .leftJoin(stations, eq(stations.id, improvements.stationId))
    .leftJoin(projects, eq(projects.id, improvements.projectId))
    .leftJoin(partners, eq(partners.id, projects.partnerId));

export async function getImprovement(ctx: Context, id: string): Promise<Improvement> {
  const [found] = await rows(ctx).where(eq(improvements.id, id));
  if (!found) throw new Refusal("not-found", "improvement.missing");
  return found;
}
export type Improvement = Awaited<ReturnType<typeof listImprovements>>[number];

/** What is done in an area, and below it, about what some rounds found. */
export function listImprovements(ctx: Context, range: AreaRange, roundIds: string[]) {
  return rows(ctx)
    .where(and(inArray(improvements.roundId, roundIds), between(improvements.areaPos, range.pos, range.last)))
    .orderBy(asc(improvements.itemCode), asc(improvements.areaPos), asc(improvements.openedAt))
    .limit(200);
}

/** What is done about rounds together with a topic. */
export function listOfTopic(ctx: Context, topicId: string) {
  return rows(ctx)
    .where(eq(improvements.topicId, topicId))
    .orderBy(asc(improvements.areaPos), asc(improvements.openedAt))
    .limit(50);
}
