import { type Due, dueAt, elapsedWork } from "../calendar/clock";
import type { Limit, LimitUnit } from "../calendar/model";
import { isWorkdayNumber } from "../calendar/workdays";
import { localDayNumber } from "../calendar/zone";
import type { Settings } from "../settings/model";
import type { Limits } from "./catalogue/model";

export type Deadlines = {
  contactDueAt: Date | null;
  dispatchDueAt: Date | null;
  closeDueAt: Date | null;
  dueProvisional: boolean;
};

const uncategorised: Limits = {
  closeLimit: null,
  closeUnit: null,
  contactLimit: 24,
  contactUnit: "hour",
  urgent: false,
};
const hoursOf: Record<LimitUnit, number> = { hour: 1, work_hour: 1, work_day: 24, natural_day: 24 };

/** The limits of a case from the moment it is registered. Urgent runs in real hours; praise has no limit at all. */
export function deadlinesOf(
  registeredAt: Date,
  urgent: boolean,
  category: Limits | null,
  settings: Settings,
): Deadlines {
  const limits = category ?? uncategorised;
  const isUrgent = urgent || limits.urgent;
  const due = (limit: Limit | null) => limit && dueAt(registeredAt, limit, settings.workHours);
  const close = limitOf(limits.closeLimit, limits.closeUnit);
  const contact = limitOf(limits.contactLimit, limits.contactUnit);
  const closing = due(close && isUrgent ? inRealHours(close) : close);
  const contacting = due(contact && isUrgent ? hours(settings.urgentContactHours) : contact);
  const dispatch = hours(isUrgent ? settings.urgentDispatchHours : settings.dispatchHours);
  const dispatching = due(category && !close ? null : dispatch);
  return {
    contactDueAt: contacting?.at ?? null,
    dispatchDueAt: dispatching?.at ?? null,
    closeDueAt: closing?.at ?? null,
    dueProvisional: [contacting, closing].some((found) => found?.provisional === true),
  };
}

/** When a unit must have signed what was handed to it. */
export function signDue(dispatchedAt: Date, urgent: boolean, settings: Settings): Due {
  const limit: Limit = urgent
    ? hours(settings.urgentSignMinutes / 60)
    : { value: settings.signWorkHours, unit: "work_hour" };
  return dueAt(dispatchedAt, limit, settings.workHours);
}

/** When the resident must have been called back; who was called in vain is called again on the next work day. */
export function callbackDue(closedAt: Date, triedAt: Date | null, settings: Settings): Due {
  const within = (value: number, from: Date) => dueAt(from, { value, unit: "work_day" }, settings.workHours);
  const first = within(settings.callbackWorkDays, closedAt);
  const next = triedAt ? within(1, triedAt) : first;
  return next.at > first.at ? next : first;
}

/** When a request must have been granted or refused. */
export function decisionDue(askedAt: Date, settings: Settings): Due {
  return dueAt(askedAt, { value: settings.decideWorkHours, unit: "work_hour" }, settings.workHours);
}

type Paused = { closeDueAt: Date; deferredAt: Date; unit: LimitUnit };
/** A pause that is over, with the deadline it led to; instants as text, as the database keeps them. */
export type Pause = { closeDueAt: string; deferredAt: string; unit: LimitUnit; resumedAt: string; ledTo: string };

/**
 * The deadline after a pause: what was left of it when the clock stopped runs on from when it starts again, in the unit
 * of the limit. A pause moves no deadline forward.
 */
export function resumedDue({ closeDueAt, deferredAt, unit }: Paused, resumedAt: Date, settings: Settings): Due {
  const left = closeDueAt.getTime() - deferredAt.getTime();
  if (left <= 0 || resumedAt <= deferredAt) return { at: closeDueAt, provisional: false };
  const value = {
    hour: () => left / hour,
    work_hour: () => elapsedWork(deferredAt, closeDueAt, settings.workHours) / hour,
    natural_day: () => localDayNumber(closeDueAt) - localDayNumber(deferredAt),
    work_day: () => workDaysBetween(localDayNumber(deferredAt), localDayNumber(closeDueAt)),
  }[unit]();
  const due = dueAt(resumedAt, { value, unit }, settings.workHours);
  return due.at > closeDueAt ? due : { ...due, at: closeDueAt };
}

/** The deadline after a pause reckoned again; null where another has been granted since. */
export function resumedAgain(pause: Pause, closeDueAt: Date | null, settings: Settings): Due | null {
  if (closeDueAt?.toISOString() !== pause.ledTo) return null;
  const paused = { ...pause, closeDueAt: new Date(pause.closeDueAt), deferredAt: new Date(pause.deferredAt) };
  return resumedDue(paused, new Date(pause.resumedAt), settings);
}

/** Work days after the first day, up to and with the last. */
function workDaysBetween(first: number, last: number): number {
  let days = 0;
  for (let day = first + 1; day <= last; day += 1) if (isWorkdayNumber(day)) days += 1;
  return days;
}

const hour = 3_600_000;
const hours = (value: number): Limit => ({ value, unit: "hour" });
const inRealHours = ({ value, unit }: Limit): Limit => hours(value * hoursOf[unit]);

function limitOf(value: number | null, unit: LimitUnit | null): Limit | null {
  return value === null || unit === null ? null : { value, unit };
}
