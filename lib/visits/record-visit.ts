import "server-only";
import { eq } from "drizzle-orm";
import { areas } from "../../db/schema/areas";
import { visits } from "../../db/schema/visits";
import { authorize } from "../access/guard";
import { localDay } from "../calendar/zone";
import type { Context } from "../context";
import { Refusal } from "../errors";
import { record } from "../events/record";
import type { VisitInput } from "./input";

/** Records a round of visits in a grid by numbers of households; nothing of a person is kept. */
export async function recordVisit(ctx: Context, input: VisitInput): Promise<void> {
  const [area] = await ctx.db.select({ id: areas.id, pos: areas.pos }).from(areas).where(eq(areas.id, input.areaId));
  if (!area) throw new Refusal("not-found", "area.missing", {}, "areaId");
  authorize(ctx.actor, "visit.record");
  if (input.visitedOn > localDay(ctx.now)) throw new Refusal("invalid", "visit.future", {}, "visitedOn");

  const { raised: _raised, ...counted } = input;
  const added = await ctx.db
    .insert(visits)
    .values({ ...counted, areaPos: area.pos })
    .onConflictDoNothing({ target: visits.id })
    .returning({ id: visits.id });
  if (added.length === 0) return;
  await record(ctx, {
    subject: "area",
    id: area.id,
    action: "visit.recorded",
    areaPos: area.pos,
    detail: { visit: input.id, visited: input.visited, due: input.due },
    counts: { of: "visit" },
  });
}
