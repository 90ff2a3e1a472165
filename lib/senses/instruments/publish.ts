import "server-only";
import { sql } from "drizzle-orm";
import { authorize } from "../../access/guard";
import type { Context } from "../../context";
import { Refusal } from "../../errors";
import { record } from "../../events/record";
import type { InstrumentInput } from "./input";
import { type DraftItem, problemsOf } from "./model";
import { getDraft, itemsBefore } from "./queries";

/** Lets rounds ask a version. From here on nothing of it changes: the database takes neither an item nor another name. */
export async function publishInstrument(ctx: Context, { id }: InstrumentInput): Promise<void> {
  const current = await getDraft(ctx, id);
  authorize(ctx.actor, "instrument.edit");
  const { draft, version, name, areaPos } = current;
  if (draft === null) throw new Refusal("conflict", "instrument.frozen", { version });
  const [problem] = problemsOf(draft, await itemsBefore(ctx, current));
  if (problem) throw new Refusal("conflict", `instrument.problems.${problem.reason}`, { code: problem.code });

  await addItems(ctx, id, draft);
  await ctx.db.execute(
    sql`update instruments set draft = null, published_at = ${ctx.now.toISOString()} where id = ${id} and published_at is null`,
  );
  await record(ctx, {
    subject: "instrument",
    id,
    action: "instrument.published",
    areaPos,
    detail: { name, version, items: draft.length },
  });
}

/** Writes the items of a version down, in their order, each where nothing changes it any more. */
export async function addItems(ctx: Context, id: string, items: readonly DraftItem[]): Promise<void> {
  await ctx.db.execute(sql`
    insert into instrument_items (instrument_id, code, position, kind, sense, low, high, reversed, top_from, scored, weight, labels, options, shown_if)
    select ${id}, i.code, i.at, i.kind, i.sense, i.low, i.high, i.reversed, i."topFrom", i.scored, i.weight, i.labels, i.options, i."shownIf"
    from rows from (jsonb_to_recordset(${JSON.stringify(items)}::text::jsonb) as (
      code text, kind text, sense text, low int, high int, reversed boolean, "topFrom" int, scored boolean, weight float8,
      labels jsonb, options jsonb, "shownIf" jsonb)) with ordinality i (
      code, kind, sense, low, high, reversed, "topFrom", scored, weight, labels, options, "shownIf", at)`);
}
