import { and, asc, between, desc, eq, gte, isNotNull, isNull, lte, notInArray, sql } from "drizzle-orm";
import { areas } from "../../db/schema/areas";
import { events } from "../../db/schema/cases";
import { answerBatches, paperBatches, rounds } from "../../db/schema/senses";
import { localDay } from "../calendar/zone";
import type { Context } from "../context";
import { Refusal } from "../errors";
import { roundState } from "./model";
import { codesOut } from "./response";
import { textActions } from "./texts/model";

const mostCommunities = 400;

const collected = {
  id: rounds.id,
  areaId: rounds.areaId,
  /** Unknown to whoever acts below it. */
  areaName: areas.name,
  areaPos: rounds.areaPos,
  areaLast: rounds.areaLast,
  instrumentId: rounds.instrumentId,
  name: rounds.name,
  mode: rounds.mode,
  target: rounds.target,
  code: rounds.code,
  opensOn: rounds.opensOn,
  closesOn: rounds.closesOn,
  openedBy: rounds.openedBy,
  closedAt: rounds.closedAt,
  publishedAt: rounds.publishedAt,
  threshold: rounds.threshold,
};

export type CollectedRound = NonNullable<Awaited<ReturnType<typeof findRound>>>;

/** A round of the actor's area, or of one above it in which the actor's area takes part. */
export async function findRound(ctx: Context, id: string) {
  const [found] = await ctx.db
    .select(collected)
    .from(rounds)
    .leftJoin(areas, eq(areas.id, rounds.areaId))
    .where(eq(rounds.id, id));
  if (!found) return null;
  const isOwn = found.areaPos >= ctx.actor.pos && found.areaLast <= ctx.actor.last;
  return { ...found, isOwn, state: roundState(found, localDay(ctx.now)) };
}

/** A round that lies in the actor's area whole: there it is closed and published. */
export async function getOwnRound(ctx: Context, id: string): Promise<CollectedRound> {
  const found = await findRound(ctx, id);
  if (!found?.isOwn) throw new Refusal("not-found", "round.missing");
  return found;
}

/** The rounds of the actor's area that are closed and wait to be published. */
export function listWaitingRounds(ctx: Context) {
  return ctx.db
    .select({ id: rounds.id, name: rounds.name, areaId: rounds.areaId })
    .from(rounds)
    .where(
      and(
        isNotNull(rounds.closedAt),
        isNull(rounds.publishedAt),
        gte(rounds.areaPos, ctx.actor.pos),
        lte(rounds.areaLast, ctx.actor.last),
      ),
    )
    .orderBy(asc(rounds.closesOn), asc(rounds.areaPos));
}

/** How far the asking has come in the part of a round that the actor sees: answers in steps of ten, by community too. */
export async function getProgress(ctx: Context, round: CollectedRound) {
  const [counted, tallies, communities, batches, paper, history] = await Promise.all([
    ctx.db.execute<{ answers: number }>(sql`select count_answers(${round.id}) as answers`),
    ctx.db.execute<{ area_id: string; answers: number }>(sql`select area_id, answers from tally_answers(${round.id})`),
    listCommunities(ctx, round),
    listBatches(ctx, round.id),
    ctx.db
      .select({ forms: sql<number>`coalesce(sum(${paperBatches.forms}), 0)::int` })
      .from(paperBatches)
      .where(eq(paperBatches.roundId, round.id)),
    ctx.db
      .select({ id: events.id, action: events.action, by: events.by, at: events.at })
      .from(events)
      .where(
        and(eq(events.subjectId, round.id), eq(events.subject, "round"), notInArray(events.action, [...textActions])),
      )
      .orderBy(asc(events.at), asc(events.id)),
  ]);
  const tens = new Map(tallies.map(({ area_id, answers }) => [area_id, answers]));
  return {
    round,
    answers: counted[0]?.answers ?? 0,
    communities: communities.map((community) => ({ ...community, answers: tens.get(community.id) ?? 0 })),
    batches,
    onPaper: paper[0]?.forms ?? 0,
    history,
  };
}
export type Progress = Awaited<ReturnType<typeof getProgress>>;

/** Where sheets of a round are handed out: its communities, or its own area where it has none. */
export async function listAskedAreas(ctx: Context, round: CollectedRound) {
  const communities = await listCommunities(ctx, round);
  if (communities.length > 0 || round.areaName === null) return communities;
  return [{ id: round.areaId, name: round.areaName }];
}

/** The batches of sheets of a round, as far as the actor sees them, last first. */
function listBatches(ctx: Context, roundId: string) {
  return ctx.db
    .select({
      id: answerBatches.id,
      code: answerBatches.code,
      areaId: answerBatches.areaId,
      areaName: areas.name,
      sheets: answerBatches.sheets,
      madeOn: answerBatches.madeOn,
      revokedAt: answerBatches.revokedAt,
      codesOut,
    })
    .from(answerBatches)
    .innerJoin(areas, eq(areas.id, answerBatches.areaId))
    .where(eq(answerBatches.roundId, roundId))
    .orderBy(desc(answerBatches.madeOn), desc(answerBatches.id));
}

/** The communities in which a round asks, as far as the actor sees them. */
function listCommunities(ctx: Context, { areaPos, areaLast }: Pick<CollectedRound, "areaPos" | "areaLast">) {
  return ctx.db
    .select({ id: areas.id, name: areas.name })
    .from(areas)
    .where(and(between(areas.pos, areaPos, areaLast), eq(areas.level, "community"), isNull(areas.closedOn)))
    .orderBy(asc(areas.pos))
    .limit(mostCommunities);
}
