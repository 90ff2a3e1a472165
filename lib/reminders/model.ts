import type { Actor, Role } from "../access/model";
import type { AreaLevel } from "../areas/model";
import { dueAt } from "../calendar/clock";
import { heardUntil } from "../calendar/quiet";
import { localDay } from "../calendar/zone";
import type { CaseClock } from "../cases/clocks";
import type { Settings } from "../settings/model";

/**
 * What one is reminded of: a clock of a case, what a rule brought here, what waits for a decision or an answer, a call,
 * what came of one's urging or one's call, and a task with a day, of an agreement or of a topic.
 */
export type ReminderKind =
  | CaseClock
  | "escalated"
  | "decision"
  | "incoming"
  | "urge"
  | "whistle"
  | "answer"
  | "called"
  | "promise"
  | "task"
  | "unit-task";

type WorkKind = CaseClock | "urge" | "whistle" | "promise" | "unit-task";

/** A clock reminds those who do the work it is for; who answers for them hears of it when it is late, by rule. */
const remindedOf: Record<WorkKind, readonly Role[]> = {
  contact: ["officer", "staff"],
  dispatch: ["staff", "official"],
  sign: ["handler", "staff"],
  close: ["handler", "staff"],
  "call-back": ["staff", "official"],
  urge: ["handler", "staff"],
  whistle: ["handler", "staff"],
  promise: ["handler", "staff"],
  "unit-task": ["handler"],
};

/** Who works on single cases; above the street one looks at numbers. */
const working: AreaLevel[] = ["street", "community", "grid", "building"];

export function worksOnCases({ unitId, areaLevel }: Pick<Actor, "unitId" | "areaLevel">): boolean {
  return unitId !== null || working.some((level) => level === areaLevel);
}

export function remindsOf(actor: Pick<Actor, "role" | "unitId" | "areaLevel">, kind: WorkKind): boolean {
  return worksOnCases(actor) && remindedOf[kind].includes(actor.role);
}

/**
 * Until when things are raised, and until when what is due is about to be late: for the usual, for the urgent, and for
 * what has no more than a day.
 */
export type Horizon = {
  late: Date;
  soon: Date;
  urgentLate: Date;
  urgentSoon: Date;
  day: string;
  nextWorkDay: string;
};

/** How far one hears at an instant. It never goes back: what was raised stays raised. */
export function horizonAt(at: Date, settings: Settings): Horizon {
  const late = heardUntil(at, settings.quietHours);
  const urgentLate = settings.urgentAlways ? at : late;
  return {
    late,
    soon: soonUntil(late, settings),
    urgentLate,
    urgentSoon: soonUntil(urgentLate, settings),
    day: localDay(late),
    nextWorkDay: localDay(dueAt(late, { value: 1, unit: "work_day" }).at),
  };
}

function soonUntil(at: Date, { remindWorkHours, workHours }: Settings): Date {
  return dueAt(at, { value: remindWorkHours, unit: "work_hour" }, workHours).at;
}
