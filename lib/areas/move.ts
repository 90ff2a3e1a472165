import "server-only";
import { sql } from "drizzle-orm";
import { authorize } from "../access/guard";
import type { Context } from "../context";
import { Refusal } from "../errors";
import { record } from "../events/record";
import type { MoveAreaInput } from "./input";
import { isWithin, mayHangUnder } from "./model";
import { getArea, getOpenArea, listNamesakes } from "./queries";

/** Hangs an area with all below it under another one; its records, figures and scopes go along. */
export async function moveArea(ctx: Context, input: MoveAreaInput): Promise<void> {
  await ctx.db.execute(sql`select hold_tree()`);
  const current = await getOpenArea(ctx, input.areaId);
  const target = await getOpenArea(ctx, input.parentId);
  authorize(ctx.actor, "area.move");
  if (current.parentId === null || current.id === ctx.actor.areaId) throw new Refusal("conflict", "area.moveTop");
  if (current.parentId === target.id) throw new Refusal("conflict", "area.moveSame");
  if (isWithin(target, current)) throw new Refusal("conflict", "area.moveBelowItself", {}, "parentId");
  if (!mayHangUnder(current.level, target.level)) throw new Refusal("invalid", "area.levelOrder", {}, "parentId");
  const [namesake] = await listNamesakes(ctx, target.id, current);
  if (namesake) throw new Refusal("conflict", "area.nameTaken", { name: namesake.name }, "parentId");

  const before = await getArea(ctx, current.parentId);
  await ctx.db.execute(sql`select move_area(${current.id}, ${target.id})`);
  const moved = await getArea(ctx, current.id);
  await record(ctx, {
    subject: "area",
    id: current.id,
    action: "area.moved",
    areaPos: moved.pos,
    detail: { from: before.name, to: target.name, fromId: before.id, toId: target.id },
  });
}
