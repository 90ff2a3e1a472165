import "server-only";
import { and, eq } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { savedViews } from "../../db/schema/views";
import { authorize } from "../access/guard";
import type { Context } from "../context";
import { Refusal } from "../errors";
import { record } from "../events/record";
import type { ChangeViewInput, RemoveViewInput, SaveViewInput } from "./input";
import { countOwnViews, getOwnView } from "./queries";

const most = 20;

/** Keeps a filter of the list under a name; shared, it is there for all who work in the area. */
export async function saveView(ctx: Context, input: SaveViewInput): Promise<void> {
  authorize(ctx.actor, "view.save");
  if (input.shared) authorize(ctx.actor, "view.share");
  if ((await countOwnViews(ctx)) >= most) throw new Refusal("conflict", "view.tooMany", { most });
  const { areaId, pos, last, accountId, name } = ctx.actor;
  const id = uuidv7();
  if (input.first) await clearFirst(ctx);
  await ctx.db.insert(savedViews).values({
    ...input,
    id,
    areaId,
    areaPos: pos,
    areaLast: last,
    ownerId: accountId,
    ownerName: name,
    savedAt: ctx.now,
  });
  await leave(ctx, { id, areaPos: pos, name: input.name }, "saved");
}

/** Another name, shared or not, the first or not. */
export async function changeView(ctx: Context, input: ChangeViewInput): Promise<void> {
  const current = await getOwnView(ctx, input.id);
  authorize(ctx.actor, "view.save");
  const { id, name, shared, first } = input;
  if (shared && !current.shared) authorize(ctx.actor, "view.share");
  if (first) await clearFirst(ctx);
  await ctx.db.update(savedViews).set({ name, shared, first }).where(eq(savedViews.id, id));
  await leave(ctx, { ...current, name }, "changed");
}

export async function removeView(ctx: Context, { id }: RemoveViewInput): Promise<void> {
  const current = await getOwnView(ctx, id);
  authorize(ctx.actor, "view.save");
  await ctx.db.update(savedViews).set({ removedAt: ctx.now }).where(eq(savedViews.id, id));
  await leave(ctx, current, "removed");
}

async function clearFirst(ctx: Context): Promise<void> {
  await ctx.db
    .update(savedViews)
    .set({ first: false })
    .where(and(eq(savedViews.ownerId, ctx.actor.accountId), savedViews.first));
}

function leave(ctx: Context, { id, areaPos, name }: { id: string; areaPos: number; name: string }, what: string) {
  return record(ctx, { subject: "view", id, action: `view.${what}`, areaPos, detail: { name } });
}
