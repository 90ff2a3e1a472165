import { sql } from "drizzle-orm";
import type { Context } from "../../context";
import { Refusal } from "../../errors";
import type { Labels } from "../items";
import type { CollectedRound } from "../queries-collect";
import type { ReviewQuestion } from "./input";
import type { TextState } from "./model";

const pageSize = 30;
/** More of one question nobody reads; in the order that says nothing the first ones are as good as any. */
const mostTold = 60;

export type TextRow = { id: string; code: string; labels: Labels; words: string; edited: boolean; place: string };
export type Tally = Record<TextState, number> & {
  /** Of groups too small, in steps of ten; none at all is not hidden. */
  few: number;
  hasFew: boolean;
};

/** A page of the texts of a round that the actor may decide on, in their places, and how many stand where. */
export async function getReview(ctx: Context, round: CollectedRound, { state, after }: ReviewQuestion) {
  const [tally, rows] = await Promise.all([
    getTally(ctx, round.id),
    ctx.db.execute<TextRow>(sql`
      select t.id, t.code, i.labels, t.words, t.edited, t.place
      from texts_in_review(${round.id}) t join instrument_items i on i.instrument_id = ${round.instrumentId} and i.code = t.code
      where t.state = ${state} and t.place > ${after} order by t.place limit ${pageSize + 1}`),
  ]);
  const shown = rows.slice(0, pageSize);
  return { round, state, tally, rows: shown, next: rows.length > pageSize ? (shown.at(-1)?.place ?? null) : null };
}
export type Review = Awaited<ReturnType<typeof getReview>>;

/** How many texts of a round stand where, for whoever may review them. */
export async function getTally(ctx: Context, roundId: string): Promise<Tally> {
  const [tally] = await ctx.db.execute<Tally>(
    sql`select waiting, approved, rejected, few, has_few as "hasFew" from review_tally(${roundId})`,
  );
  return tally ?? { waiting: 0, approved: 0, rejected: 0, few: 0, hasFew: false };
}

/** What is said in words is reviewed once the round is closed, and not by the hand that opened it. */
export function whyNotReviewed({ actor }: Context, { closedAt, openedBy }: CollectedRound) {
  if (closedAt === null) return "stillOpen";
  return openedBy === actor.accountId ? "author" : null;
}

/** A text the actor may decide on. */
export async function getText(ctx: Context, round: CollectedRound, id: string) {
  const [found] = await ctx.db.execute<{ code: string; words: string; state: TextState }>(
    sql`select code, words, state from texts_in_review(${round.id}) where id = ${id}`,
  );
  if (!found) throw new Refusal("not-found", "text.missing");
  return found;
}

export type ToldWords = { words: string; edited: boolean };
export type ToldTexts = {
  code: string;
  labels: Labels;
  approved: number;
  waiting: number;
  rejected: number;
  rows: ToldWords[];
};

/** What an area is told of the words of a round, by question: the approved ones, and how many others there are. */
export async function listTold(
  ctx: Context,
  area: { id: string },
  round: { id: string; instrumentId: string },
): Promise<ToldTexts[]> {
  return [
    ...(await ctx.db.execute<ToldTexts>(sql`
      with told as materialized (
        select code, state, words, edited, row_number() over (partition by code, state order by place)::int as at
        from told_texts(${round.id}, ${area.id})
      )
      select t.code, i.labels, count(*) filter (where state = 'approved')::int as approved,
        count(*) filter (where state = 'waiting')::int as waiting, count(*) filter (where state = 'rejected')::int as rejected,
        coalesce(jsonb_agg(jsonb_build_object('words', t.words, 'edited', t.edited) order by at)
          filter (where state = 'approved' and at <= ${mostTold}), '[]') as rows
      from told t join instrument_items i on i.instrument_id = ${round.instrumentId} and i.code = t.code
      group by t.code, i.labels, i.position order by i.position, t.code`)),
  ];
}
