import { callbackOutcomes, channels, closeReasons, foundFirst, satisfactions, voidings } from "../cases/model";
import { comparable } from "../cases/repeats";

/**
 * What is counted of a case, and the instant that places it in a day. Both are SQL over the columns of `cases`.
 * The daily counts, the raw counts, the lists behind a figure and `recount` are all built from this one table.
 */
export type Counter = { at: string; when: string; family?: Family };

/** Counters of which a case counts in the one that its own value names: the key and the condition of all, as SQL. */
export type Family = { key: string; when: string };

const valid = "validity = 'valid'";
const reckoned = `${valid} and deferred_at is null and close_due_at is not null`;
const reckonedAt = "coalesce(least(closed_at, close_due_at), registered_at)";
const contactAt = "coalesce(least(contacted_at, contact_due_at), registered_at)";
const dispatchAt = "coalesce(least(dispatched_at, dispatch_due_at), registered_at)";
const finishedAt = "least(closed_at, voided_at)";
const again = "(rework_count > 0 or reopened_count > 0)";
const reached = "callback_outcome = 'reached'";
const onSpot = "(closed_at is not null and dispatched_at is null)";

function each<P extends string, K extends string | number>(
  prefix: P,
  keys: readonly K[],
  { of, at, when = "true" }: { of: string; at: string; when?: string },
): Record<`${P}${K}`, Counter> {
  const family = { key: `'${prefix}' || ${of}`, when: `${when} and ${of} is not null` };
  // Object.fromEntries forgets the names of its keys; they are built right here.
  return Object.fromEntries(
    keys.map((key) => [`${prefix}${key}`, { at, when: `${when} and ${of} = '${key}'`, family }]),
  ) as Record<`${P}${K}`, Counter>;
}

export const caseCounters = {
  received: { at: "registered_at", when: "true" },
  found_first: { at: "registered_at", when: `channel in (${foundFirst.map((channel) => `'${channel}'`).join(", ")})` },
  ...each("channel_", channels, { of: "channel", at: "registered_at" }),
  repeated: { at: "registered_at", when: `validity = 'duplicate' or (${valid} and repeats)` },
  not_repeated: { at: "registered_at", when: `${valid} and not repeats and ${comparable}` },
  repeat_untold: { at: "registered_at", when: `${valid} and not repeats and not (${comparable})` },
  repeat_void: { at: "registered_at", when: "validity not in ('valid', 'duplicate')" },

  contact_on_time: { at: "contacted_at", when: `${valid} and contacted_at <= contact_due_at` },
  contact_late: { at: "contact_due_at", when: `${valid} and contacted_at > contact_due_at` },
  contact_open: { at: "contact_due_at", when: `${valid} and contacted_at is null` },
  contact_not_valid: { at: contactAt, when: "validity <> 'valid'" },
  contact_no_limit: { at: "registered_at", when: `${valid} and contact_due_at is null` },
  contacted: { at: "contacted_at", when: valid },

  dispatch_on_time: { at: "dispatched_at", when: `${valid} and dispatched_at <= dispatch_due_at` },
  dispatch_late: { at: "dispatch_due_at", when: `${valid} and dispatched_at > dispatch_due_at` },
  dispatch_open: { at: "dispatch_due_at", when: `${valid} and dispatched_at is null and closed_at is null` },
  dispatch_not_valid: { at: dispatchAt, when: "validity <> 'valid'" },
  dispatch_on_spot: { at: "closed_at", when: `${valid} and ${onSpot}` },
  dispatch_no_limit: { at: "registered_at", when: `${valid} and dispatch_due_at is null and not ${onSpot}` },
  dispatched: { at: "dispatched_at", when: valid },
  right_first: { at: "dispatched_at", when: `${valid} and returned_count = 0` },
  joint: { at: "dispatched_at", when: `${valid} and joint` },

  closed_on_time: { at: "closed_at", when: `${reckoned} and closed_at <= close_due_at` },
  closed_late: { at: "close_due_at", when: `${reckoned} and closed_at > close_due_at` },
  close_open: { at: "close_due_at", when: `${reckoned} and closed_at is null` },
  ...each("close_", voidings, { of: "validity", at: reckonedAt, when: "validity <> 'valid'" }),
  close_deferred: { at: reckonedAt, when: `${valid} and deferred_at is not null` },
  close_no_limit: { at: reckonedAt, when: `${valid} and deferred_at is null and close_due_at is null` },

  finished: { at: finishedAt, when: "true" },
  finished_first: { at: finishedAt, when: `${valid} and not ${again}` },
  finished_again: { at: finishedAt, when: `${valid} and ${again}` },
  finished_not_valid: { at: finishedAt, when: "validity <> 'valid'" },
  ...each("reason_", closeReasons, { of: "close_reason", at: "closed_at" }),
  reason_unstated: { at: "closed_at", when: "close_reason is null" },

  ...each("callback_", callbackOutcomes, { of: "callback_outcome", at: "called_back_at" }),
  callback_contacted: { at: "called_back_at", when: `${reached} and callback_contacted` },
  callback_solved: { at: "called_back_at", when: `${reached} and callback_solved = 'yes'` },
  callback_partly: { at: "called_back_at", when: `${reached} and callback_solved = 'partly'` },
  ...each("satisfaction_", satisfactions, { of: "callback_satisfaction", at: "called_back_at", when: reached }),

  checked: { at: "checked_at", when: valid },
  reworked: { at: "checked_at", when: `${valid} and rework_count > 0` },
  reopened: { at: "reopened_at", when: valid },
  extended: { at: "extended_at", when: valid },
  deferred: { at: "coalesce(deferral_at, deferred_at)", when: valid },
  voided: { at: "coalesce(voided_at, closed_at, registered_at)", when: "validity <> 'valid'" },
} satisfies Record<string, Counter>;
export type CaseCounter = keyof typeof caseCounters;

export const visitCounters = {
  visits_made: "visited",
  visits_missed: "due - visited - absent - refused",
  visits_absent: "absent",
  visits_refused: "refused",
} as const;
export type VisitCounter = keyof typeof visitCounters;

/** Stock counted as changes by day: what stands at the end of a day is the sum of all days up to it. */
export const groundCounters = [
  "grids",
  "grids_staffed",
  "grids_party",
  "communities",
  "communities_gridded",
  "households",
  "households_gridded",
  "residents",
  "area_m2",
  "covered_m2",
  ...(["residents", "property", "office"] as const).map((field) => `stations_${field}` as const),
] as const;
export type GroundCounter = (typeof groundCounters)[number];

/** Counted by day and key, from the street up. */
export const mixDimensions = ["category"] as const;

/** How long it took to the first contact and to being dispatched: counted by day in classes, from the street up. */
export const clocks = ["contact", "dispatch"] as const;
export type Clock = (typeof clocks)[number];

export type DayCounter = CaseCounter | VisitCounter;

// Object.keys forgets the names of its keys; both objects are the closed lists above.
export const dayCounters = [...Object.keys(caseCounters), ...Object.keys(visitCounters)] as DayCounter[];

/** Durations in classes of 5 %: class k holds minutes in [1.05^k, 1.05^(k+1)), class 0 everything under 1.05. */
export const durationGrowth = 1.05;

/** The class of the time from registering to an instant, as SQL over the columns of `cases`. */
export const durationClass = (at: string) =>
  `case when ${at} is not null then floor(ln(greatest(1, extract(epoch from (${at} - registered_at))::float8 / 60)) / ln(${durationGrowth}::float8))::int end`;
