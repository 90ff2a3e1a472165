import "server-only";
import { and, eq, gt, isNull, or } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { officers } from "../../db/schema/areas";
import { authorize } from "../access/guard";
import type { Context } from "../context";
import { Refusal } from "../errors";
import { record } from "../events/record";
import type { AppointOfficerInput, EndOfficerInput } from "./input";
import { getOpenArea } from "./queries";

/** Appoints somebody to an area from a day on; the same person is not appointed twice at a time. */
export async function appointOfficer(ctx: Context, input: AppointOfficerInput): Promise<string> {
  const area = await getOpenArea(ctx, input.areaId);
  authorize(ctx.actor, "officer.edit");
  const { name, kind, startsOn } = input;
  const standing = or(isNull(officers.endsOn), gt(officers.endsOn, startsOn));
  const [twice] = await ctx.db
    .select({ id: officers.id })
    .from(officers)
    .where(and(eq(officers.areaId, area.id), eq(officers.name, name), eq(officers.kind, kind), standing))
    .limit(1);
  if (twice) throw new Refusal("conflict", "area.officerTwice", { name }, "name");

  const id = uuidv7();
  await ctx.db.insert(officers).values({ id, areaId: area.id, areaPos: area.pos, name, kind, startsOn });
  await record(ctx, {
    subject: "area",
    id: area.id,
    action: "officer.appointed",
    areaPos: area.pos,
    detail: { officer: id, name, kind, startsOn },
    counts: { of: "ground" },
  });
  return id;
}

/** Ends an appointment with its last day. */
export async function endOfficer(ctx: Context, input: EndOfficerInput): Promise<void> {
  const [current] = await ctx.db.select().from(officers).where(eq(officers.id, input.officerId));
  if (!current) throw new Refusal("not-found", "area.officerMissing");
  authorize(ctx.actor, "officer.edit");
  if (current.endsOn !== null) throw new Refusal("conflict", "area.officerEnded", { day: current.endsOn });
  if (input.endsOn < current.startsOn) throw new Refusal("invalid", "area.endBeforeStart", {}, "endsOn");

  const ended = await ctx.db
    .update(officers)
    .set({ endsOn: input.endsOn })
    .where(and(eq(officers.id, current.id), isNull(officers.endsOn)))
    .returning({ id: officers.id });
  if (ended.length === 0) throw new Refusal("conflict", "area.changedMeanwhile");
  const { name, kind } = current;
  await record(ctx, {
    subject: "area",
    id: current.areaId,
    action: "officer.ended",
    areaPos: current.areaPos,
    detail: { officer: current.id, name, kind, endsOn: input.endsOn },
    counts: { of: "ground" },
  });
}
