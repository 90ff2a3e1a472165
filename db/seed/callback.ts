import { isWorkdayNumber } from "../../lib/calendar/workdays";
import { startOfNumber } from "../../lib/calendar/zone";
import type { CallbackOutcome, CallbackReason, SolvedAnswer } from "../../lib/cases/model";
import { defaultSettings } from "../../lib/settings/model";
import { dayOf } from "./days";
import { inOffice } from "./hours";
import { due } from "./limits";
import type { Manner } from "./manner";
import type { Random } from "./random";

const minute = 60_000;
const day = 24 * 60 * minute;
const limit = { value: defaultSettings.callbackWorkDays, unit: "work_day" } as const;

export type Callback = {
  at: number;
  outcome: CallbackOutcome;
  contacted: boolean | null;
  solved: SolvedAnswer | null;
  satisfaction: number | null;
  reason: CallbackReason | null;
  /** When somebody was called in vain before, on an earlier day. */
  triedAt: number | null;
};

export type Ended = { closedAt: number; late: boolean; contacted: boolean; thanks: boolean };

/** What people say afterwards, if they are reached; a few are asked weeks too late. */
export function callBack(random: Random, manner: Manner, ended: Ended): { dueAt: number; callback: Callback } {
  const dueAt = due(ended.closedAt, limit);
  const at = inOffice(random, askedAt(random, dueAt, ended.closedAt));
  const outcome = random.next();
  if (outcome >= 0.215) {
    const answer = answered(random, manner, ended);
    return { dueAt, callback: { at, ...answer, reason: reasonFor(answer, at), triedAt: null } };
  }
  const silent = { contacted: null, solved: null, satisfaction: null, reason: null };
  if (outcome >= 0.17) return { dueAt, callback: { at, outcome: "declined", ...silent, triedAt: null } };
  return { dueAt, callback: { at, outcome: "unreachable", ...silent, triedAt: triedBefore(at, ended.closedAt) } };
}

/** On the work day before, if the case was closed by then. */
function triedBefore(at: number, closedAt: number): number | null {
  let on = dayOf(at) - 1;
  while (!isWorkdayNumber(on)) on -= 1;
  const tried = at - (dayOf(at) - on) * day;
  return tried > closedAt ? tried : null;
}

const moodAfter: Record<SolvedAnswer, number> = { yes: 0.75, partly: -0.7, no: -1.9 };
const grades: [above: number, satisfaction: number][] = [
  [0.75, 5],
  [-0.15, 4],
  [-1, 3],
  [-2.1, 2],
];

function answered(random: Random, manner: Manner, { late, contacted, thanks }: Ended) {
  const share = thanks ? 1 : manner.solved - (late ? 0.12 : 0);
  const solved: SolvedAnswer = random.chance(share) ? "yes" : random.chance(0.6) ? "partly" : "no";
  const mood = manner.pleased + moodAfter[solved] - (late ? 0.4 : 0) + 0.85 * random.normal();
  const satisfaction = grades.find(([above]) => mood > above)?.[1] ?? 1;
  return {
    outcome: "reached" as const,
    contacted: contacted && random.chance(late ? 0.94 : 0.985),
    solved,
    satisfaction,
  };
}

const complaints = [
  "result",
  "slow",
  "result",
  "unclear",
  "again",
  "slow",
  "beyond",
  "unheard",
  "manner",
  "result",
] as const;

/** Why somebody is not satisfied; drawn from the instant, so that what is drawn after it stays as it is. */
function reasonFor({ satisfaction }: { satisfaction: number }, at: number): CallbackReason | null {
  return satisfaction > 2 ? null : (complaints[Math.floor(at / minute) % complaints.length] ?? null);
}

function askedAt(random: Random, dueAt: number, closedAt: number): number {
  if (random.chance(0.007)) return dueAt + random.between(5, 25) * day;
  return random.chance(0.05) ? dueAt + random.between(0.5, 4) * day : soonAfter(random, closedAt);
}

/** Within three working days, seldom on the same. */
function soonAfter(random: Random, closedAt: number): number {
  let on = dayOf(closedAt) + (random.chance(0.25) ? 0 : 1);
  for (let wanted = random.whole(0, 2); ; on += 1) {
    if (!isWorkdayNumber(on)) continue;
    if (wanted === 0) break;
    wanted -= 1;
  }
  return Math.max(closedAt + 10 * minute, startOfNumber(on) + random.between(550, 1010) * minute);
}
