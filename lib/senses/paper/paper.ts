import "server-only";
import { sql } from "drizzle-orm";
import { authorize } from "../../access/guard";
import { getOpenArea } from "../../areas/queries";
import { localDay } from "../../calendar/zone";
import type { Context } from "../../context";
import { Refusal } from "../../errors";
import { record } from "../../events/record";
import { findRound } from "../queries-collect";
import type { BeginPileInput, KeyFormInput, PileInput } from "./input";
import { getPile } from "./queries";
import { requireAsked, requireTaking } from "./taking";

/** Of a pile every tenth form is read twice. */
const sampleStep = 10;

/** Begins a pile of paper forms of one area. */
export async function beginPile(ctx: Context, { id, roundId, areaId }: BeginPileInput): Promise<void> {
  const round = await findRound(ctx, roundId);
  const area = await getOpenArea(ctx, areaId);
  if (!round) throw new Refusal("not-found", "round.missing");
  authorize(ctx.actor, "sense.collect");
  requireTaking(round);
  requireAsked(round, area);

  const begun = await ctx.db.execute(sql`
    insert into paper_batches (id, round_id, area_id, area_pos, begun_on)
    values (${id}, ${roundId}, ${area.id}, ${area.pos}, ${localDay(ctx.now)}) on conflict (id) do nothing returning id`);
  if (begun.length === 0) return;
  await record(ctx, {
    subject: "round",
    id: roundId,
    action: "round.paperBegun",
    areaPos: area.pos,
    detail: { area: area.name },
  });
}

/**
 * Keeps one form of a pile, or compares its second reading with the first; answers the number of the next form and the
 * items that differ. No event tells of a form: the pile leaves one when it is finished.
 */
export async function keyForm(ctx: Context, { id, number, isSecond, marks, words }: KeyFormInput) {
  const pile = await getPile(ctx, id);
  authorize(ctx.actor, "sense.collect");
  if (pile.finishedAt) throw new Refusal("conflict", "round.pileFinished");
  if (Object.keys({ ...marks, ...words }).length === 0) throw new Refusal("invalid", "round.emptyForm", { number });

  const [keyed, said] = [JSON.stringify(marks), JSON.stringify(words)];
  const [kept] = await ctx.db.execute<{ done: { state: string; differing?: string[] } }>(
    isSecond
      ? sql`select check_form(${id}, ${number}, ${keyed}::text::jsonb) as done`
      : sql`select jsonb_build_object('state', key_form(${id}, ${number}, ${keyed}::text::jsonb, ${said}::text::jsonb)) as done`,
  );
  if (kept?.done.state === "missing") throw new Refusal("invalid", "round.noSuchForm", { number }, "number");
  if (kept?.done.state !== "kept") throw new Refusal("invalid", "round.unfitForm", { number });
  return {
    number: String(number),
    next: String(number + (isSecond ? sampleStep : 1)),
    second: isSecond ? "on" : "",
    differing: (kept.done.differing ?? []).join(" "),
  };
}

/** Puts a pile among the answers; from then on it has totals and no forms. */
export async function finishPile(ctx: Context, { id }: PileInput): Promise<string> {
  const pile = await getPile(ctx, id);
  authorize(ctx.actor, "sense.collect");
  if (pile.finishedAt) throw new Refusal("conflict", "round.pileFinished");
  if (pile.forms === 0) throw new Refusal("conflict", "round.pileEmpty");

  await ctx.db.execute(sql`select finish_pile(${id}, ${ctx.now.toISOString()})`);
  const { forms, checked, compared, differing } = pile;
  await record(ctx, {
    subject: "round",
    id: pile.roundId,
    action: "round.paperKeyed",
    areaPos: pile.areaPos,
    detail: { area: pile.areaName, forms, checked, compared, differing },
  });
  return pile.roundId;
}
