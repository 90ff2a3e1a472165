import { defaultWorkHours, type WorkHours } from "../calendar/model";
import type { QuietHours } from "../calendar/quiet";
import type { Cutoff } from "../periods/model";

/** What differs from place to place. Each is a row of `settings`; a row that is missing has its default. */
export type Settings = {
  cutoffDay: Cutoff;
  rankMinimum: number;
  disclosureThreshold: number;
  workHours: WorkHours;
  /** What 基本满意 counts for in 满意率, beside 1 for the two answers above it. */
  basicCredit: number;
  dispatchHours: number;
  urgentDispatchHours: number;
  urgentContactHours: number;
  signWorkHours: number;
  urgentSignMinutes: number;
  callbackWorkDays: number;
  /** On so many days somebody is called in vain before the call-back ends as unreachable. */
  callbackTries: number;
  /** Of a hundred whose case was solved, so many are drawn to be asked afterwards; all at 100. */
  callbackShare: number;
  /** What the three rates weigh in the score. */
  weightResponded: number;
  weightSolved: number;
  weightSatisfied: number;
  /** How long a request (to return, extend, defer, reopen, transfer or take out of the rates) may wait for the one who decides. */
  decideWorkHours: number;
  /** How many contacts one account may look at in a day. */
  revealsADay: number;
  /** How long after closing a contact is kept. */
  contactDays: number;
  /** Whether a request is accepted by a step of its own before it is dispatched. */
  acceptFirst: boolean;
  /** Whether what a unit resolved is checked by a step of its own before it is closed. */
  checkFirst: boolean;
  /** So many work hours before a limit it is reminded of. */
  remindWorkHours: number;
  /** When nothing is raised; null for never. */
  quietHours: QuietHours | null;
  /** Whether what is urgent is raised in quiet hours too. */
  urgentAlways: boolean;
};

export type SettingKey = keyof Settings;

export const defaultSettings: Settings = {
  cutoffDay: null,
  rankMinimum: 30,
  disclosureThreshold: 10,
  workHours: defaultWorkHours,
  basicCredit: 0.9,
  dispatchHours: 24,
  urgentDispatchHours: 1,
  urgentContactHours: 1,
  signWorkHours: 2,
  urgentSignMinutes: 30,
  callbackWorkDays: 3,
  callbackTries: 2,
  callbackShare: 100,
  weightResponded: 10,
  weightSolved: 50,
  weightSatisfied: 40,
  decideWorkHours: 8,
  revealsADay: 30,
  contactDays: 180,
  acceptFirst: false,
  checkFirst: false,
  remindWorkHours: 4,
  quietHours: { from: "20:00", to: "08:00" },
  urgentAlways: true,
};

/** The one subject under which changes of settings are found in the trace. */
export const settingsSubject = "00000000-0000-7000-8000-000000000133";

export function printQuietHours(hours: QuietHours | null): string {
  return hours ? `${hours.from}-${hours.to}` : "";
}

export function printWorkHours(hours: WorkHours): string {
  return hours.map(({ from, to }) => `${from}-${to}`).join(", ");
}
