import "server-only";
import { caseSources } from "../../../db/schema/sources";
import { authorize } from "../../access/guard";
import type { Context } from "../../context";
import { record } from "../../events/record";
import type { SourceInput } from "./source";

/** Keeps how the sheets of a source are read in the own area. */
export async function keepSource(ctx: Context, { source, ...columns }: SourceInput): Promise<void> {
  authorize(ctx.actor, "case.import");
  const { areaId, pos } = ctx.actor;
  const kept = { columns, changedAt: ctx.now };
  await ctx.db
    .insert(caseSources)
    .values({ areaId, areaPos: pos, source, ...kept })
    .onConflictDoUpdate({ target: [caseSources.areaId, caseSources.source], set: kept });
  await record(ctx, {
    subject: "area",
    id: areaId,
    action: "source.kept",
    areaPos: pos,
    detail: { source, ...columns },
  });
}
