import { and, desc, eq, gte, inArray, isNotNull, lte, sql } from "drizzle-orm";
import { instruments } from "../../db/schema/instruments";
import { roundCells, rounds } from "../../db/schema/senses";
import { isCounted } from "../areas/model";
import type { AreaRow } from "../areas/queries";
import type { Change, SenseFigure } from "../board/model";
import type { Context } from "../context";
import type { Against } from "./against";
import { type Sense, senses } from "./model";
import { type Cell, compareCells, resultOf, senseScale } from "./results";

export type SenseResult = Omit<SenseFigure, "href">;
type SenseArea = Pick<AreaRow, "id" | "pos" | "last" | "level">;

const roundRow = {
  id: rounds.id,
  areaId: rounds.areaId,
  name: rounds.name,
  mode: rounds.mode,
  opensOn: rounds.opensOn,
  closesOn: rounds.closesOn,
  areaPos: rounds.areaPos,
  areaLast: rounds.areaLast,
  toldCode: rounds.toldCode,
  threshold: rounds.threshold,
  asked: rounds.asked,
  instrumentId: rounds.instrumentId,
  instrumentKey: instruments.key,
  instrumentName: instruments.name,
  groupBy: instruments.groupBy,
  version: instruments.version,
  /** The items that made the index of each sense, with weights that are not 1: rounds are compared where these are the same. */
  made: sql<Partial<Record<Sense, string[]>>>`coalesce((
    select jsonb_object_agg(s.sense, s.codes) from (
      select i.sense, jsonb_agg(i.code || case when i.weight = 1 then '' else '×' || i.weight end order by i.code) as codes from instrument_items i
      where i.instrument_id = ${rounds.instrumentId} and i.scored and i.sense is not null and i.code = any(${rounds.asked})
      group by i.sense) s), '{}')`,
};

export type RoundRow = Awaited<ReturnType<typeof listPublishedRounds>>[number];

/** The published rounds that asked in all of an area, last first, up to a day. */
export function listPublishedRounds(ctx: Context, area: SenseArea, day: string, most = 12) {
  return ctx.db
    .select(roundRow)
    .from(rounds)
    .innerJoin(instruments, eq(instruments.id, rounds.instrumentId))
    .where(
      and(
        isNotNull(rounds.publishedAt),
        lte(rounds.closesOn, day),
        lte(rounds.areaPos, area.pos),
        gte(rounds.areaLast, area.last),
      ),
    )
    .orderBy(desc(rounds.closesOn), desc(rounds.publishedAt), desc(rounds.id))
    .limit(most);
}

const cellRow = {
  roundId: roundCells.roundId,
  areaId: roundCells.areaId,
  key: roundCells.key,
  n: roundCells.n,
  missing: roundCells.missing,
  mean: roundCells.mean,
  meanCoarse: roundCells.meanCoarse,
  variance: roundCells.variance,
  top: roundCells.top,
  coarse: roundCells.coarse,
  alpha: roundCells.alpha,
  weightedMean: roundCells.weightedMean,
  weightedVariance: roundCells.weightedVariance,
  weightedDf: roundCells.weightedDf,
  effectiveN: roundCells.effectiveN,
};

/** A round as one area sees it; null where it did not ask all of that area, or is not published. */
export async function findPublishedRound(ctx: Context, area: SenseArea, id: string): Promise<RoundRow | null> {
  const [found] = await ctx.db
    .select(roundRow)
    .from(rounds)
    .innerJoin(instruments, eq(instruments.id, rounds.instrumentId))
    .where(
      and(
        eq(rounds.id, id),
        isNotNull(rounds.publishedAt),
        lte(rounds.areaPos, area.pos),
        gte(rounds.areaLast, area.last),
      ),
    );
  return found ?? null;
}

/** Everything kept of some rounds at some areas. What is missing was held back, or nobody answered: nothing tells which. */
export async function listCells(ctx: Context, roundIds: string[], areaIds: string[], keys?: string[]): Promise<Cell[]> {
  if (roundIds.length === 0 || areaIds.length === 0) return [];
  return ctx.db
    .select(cellRow)
    .from(roundCells)
    .where(
      and(
        inArray(roundCells.roundId, roundIds),
        inArray(roundCells.areaId, areaIds),
        keys ? inArray(roundCells.key, keys) : undefined,
      ),
    );
}

/** The three senses of an area as the last round before the end of a day found them. */
export async function senseFigures(ctx: Context, area: SenseArea, day: string): Promise<SenseResult[]> {
  if (!isCounted(area.level)) return senses.map(nothing);
  const known = await listPublishedRounds(ctx, area, day);
  const cells = await listCells(
    ctx,
    known.map(({ id }) => id),
    [area.id],
    [...senses],
  );
  return senses.map((sense) => senseOf(sense, { known, against: null, cells, day }));
}

export type Known = Against & {
  /** Their cells at one area. */
  cells: Cell[];
  day: string;
};

/** A sense as the last round that asked for it found it, and how that moved. */
export function senseOf(sense: Sense, { known, against, cells, day }: Known): SenseResult {
  const asking = known.filter(({ made }) => made[sense] !== undefined);
  const [latest] = asking;
  if (!latest) return nothing(sense);
  const cellAt = (round: RoundRow | undefined) =>
    cells.find(({ roundId, key }) => roundId === round?.id && key === sense);
  const now = cellAt(latest);
  const alike = asking.filter((round) => isComparable(latest, round, sense));
  const past = against ?? asking[1];
  const [yearAgo, twoAgo] = [1, 2].map((years) => `${Number(day.slice(0, 4)) - years}${day.slice(4)}`);
  const compared = (round: RoundRow | undefined): Change => {
    const { p: _, ...change } = compareCells(now, cellAt(round), senseScale);
    return change;
  };
  const round = { id: latest.id, name: latest.name, closedOn: latest.closesOn, mode: latest.mode };
  if (!now) return { ...nothing(sense), state: "too_few", denominator: null, round };
  const { value, interval, n, missing, topBox, unweighted, meanCoarse, alpha } = resultOf(now, senseScale);
  return {
    ...nothing(sense),
    state: "ok",
    value,
    denominator: n,
    excluded: missing > 0 ? { missing } : {},
    interval,
    before: compared(past && isComparable(latest, past, sense) ? past : undefined),
    lastYear: compared(alike.slice(1).find(({ closesOn }) => closesOn <= String(yearAgo) && closesOn > String(twoAgo))),
    spark: courseOf(asking, cellAt),
    remade: remadeSince(latest, past, sense),
    broken: asking.some((round, at) => at > 0 && !goesOn(round, asking[at - 1])),
    topBox,
    unweighted,
    meanCoarse,
    alpha,
    round,
  };
}

/** The index of each round, first to last; broken where a round asked another version, or in another way. */
function courseOf(asking: RoundRow[], cellAt: (round: RoundRow) => Cell | undefined): (number | null)[] {
  return asking.toReversed().flatMap((round, at, all) => {
    const before = all[at - 1];
    const cell = cellAt(round);
    const value = cell ? resultOf(cell, senseScale).value : null;
    return goesOn(round, before) ? [value] : [null, value];
  });
}

const goesOn = (round: RoundRow, beside: RoundRow | undefined) =>
  !beside || (beside.instrumentId === round.instrumentId && beside.mode === round.mode);

/** Whether the round before asked another version, and whether the index was still made of the same items. */
export function remadeSince(round: RoundRow, before: RoundRow | undefined, sense: Sense): "alike" | "other" | null {
  if (!before || before.instrumentId === round.instrumentId) return null;
  return isComparable(round, { ...before, mode: round.mode }, sense) ? "alike" : "other";
}

/** The same questions, put in the same way. */
export function isComparable(a: RoundRow, b: RoundRow, sense: Sense): boolean {
  return a.instrumentKey === b.instrumentKey && a.mode === b.mode && String(a.made[sense]) === String(b.made[sense]);
}

export function nothing(key: Sense): SenseResult {
  const unchanged = { direction: "none", difference: null, interval: null } as const;
  return {
    key,
    kind: "index",
    state: "none",
    value: null,
    numerator: null,
    denominator: 0,
    excluded: {},
    interval: null,
    before: unchanged,
    lastYear: unchanged,
    spark: [],
    topBox: null,
    unweighted: null,
    meanCoarse: false,
    alpha: null,
    remade: null,
    broken: false,
    round: null,
  };
}
