import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { improvements } from "../../../db/schema/improvements";
import { authorize } from "../../access/guard";
import { getArea } from "../../areas/queries";
import type { Context } from "../../context";
import { Refusal } from "../../errors";
import { record } from "../../events/record";
import type { RelateInput } from "./input";
import { getImprovement, type Improvement } from "./queries";
import { listRelatable } from "./relatable";

type Chosen = Pick<RelateInput, "topicId" | "stationId" | "projectId">;

/** Says together with what an improvement is done: a topic, a station, a project of a partner; what is left empty is with none. */
export async function relateImprovement(ctx: Context, input: RelateInput): Promise<void> {
  const found = await getImprovement(ctx, input.id);
  authorize(ctx.actor, "improvement.open");
  if (found.closedAt) throw new Refusal("conflict", "improvement.closedAlready");
  await checkChosen(ctx, found, input);

  const { id, topicId = null, stationId = null, projectId = null } = input;
  const related = await ctx.db
    .update(improvements)
    .set({ topicId, stationId, projectId })
    .where(and(eq(improvements.id, id), isNull(improvements.closedAt)))
    .returning({ id: improvements.id });
  if (related.length === 0) throw new Refusal("conflict", "improvement.closedAlready");
  const { topicTitle, stationName, partnerName, project } = await getImprovement(ctx, id);
  await record(ctx, {
    subject: "round",
    id: found.roundId,
    action: "improvement.related",
    areaPos: found.areaPos,
    detail: { item: found.itemCode, topic: topicTitle, station: stationName, partner: partnerName, project },
  });
}

async function checkChosen(ctx: Context, found: Improvement, chosen: Chosen): Promise<void> {
  const { topics, stations, projects } = await listRelatable(ctx, await getArea(ctx, found.areaId));
  const offered = { topicId: topics, stationId: stations, projectId: projects };
  for (const field of ["topicId", "stationId", "projectId"] as const) {
    const id = chosen[field];
    const isKnown = id === undefined || id === found[field] || offered[field].some((one) => one.id === id);
    if (!isKnown) throw new Refusal("invalid", "improvement.notRelatable", {}, field);
  }
}
