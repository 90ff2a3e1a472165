import type { CaseCounter, DayCounter } from "../counters/model";
import type { FigureKey } from "./model";
import type { OpenCounter } from "./tally";

/**
 * What a figure of cases or visits is made of, in counters: `of` over `in`, with what was left `out` and why.
 * An open counter counts only cases past their limit; those still within it are `notDue`. The board, the command
 * line and the list behind a figure are all built from this table.
 */
export type Definition = {
  kind: "rate" | "count";
  of: readonly DayCounter[];
  in?: readonly DayCounter[];
  out?: Readonly<Record<string, DayCounter>>;
  notDue?: OpenCounter;
  /** Counted at the credit of the settings (基本满意). */
  credited?: readonly DayCounter[];
};

const contactDue = ["contact_on_time", "contact_late", "contact_open"] as const;
const dispatchDue = ["dispatch_on_time", "dispatch_late", "dispatch_open"] as const;
const reckoned = ["closed_on_time", "closed_late", "close_open"] as const;
const notReckoned = {
  duplicate: "close_duplicate",
  invalid: "close_invalid",
  out_of_scope: "close_out_of_scope",
  withdrawn: "close_withdrawn",
  deferred: "close_deferred",
  no_limit: "close_no_limit",
} as const;
const reasons = [
  "reason_solved",
  "reason_explained",
  "reason_not_ours",
  "reason_withdrawn",
  "reason_duplicate",
] as const;
const notReached = { unreachable: "callback_unreachable", declined: "callback_declined" } as const;

const reason = (key: (typeof reasons)[number]) =>
  ({ kind: "rate", of: [key], in: reasons, out: { unstated: "reason_unstated" } }) as const;
const answered = (key: CaseCounter) =>
  ({ kind: "rate", of: [key], in: ["callback_reached"], out: notReached }) as const;
const beside = (key: CaseCounter, whole: CaseCounter = "received") =>
  ({ kind: "count", of: [key], in: [whole] }) as const;

export const definitions = {
  received: { kind: "count", of: ["received"] },
  found_first: { kind: "rate", of: ["found_first"], in: ["received"] },
  repeated: {
    kind: "rate",
    of: ["repeated"],
    in: ["repeated", "not_repeated"],
    out: { no_place: "repeat_untold", void: "repeat_void" },
  },
  contacted_on_time: {
    kind: "rate",
    of: ["contact_on_time"],
    in: contactDue,
    out: { not_valid: "contact_not_valid", no_limit: "contact_no_limit" },
    notDue: "contact_open",
  },
  visited: {
    kind: "rate",
    of: ["visits_made"],
    in: ["visits_made", "visits_missed"],
    out: { absent: "visits_absent", refused: "visits_refused" },
  },
  dispatched_on_time: {
    kind: "rate",
    of: ["dispatch_on_time"],
    in: dispatchDue,
    out: { not_valid: "dispatch_not_valid", on_spot: "dispatch_on_spot", no_limit: "dispatch_no_limit" },
    notDue: "dispatch_open",
  },
  right_first_time: { kind: "rate", of: ["right_first"], in: ["dispatched"] },
  joint: beside("joint", "dispatched"),
  closed_on_time: { kind: "rate", of: ["closed_on_time"], in: reckoned, out: notReckoned, notDue: "close_open" },
  closed: { kind: "rate", of: ["closed_on_time", "closed_late"], in: reckoned, out: notReckoned, notDue: "close_open" },
  reason_solved: reason("reason_solved"),
  reason_explained: reason("reason_explained"),
  reason_not_ours: reason("reason_not_ours"),
  reason_withdrawn: reason("reason_withdrawn"),
  reason_duplicate: reason("reason_duplicate"),
  responded: answered("callback_contacted"),
  solved: answered("callback_solved"),
  partly_solved: answered("callback_partly"),
  satisfied: {
    kind: "rate",
    of: ["satisfaction_5", "satisfaction_4"],
    credited: ["satisfaction_3"],
    in: ["callback_reached"],
    out: notReached,
  },
  finished_first: {
    kind: "rate",
    of: ["finished_first"],
    in: ["finished_first", "finished_again"],
    out: { not_valid: "finished_not_valid" },
  },
  reworked: { kind: "rate", of: ["reworked"], in: ["checked"] },
  reopened: beside("reopened"),
  extended: beside("extended"),
  deferred: beside("deferred"),
  voided: beside("voided"),
  new: { kind: "count", of: ["received"] },
  finished: { kind: "count", of: ["finished"] },
} as const satisfies Partial<Record<FigureKey, Definition>>;

export type DefinedFigure = keyof typeof definitions;

/** Medians are no counts, but open to the cases they are taken from. */
const medians = {
  contact_hours: { kind: "count", of: ["contacted"] },
  dispatch_hours: { kind: "count", of: ["dispatched"] },
} as const satisfies Partial<Record<FigureKey, Definition>>;

export type OpenedFigure = DefinedFigure | keyof typeof medians;

export function isOpened(key: string): key is OpenedFigure {
  return Object.hasOwn(definitions, key) || Object.hasOwn(medians, key);
}

export function definitionOf(key: OpenedFigure): Definition {
  return { ...definitions, ...medians }[key];
}

/** The counters whose records stand behind a figure: what it is divided by, or what it counts. */
export function countersBehind(key: OpenedFigure, part: "of" | "in"): readonly DayCounter[] {
  const definition = definitionOf(key);
  if (part === "of" || definition.kind === "count") return [...definition.of, ...(definition.credited ?? [])];
  return definition.in ?? definition.of;
}
