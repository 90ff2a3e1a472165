import { askedAfter } from "./model";

/** Whose case is closed and not asked about yet. */
export const toBeCalledBack = `state = 'closed' and close_reason in (${askedAfter.map((reason) => `'${reason}'`).join(", ")})`;

/** That a draw has passed over a case since it was closed: nobody is asked about it, so nobody is late in asking. */
export const passedOver = (caseId: string) =>
  `exists (select from callback_picks p where p.case_id = ${caseId} and p.drawn_at >= closed_at and not p.picked)`;

/** A unit signs what was handed to it last; the case knows when it was handed over first. */
export const handedOver = (row: string) =>
  `coalesce((select max(a.dispatched_at) from assignments a where a.case_id = ${row}.id), ${row}.dispatched_at)`;

/**
 * The clocks of a case: until when, since when, and while what they run. SQL over the columns of `cases`, called c where
 * it is asked since when; reminders and escalation are both built from this one table.
 */
export const caseClocks = {
  contact: {
    due: "contact_due_at",
    since: "c.registered_at",
    runs: "contacted_at is null and closed_at is null and validity = 'valid'",
  },
  dispatch: {
    due: "dispatch_due_at",
    since: "c.registered_at",
    runs: "dispatched_at is null and closed_at is null and validity = 'valid'",
  },
  sign: { due: "sign_due_at", since: handedOver("c"), runs: "state = 'dispatched' and deferred_at is null" },
  close: {
    due: "close_due_at",
    since: "c.registered_at",
    runs: "closed_at is null and validity = 'valid' and deferred_at is null",
  },
  "call-back": {
    due: "callback_due_at",
    since: "c.closed_at",
    runs: toBeCalledBack,
  },
} as const;

/** While what the clock of the case with a key runs. */
export const runsFor = (clock: CaseClock, caseId: string) =>
  clock === "call-back" ? `${toBeCalledBack} and not ${passedOver(caseId)}` : caseClocks[clock].runs;

/** Whether the clock that an escalation names, by the name it goes by in the query, still runs. */
export const stillRuns = (escalation: string) =>
  `case ${escalation}.clock ${clockNames.map((name) => `when '${name}' then ${runsFor(name, `${escalation}.case_id`)}`).join(" ")} end`;

export type CaseClock = keyof typeof caseClocks;
// Object.keys forgets the names of its keys; they are those of the table.
export const clockNames = Object.keys(caseClocks) as CaseClock[];
