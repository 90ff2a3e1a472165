import type { MapOutline } from "../areas/model";
import { channels } from "../cases/model";
import type { Context } from "../context";
import { rankRates } from "../figures/ranking";
import type { Grain, Period } from "../periods/model";
import { printPeriod } from "../periods/period";
import type { SenseResult } from "../senses/queries";
import type { Settings } from "../settings/model";
import type { TopicMarks } from "../topics/model";
import { changeOf } from "./change";
import type { Comparison } from "./children";
import { definitionOf, isOpened } from "./definitions";
import { caseFigures, figureOf, groundFigures } from "./figures";
import type { CategoryCount, Counts } from "./mix";
import type {
  BoardFigure,
  BoardView,
  Change,
  ChildRow,
  Figure,
  FigureKey,
  MixRow,
  SenseFigure,
  TrendPoint,
} from "./model";
import type { BoardArea, Spans } from "./queries";
import type { Span } from "./questions";
import type { Ground, Promises, Tally } from "./tally";

type Given = {
  ctx: Context;
  area: BoardArea;
  period: Period;
  grain: Grain;
  spans: Spans;
  tallyOf: (span: string) => Tally;
  groundOf: (span: string) => Ground;
  promisesOf: (span: string) => Promises;
  senses: SenseResult[];
  crumbs: BoardView["crumbs"];
  outlines: MapOutline[];
  mix: CategoryCount[];
  comparison: Comparison;
  notes: TopicMarks;
  recordsSince: string | null;
  settings: Settings;
};

const bands = {
  base: [
    "grids_staffed",
    "grids_party",
    "area_covered",
    "households_covered",
    "communities_gridded",
    "stations_open",
    "stations_residents",
    "stations_property",
    "stations_office",
    "volunteer_hours",
    "promises_kept",
  ],
  listen: ["received", "found_first", "contacted_on_time", "contact_hours", "visited"],
  connect: ["dispatched_on_time", "dispatch_hours", "right_first_time", "joint"],
  serve: [
    "closed_on_time",
    "closed",
    "finished_first",
    "solved",
    "satisfied",
    "responded",
    "partly_solved",
    "repeated",
    "reason_solved",
    "reason_explained",
    "reason_not_ours",
    "reason_withdrawn",
    "reason_duplicate",
    "reworked",
    "reopened",
    "extended",
    "deferred",
    "voided",
    "services_near",
  ],
} as const satisfies Record<string, FigureKey[]>;

/** Puts the counts into the shape of the method. */
export function boardOf(given: Given): BoardView {
  const parts = given.spans.parts.map((part) => figuresOf(given, part));
  const figures = compared(given, parts);
  const band = (keys: readonly FigureKey[]) => keys.flatMap((key) => figures.get(key) ?? []);
  const amount = (key: FigureKey) => figures.get(key)?.value ?? 0;
  const { area, period, grain, crumbs, outlines, ctx } = given;
  return {
    area: { id: area.id, name: area.name, level: area.level },
    crumbs,
    period,
    grain,
    asOf: ctx.now,
    recordsSince: given.recordsSince,
    comparable: { before: isRecorded(given, given.spans.before), lastYear: isRecorded(given, given.spans.lastYear) },
    base: band(bands.base),
    listen: band(bands.listen),
    connect: band(bands.connect),
    serve: band(bands.serve),
    senses: given.senses.map((result) => openedSense(area.id, result)),
    balance: {
      opening: amount("opening"),
      received: amount("new"),
      finished: amount("finished"),
      carried: amount("carried"),
    },
    trend: given.spans.parts.map((part, i) => trendPoint(part, parts[i])),
    notes: given.notes,
    children: childrenOf(given, amount("received")),
    categories: given.mix.map((row) => mixRow(given, "category", row.category, row)).filter(isAny),
    channels: channelsOf(given),
    map: outlines,
  };
}

function figuresOf({ tallyOf, groundOf, promisesOf, settings }: Given, { key }: Span): Map<FigureKey, Figure> {
  const base = groundFigures(groundOf(key), promisesOf(key));
  const figures = [...base, ...caseFigures(tallyOf(key), settings.basicCredit)];
  return new Map(figures.map((figure) => [figure.key, figure]));
}

function compared(given: Given, parts: Map<FigureKey, Figure>[]): Map<FigureKey, BoardFigure> {
  const { spans, area } = given;
  const before = changesSince(given, spans.before);
  const lastYear = changesSince(given, spans.lastYear);
  return new Map(
    [...figuresOf(given, spans.now)].map(([key, figure]) => [
      key,
      {
        ...figure,
        before: before(figure),
        lastYear: lastYear(figure),
        spark: unparted.includes(figure.key) ? [] : parts.map((part) => part.get(figure.key)?.value ?? null),
        href: recordsOf(figure.key, area.id, spans.now),
      },
    ]),
  );
}

/** An amount of requests is compared only with a period of which everything was recorded. */
function changesSince(given: Given, span: Span): (figure: Figure) => Change {
  const then = figuresOf(given, span);
  const recorded = isRecorded(given, span);
  const isCompared = ({ key, kind }: Figure) => recorded || kind !== "count" || stock.includes(key);
  return (figure) => changeOf(figure, isCompared(figure) ? then.get(figure.key) : undefined);
}

const isRecorded = ({ recordsSince }: Given, { from }: Span) => recordsSince !== null && recordsSince <= from;

/** Figures that are not asked for the parts of a period. */
const unparted: FigureKey[] = ["opening", "carried", "contact_hours", "dispatch_hours"];
const stock: FigureKey[] = [...bands.base.slice(0, 9), "promises_kept", "visited"];

/** Where the records behind a figure are listed; their count is its denominator, or the figure itself. */
export function recordsOf(key: FigureKey, areaId: string, { from, to }: Span): string | null {
  const query = new URLSearchParams({ area: areaId, figure: key, from, to });
  if (stock.includes(key)) return `/records?${query}`;
  return isOpened(key) || key === "opening" || key === "carried" ? `/cases?${query}` : null;
}

function openedSense(areaId: string, result: SenseResult): SenseFigure {
  const query = new URLSearchParams({ area: areaId, round: result.round?.id ?? "" });
  return { ...result, href: result.round ? `/senses?${query}` : null };
}

function trendPoint(part: Span, figures: Map<FigureKey, Figure> | undefined): TrendPoint {
  const onTime = figures?.get("closed_on_time");
  if (!onTime) throw new Error("every part of a period has an on-time rate");
  const amount = (key: FigureKey) => figures?.get(key)?.value ?? 0;
  return { ...part, received: amount("received"), finished: amount("finished"), onTime };
}

function childrenOf({ comparison, settings, period }: Given, received: number): BoardView["children"] {
  const rows = new Map(
    comparison.map(({ child, tally }): [string, ChildRow] => [
      child.id,
      {
        areaId: child.id,
        name: child.name,
        level: child.level,
        rank: null,
        clear: false,
        received: tally.counts.received,
        eased: { extended: tally.counts.extended, deferred: tally.counts.deferred, voided: tally.counts.voided },
        onTime: figureOf("closed_on_time", definitionOf("closed_on_time"), tally, settings.basicCredit),
        href: `/?${new URLSearchParams({ area: child.id, period: printPeriod(period) })}`,
      },
    ]),
  );
  const rates = [...rows.values()].map(({ areaId, onTime }) => ({
    key: areaId,
    numerator: onTime.numerator ?? 0,
    denominator: onTime.denominator ?? 0,
  }));
  const { ranked, tooFew, nothing } = rankRates(rates, { minimum: settings.rankMinimum });
  const row = ({ key }: { key: string }) => rows.get(key) ?? [];
  return {
    ranked: ranked.flatMap(({ key, rank, clear }) => {
      const child = rows.get(key);
      return child ? { ...child, rank, clear } : [];
    }),
    tooFew: tooFew.flatMap(row),
    nothing: nothing.flatMap(row),
    unplaced: received - [...rows.values()].reduce((sum, child) => sum + child.received, 0),
  };
}

function channelsOf(given: Given): BoardView["channels"] {
  const { now, before, lastYear } = given.spans;
  const rows = channels.map((channel) => {
    const countIn = ({ key }: Span) => given.tallyOf(key).counts[`channel_${channel}`];
    return { channel, now: countIn(now), before: countIn(before), lastYear: countIn(lastYear) };
  });
  return rows
    .sort((a, b) => b.now - a.now)
    .map((row) => ({ ...mixRow(given, "channel", row.channel, row), key: row.channel }))
    .filter(isAny);
}

const isAny = ({ n, before, lastYear }: MixRow) => n + (before ?? 0) + (lastYear ?? 0) > 0;

function mixRow(given: Given, dimension: string, key: string, { now, before, lastYear }: Counts): MixRow {
  const { spans, area, tallyOf } = given;
  const total = tallyOf(spans.now.key).counts.received;
  const query = new URLSearchParams({ area: area.id, [dimension]: key, from: spans.now.from, to: spans.now.to });
  const then = {
    before: isRecorded(given, spans.before) ? before : null,
    lastYear: isRecorded(given, spans.lastYear) ? lastYear : null,
  };
  return { key, n: now, share: total === 0 ? 0 : now / total, ...then, href: `/cases?${query}` };
}
