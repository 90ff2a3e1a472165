import "server-only";
import { sql } from "drizzle-orm";
import { authorize } from "../../access/guard";
import { getArea } from "../../areas/queries";
import type { Context } from "../../context";
import { Refusal } from "../../errors";
import { record } from "../../events/record";
import type { ReceiveInput } from "../input";
import { tellLapsedWith } from "./lapse";

type Answered = { before: unknown; pos: number; reason: string; asked: string; from: string };

/**
 * The area that was asked takes the case over, or leaves it with those who have it. Who answers cannot see the case
 * before it is theirs, so the database moves it, with all that belongs to it.
 */
export async function receiveCase(ctx: Context, input: ReceiveInput): Promise<void> {
  const area = await getArea(ctx, input.areaId);
  authorize(ctx.actor, "case.receive");
  const [answered] = await ctx.db.execute<Answered>(sql`
    select before, pos, reason, asked_name as asked, from_name as "from"
    from answer_transfer(${input.id}, ${input.request}, ${input.outcome}, ${ctx.now.toISOString()})`);
  if (!answered) throw new Refusal("conflict", "case.decided");

  const { before, pos, reason, asked, from } = answered;
  const note = [reason, input.note ?? ""].filter(Boolean).join("\n");
  const granted = input.outcome === "granted";
  if (granted) await tellLapsedWith(ctx, { id: input.id, areaPos: pos });
  await record(ctx, {
    subject: "case",
    id: input.id,
    action: granted ? "case.transferred" : "case.refused",
    areaPos: pos,
    detail: { request: "transfer", asked, note, ...(granted ? { from, to: area.name } : { to: area.name }) },
    ...(granted ? { counts: { of: "case", before } as const } : {}),
  });
}
