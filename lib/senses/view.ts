import { and, asc, between, eq, gte, isNull, lte, or, sql } from "drizzle-orm";
import { areas } from "../../db/schema/areas";
import { instrumentItems } from "../../db/schema/instruments";
import { rounds } from "../../db/schema/senses";
import { type AreaLevel, isCounted } from "../areas/model";
import { outlinesOf } from "../areas/outlines";
import { type AreaRow, crumbsOf, listChildren } from "../areas/queries";
import type { Change, SenseFigure } from "../board/model";
import { localDay } from "../calendar/zone";
import type { Context } from "../context";
import { holm } from "../figures/interval";
import { getSettings } from "../settings/queries";
import { type Against, comparableRounds, pastOf } from "./against";
import { choicesOf } from "./choices";
import { groupsOf } from "./groups";
import { listActed } from "./improvements/effects";
import { itemKey, roundState, type Sense, senses, thresholdOf } from "./model";
import { overallOf } from "./overall";
import { isComparable, listCells, listPublishedRounds, nothing, type RoundRow, senseOf } from "./queries";
import { type RankedRow, rankResults } from "./ranking";
import { responseOf } from "./response";
import {
  adjusted,
  type Cell,
  compareCells,
  compareTopBoxes,
  type Result,
  resultOf,
  scaleOf,
  senseScale,
} from "./results";
import { listTold } from "./texts/queries";

const mostCommunities = 150;
const mostRounds = 40;

export type AreaResult = {
  areaId: string;
  name: string;
  level: AreaLevel;
  result: Result | null;
  mayRank: boolean;
  change: Change;
};
export type ItemResult = {
  code: string;
  position: number;
  sense: Sense | null;
  low: number;
  high: number;
  topFrom: number;
  reversed: boolean;
  scored: boolean;
  labels: Record<string, string>;
  result: Result | null;
  change: Change;
  topChange: Change;
};
export type AreaGroup = { shown: RankedRow<AreaResult>[]; tooFew: RankedRow<AreaResult>[] };

/** A sense chosen for the comparison of the areas below, and the id of an earlier round to compare with. */
type Chosen = { sense: Sense; with?: string | undefined };

/** What one area is told of one round. */
export async function getRoundView(ctx: Context, area: AreaRow, round: RoundRow, { sense, with: wanted }: Chosen) {
  const [crumbs, settings, earlier, children] = await Promise.all([
    crumbsOf(ctx, area),
    getSettings(ctx),
    listPublishedRounds(ctx, area, round.closesOn, mostRounds),
    listChildren(ctx, area.id),
  ]);
  const known = earlier.slice(earlier.findIndex(({ id }) => id === round.id));
  const comparable = comparableRounds(round, known);
  const against = comparable.find(({ id }) => id === wanted) ?? null;
  const below = children.filter((child) => isCounted(child.level) && child.closedOn === null);
  const cells = await listCells(
    ctx,
    known.map(({ id }) => id),
    [area.id],
  );
  const asked = { ctx, round, known, against, sense, rankMinimum: settings.rankMinimum };
  const communities = below.some(({ level }) => level !== "community") ? await listCommunities(ctx, area) : [];
  const [ofChildren, ofCommunities, questions, outlines] = await Promise.all([
    compareAreas(asked, below),
    compareAreas(asked, communities.length <= mostCommunities ? communities : []),
    listAskedItems(ctx, round),
    outlinesOf(
      ctx,
      below.map(({ id }) => id),
    ),
  ]);
  const items = itemsOf(questions, { round, known, against, cells });
  const here = cells.filter(({ roundId }) => roundId === round.id);
  const answers = Math.max(0, ...here.map(({ n, missing }) => n + missing));
  const figures = senses.map(
    (key): SenseFigure => ({
      ...(round.made[key] ? senseOf(key, { known, against, cells, day: round.closesOn }) : nothing(key)),
      href: `/senses?${new URLSearchParams({ area: area.id, round: round.id, sense: key, ...(against ? { with: against.id } : {}) })}`,
    }),
  );
  const [response, acted, texts] = await Promise.all([
    responseOf(ctx, area, { roundId: round.id, answers }),
    listActed(ctx, area, { round, known, items }),
    listTold(ctx, area, round),
  ]);
  return {
    area,
    crumbs,
    round,
    threshold: thresholdOf(round, settings.disclosureThreshold),
    rankMinimum: settings.rankMinimum,
    senses: figures,
    answers,
    children: ofChildren,
    communities: ofCommunities,
    items,
    choices: choicesOf(questions, here),
    groups: groupsOf(round.groupBy, questions, here),
    outlines,
    senseResults: senses.flatMap((sense) => {
      const cell = here.find(({ key }) => key === sense);
      const figure = figures.find(({ key }) => key === sense);
      return cell && figure ? [{ sense, result: resultOf(cell, senseScale), change: figure.before }] : [];
    }),
    ...overallOf({ round, known, against, cells }),
    response,
    acted,
    texts,
    rounds: known.map(({ id, name }) => ({ id, name })),
    against: against ? { id: against.id, name: against.name } : null,
    comparable: comparable.map(({ id, name }) => ({ id, name })),
    today: localDay(ctx.now),
  };
}
export type RoundView = Awaited<ReturnType<typeof getRoundView>>;

function listCommunities(ctx: Context, area: AreaRow) {
  return ctx.db
    .select({ id: areas.id, name: areas.name, level: areas.level })
    .from(areas)
    .where(and(between(areas.pos, area.pos, area.last), eq(areas.level, "community"), isNull(areas.closedOn)))
    .orderBy(asc(areas.pos))
    .limit(mostCommunities + 1);
}

type Comparing = Against & { ctx: Context; round: RoundRow; sense: Sense; rankMinimum: number };
type Below = Pick<AreaRow, "id" | "name" | "level">;

/** The areas side by side; their changes are judged together, after Holm. */
async function compareAreas(
  { ctx, round, sense, rankMinimum, ...past }: Comparing,
  below: Below[],
): Promise<AreaGroup> {
  const before = pastOf(round, past, (other) => isComparable(round, other, sense));
  const ids = [round.id, ...(before ? [before.id] : [])];
  const cells = await listCells(
    ctx,
    ids,
    below.map(({ id }) => id),
    [sense],
  );
  const cellAt = (areaId: string, roundId: string | undefined) =>
    cells.find((cell) => cell.areaId === areaId && cell.roundId === roundId);
  const compared = below.map(({ id }) => compareCells(cellAt(id, round.id), cellAt(id, before?.id), senseScale));
  const tested = compared.flatMap(({ p }) => (p === null ? [] : [p]));
  const judged = holm(tested);
  const pOf = (p: number | null) => (p === null ? undefined : judged[tested.indexOf(p)]);
  return rankResults(
    below.map(({ id, name, level }, index) => {
      const cell = cellAt(id, round.id);
      const change = compared[index];
      return {
        areaId: id,
        name,
        level,
        result: cell ? resultOf(cell, senseScale) : null,
        mayRank: round.mode !== "open" && (cell?.n ?? 0) >= rankMinimum,
        change: change ? adjusted(change, pOf(change.p)) : unchanged,
      };
    }),
  );
}

const unchanged: Change = { direction: "none", difference: null, interval: null };

type OfItems = Against & { round: RoundRow; cells: Cell[] };
type Asked = Awaited<ReturnType<typeof listAskedItems>>;

function itemsOf(questions: Asked, { round, cells, ...rounds }: OfItems): ItemResult[] {
  const scales = questions.filter(({ kind }) => kind === "scale");
  return scales.map((item) => {
    const scale = scaleOf(item);
    const isAlike = (past: RoundRow) =>
      past.instrumentKey === round.instrumentKey && past.mode === round.mode && past.asked.includes(item.code);
    const before = pastOf(round, rounds, isAlike);
    const cellIn = (id: string | undefined) =>
      cells.find((cell) => cell.roundId === id && cell.key === itemKey(item.code));
    const [now, then] = [cellIn(round.id), cellIn(before?.id)];
    const { p: _, ...change } = compareCells(now, then, scale);
    return { ...item, result: now ? resultOf(now, scale) : null, change, topChange: compareTopBoxes(now, then) };
  });
}

/** The questions of a round that anybody answered. */
export async function listAskedItems(ctx: Context, round: RoundRow) {
  const rows = await ctx.db
    .select({
      code: instrumentItems.code,
      position: instrumentItems.position,
      kind: instrumentItems.kind,
      options: instrumentItems.options,
      sense: instrumentItems.sense,
      low: instrumentItems.low,
      high: instrumentItems.high,
      topFrom: instrumentItems.topFrom,
      reversed: instrumentItems.reversed,
      scored: instrumentItems.scored,
      labels: instrumentItems.labels,
    })
    .from(instrumentItems)
    .where(eq(instrumentItems.instrumentId, round.instrumentId))
    .orderBy(asc(instrumentItems.position), asc(instrumentItems.code));
  return rows.filter(({ code }) => round.asked.includes(code));
}

/** Every round that an area has to do with, last first: running ones with how many answered, published ones with their senses. */
export async function listRounds(ctx: Context, area: AreaRow) {
  const [closed, others, crumbs] = await Promise.all([
    listPublishedRounds(ctx, area, localDay(ctx.now), mostRounds),
    ctx.db
      .select({
        id: rounds.id,
        name: rounds.name,
        mode: rounds.mode,
        opensOn: rounds.opensOn,
        closesOn: rounds.closesOn,
        closedAt: rounds.closedAt,
        publishedAt: rounds.publishedAt,
        answers: sql<number>`case when ${rounds.publishedAt} is null then count_answers(${rounds.id}) end`,
        areaId: rounds.areaId,
        areaName: areas.name,
      })
      .from(rounds)
      .leftJoin(areas, eq(areas.id, rounds.areaId))
      .where(
        or(
          and(isNull(rounds.publishedAt), lte(rounds.areaPos, area.pos), gte(rounds.areaLast, area.last)),
          and(between(rounds.areaPos, area.pos + 1, area.last)),
        ),
      )
      .orderBy(sql`${rounds.closesOn} desc`, asc(rounds.areaPos))
      .limit(mostRounds),
    crumbsOf(ctx, area),
  ]);
  const cells = await listCells(
    ctx,
    closed.map(({ id }) => id),
    [area.id],
    [...senses],
  );
  return {
    area,
    crumbs,
    closed: closed.map((round, index) => ({
      round,
      senses: senses.map((key) =>
        round.made[key]
          ? senseOf(key, { known: closed.slice(index), against: null, cells, day: round.closesOn })
          : nothing(key),
      ),
    })),
    running: others
      .filter(({ publishedAt }) => publishedAt === null)
      .map((round) => ({ ...round, state: roundState(round, localDay(ctx.now)) })),
    below: others.filter(({ publishedAt }) => publishedAt !== null),
  };
}
export type RoundsView = Awaited<ReturnType<typeof listRounds>>;
