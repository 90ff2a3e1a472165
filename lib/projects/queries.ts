import { between, desc, eq, sql } from "drizzle-orm";
import { areas, units } from "../../db/schema/areas";
import { projects } from "../../db/schema/projects";
import type { AreaRange } from "../areas/model";
import { listUnits } from "../cases/queries";
import type { Context } from "../context";
import { Refusal } from "../errors";

const mostProjects = 60;

/** What partners promised in an area: what is not kept first, by the day it is due, then what was kept last. */
export function listProjects(ctx: Context, range: AreaRange) {
  return ctx.db
    .select({
      id: projects.id,
      areaName: areas.name,
      partnerName: units.name,
      offer: projects.offer,
      need: projects.need,
      promisedBy: projects.promisedBy,
      keptOn: projects.keptOn,
    })
    .from(projects)
    .innerJoin(areas, eq(areas.id, projects.areaId))
    .innerJoin(units, eq(units.id, projects.partnerId))
    .where(between(projects.areaPos, range.pos, range.last))
    .orderBy(
      sql`${projects.keptOn} is not null`,
      sql`case when ${projects.keptOn} is null then ${projects.promisedBy} end`,
      desc(projects.keptOn),
      desc(projects.id),
    )
    .limit(mostProjects);
}
export type ProjectRow = Awaited<ReturnType<typeof listProjects>>[number];

export async function getProject(ctx: Context, id: string) {
  const [found] = await ctx.db.select().from(projects).where(eq(projects.id, id));
  if (!found) throw new Refusal("not-found", "project.missing");
  return found;
}

/** The partners around that may promise something. */
export async function listPartners(ctx: Context) {
  return (await listUnits(ctx)).filter(({ kind }) => kind === "partner");
}

/** What an improvement of an area may be done with, by what is offered. */
export function listOffered(ctx: Context, { pos, last }: AreaRange) {
  return ctx.db
    .select({ id: projects.id, name: sql<string>`${units.name} || ' · ' || ${projects.offer}` })
    .from(projects)
    .innerJoin(units, eq(units.id, projects.partnerId))
    .where(between(projects.areaPos, pos, last))
    .orderBy(desc(projects.promisedBy), desc(projects.id))
    .limit(100);
}
