import type { AreaLevel, MapOutline } from "../areas/model";

import type { Channel } from "../cases/model";
import type { Grain, Period } from "../periods/model";
import type { RoundMode, TopBox } from "../senses/model";
import type { TopicMarks } from "../topics/model";

/** Every figure of the product by its key: the same on the board, in `figures --json` and in exports. */
export const figureKeys = [
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
  "services_near",
  "received",
  "found_first",
  "repeated",
  "contacted_on_time",
  "contact_hours",
  "visited",
  "dispatched_on_time",
  "dispatch_hours",
  "right_first_time",
  "joint",
  "closed_on_time",
  "closed",
  "reason_solved",
  "reason_explained",
  "reason_not_ours",
  "reason_withdrawn",
  "reason_duplicate",
  "responded",
  "solved",
  "partly_solved",
  "satisfied",
  "finished_first",
  "reworked",
  "reopened",
  "extended",
  "deferred",
  "voided",
  "opening",
  "new",
  "finished",
  "carried",
  "gain",
  "happiness",
  "security",
] as const;
export type FigureKey = (typeof figureKeys)[number];

export type FigureKind = "rate" | "count" | "hours" | "index";

/**
 * One number with all it rests on. `value`: a share 0…1 for a rate, an amount for a count, hours, an index 0…100; null
 * with the reason in `state`: nothing due (`none`), too few answers (`too_few`), not in use yet (`off`).
 */
export type Figure = {
  key: FigureKey;
  kind: FigureKind;
  state: "ok" | "none" | "too_few" | "off";
  value: number | null;
  numerator: number | null;
  denominator: number | null;
  excluded: Record<string, number>;
  interval: [number, number] | null;
};

export type Direction = "up" | "down" | "unclear" | "none";

/** Against another period: the difference (in points of the share, or in units) and whether it is clear. */
export type Change = { direction: Direction; difference: number | null; interval: [number, number] | null };

export type BoardFigure = Figure & {
  before: Change;
  lastYear: Change;
  /** The figure over the parts of the period, oldest first; null where there is no data. */
  spark: (number | null)[];
  /** The records behind it, whose count equals `denominator` or `value`; null where it opens to nothing. */
  href: string | null;
};

export type SenseFigure = BoardFigure & {
  topBox: TopBox | null;
  /** Every answer counting alike, where the value is weighted by residents. */
  unweighted: { value: number; interval: [number, number] | null; effectiveN: number } | null;
  /** Answers so alike, or so extreme among few, that the index is told in fives and never beyond 5 and 95. */
  meanCoarse: boolean;
  alpha: number | null;
  /** The round before asked another version of the questionnaire: with the same items in the index, or with others. */
  remade: "alike" | "other" | null;
  /** Another version, or another way of asking, parts the course somewhere. */
  broken: boolean;
  round: { id: string; name: string; closedOn: string; mode: RoundMode } | null;
};

export type Balance = { opening: number; received: number; finished: number; carried: number };

export type TrendPoint = {
  key: string;
  from: string;
  to: string;
  received: number;
  finished: number;
  onTime: Figure;
};

/** A child area in the comparison. Without a rank it has too few to rank, or nothing due. */
export type ChildRow = {
  areaId: string;
  name: string;
  level: AreaLevel;
  rank: number | null;
  /** False where its interval overlaps that of the row ranked next below. */
  clear: boolean;
  received: number;
  onTime: Figure;
  /** What was given more time, and what was taken off the clock: both could flatter the rate they stand beside. */
  eased: { extended: number; deferred: number; voided: number };
  href: string;
};

/** A category (by code, or `none`) or a channel. */
export type MixRow = {
  key: string;
  n: number;
  share: number;
  /** How many there were in the periods compared with; null where they began before anything was recorded. */
  before: number | null;
  lastYear: number | null;
  href: string;
};

export type BoardView = {
  area: { id: string; name: string; level: AreaLevel };
  crumbs: { id: string; name: string; level: AreaLevel }[];
  period: Period;
  grain: Grain;
  asOf: Date;
  /** From this day on requests are recorded; amounts are not compared with a period that begins before. */
  recordsSince: string | null;
  comparable: { before: boolean; lastYear: boolean };
  base: BoardFigure[];
  listen: BoardFigure[];
  connect: BoardFigure[];
  serve: BoardFigure[];
  senses: SenseFigure[];
  balance: Balance;
  trend: TrendPoint[];
  /** What was done about topics in the period. */
  notes: TopicMarks;
  children: { ranked: ChildRow[]; tooFew: ChildRow[]; nothing: ChildRow[]; unplaced: number };
  categories: MixRow[];
  channels: (MixRow & { key: Channel })[];
  map: MapOutline[];
};
