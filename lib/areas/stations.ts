import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { stations } from "../../db/schema/areas";
import { authorize } from "../access/guard";
import type { Context } from "../context";
import { Refusal } from "../errors";
import { record } from "../events/record";
import type { CloseStationInput, OpenStationInput } from "./input";
import { sameName } from "./model";
import { getOpenArea } from "./queries";

/** Opens a station in one of the three fields. */
export async function openStation(ctx: Context, input: OpenStationInput): Promise<string> {
  const area = await getOpenArea(ctx, input.areaId);
  authorize(ctx.actor, "station.edit");
  const { name, field, openedOn } = input;
  const open = await ctx.db
    .select({ name: stations.name })
    .from(stations)
    .where(and(eq(stations.areaId, area.id), isNull(stations.closedOn)));
  if (open.some((other) => sameName(other.name) === sameName(name)))
    throw new Refusal("conflict", "area.stationTwice", { name }, "name");

  const id = uuidv7();
  await ctx.db.insert(stations).values({ id, areaId: area.id, areaPos: area.pos, name, field, openedOn });
  await record(ctx, {
    subject: "area",
    id: area.id,
    action: "station.opened",
    areaPos: area.pos,
    detail: { station: id, name, field, openedOn },
    counts: { of: "ground" },
  });
  return id;
}

/** Closes a station with its last day. */
export async function closeStation(ctx: Context, input: CloseStationInput): Promise<void> {
  const [current] = await ctx.db.select().from(stations).where(eq(stations.id, input.stationId));
  if (!current) throw new Refusal("not-found", "area.stationMissing");
  authorize(ctx.actor, "station.edit");
  if (current.closedOn !== null) throw new Refusal("conflict", "area.stationClosed", { day: current.closedOn });
  if (input.closedOn < current.openedOn) throw new Refusal("invalid", "area.endBeforeStart", {}, "closedOn");

  const closed = await ctx.db
    .update(stations)
    .set({ closedOn: input.closedOn })
    .where(and(eq(stations.id, current.id), isNull(stations.closedOn)))
    .returning({ id: stations.id });
  if (closed.length === 0) throw new Refusal("conflict", "area.changedMeanwhile");
  const { name, field } = current;
  await record(ctx, {
    subject: "area",
    id: current.areaId,
    action: "station.closed",
    areaPos: current.areaPos,
    detail: { station: current.id, name, field, closedOn: input.closedOn },
    counts: { of: "ground" },
  });
}
