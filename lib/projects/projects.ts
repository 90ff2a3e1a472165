import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { projects } from "../../db/schema/projects";
import { authorize } from "../access/guard";
import { getOpenArea } from "../areas/queries";
import { localDay } from "../calendar/zone";
import type { Context } from "../context";
import { Refusal } from "../errors";
import { record } from "../events/record";
import type { KeepProjectInput, PromiseProjectInput } from "./input";
import { getProject, listPartners } from "./queries";

/** Notes what a partner offers a community for what it needs, and by when. */
export async function promiseProject(ctx: Context, input: PromiseProjectInput): Promise<void> {
  const area = await getOpenArea(ctx, input.areaId);
  authorize(ctx.actor, "project.edit");
  if (area.level !== "community") throw new Refusal("invalid", "project.level", {}, "areaId");
  const partner = (await listPartners(ctx)).find(({ id }) => id === input.partnerId);
  if (!partner) throw new Refusal("invalid", "project.noPartner", {}, "partnerId");
  const { id, offer, need, promisedBy } = input;

  const added = await ctx.db
    .insert(projects)
    .values({ ...{ id, offer, need, promisedBy, partnerId: partner.id }, areaId: area.id, areaPos: area.pos })
    .onConflictDoNothing()
    .returning({ id: projects.id });
  if (added.length === 0) throw new Refusal("conflict", "project.twice");
  await record(ctx, {
    subject: "area",
    id: area.id,
    action: "project.promised",
    areaPos: area.pos,
    detail: { project: id, partner: partner.name, offer, promisedBy },
  });
}

/** Says that what was promised is there. */
export async function keepProject(ctx: Context, { projectId, keptOn }: KeepProjectInput): Promise<void> {
  const current = await getProject(ctx, projectId);
  authorize(ctx.actor, "project.edit");
  if (current.keptOn !== null) throw new Refusal("conflict", "project.kept", { day: current.keptOn });
  if (keptOn > localDay(ctx.now)) throw new Refusal("invalid", "estate.future", {}, "keptOn");

  const kept = await ctx.db
    .update(projects)
    .set({ keptOn })
    .where(and(eq(projects.id, current.id), isNull(projects.keptOn)))
    .returning({ id: projects.id });
  if (kept.length === 0) throw new Refusal("conflict", "area.changedMeanwhile");
  await record(ctx, {
    subject: "area",
    id: current.areaId,
    action: "project.kept",
    areaPos: current.areaPos,
    detail: { project: current.id, offer: current.offer, keptOn },
  });
}
