import type { CaseState } from "../../lib/cases/model";
import type { Case } from "./cases";
import type { Task } from "./life";

/** A case as the database holds it at an instant; all times are milliseconds. */
export function asOf(told: Case, now: number, number: number) {
  const { life, line, registeredAt } = told;
  const steps = stepsAsOf(told, now);
  return {
    id: told.id,
    number,
    area: told.area,
    placed: told.placed,
    title: told.title,
    body: told.body,
    place: told.place,
    lon: told.point?.[0] ?? null,
    lat: told.point?.[1] ?? null,
    channel: told.channel,
    requestType: told.requestType,
    categoryCode: line.code,
    urgent: line.urgent,
    registeredAt,
    contactDueAt: life.contactDueAt,
    dispatchDueAt: life.dispatchDueAt,
    closeDueAt: steps.extendedAt === null ? life.closeDueAt : (life.extended?.dueAt ?? null),
    dueProvisional: steps.closedAt === null && life.dueProvisional,
    ...steps,
    ...endAsOf(told, steps),
    ...callbackAsOf(told, steps),
    ...checksAsOf(told, now),
    state: stateOf(steps),
    source: told.channel === "hotline" ? "12345" : null,
    sourceKey: told.channel === "hotline" ? `DEMO-${String(number).padStart(7, "0")}` : null,
  };
}
export type Row = ReturnType<typeof asOf>;

/** The tasks of a case as they stand at an instant. */
export function tasksAsOf(told: Case, now: number) {
  return told.life.tasks
    .filter((task) => task.dispatchedAt <= now)
    .map((task: Task) => {
      const ended = task.endedAt !== null && task.endedAt <= now;
      return {
        unit: task.unit,
        dispatchedAt: Math.floor(task.dispatchedAt),
        signDueAt: Math.floor(task.signDueAt),
        signedAt: task.signedAt !== null && task.signedAt <= now ? Math.floor(task.signedAt) : null,
        endedAt: ended ? Math.floor(task.endedAt ?? 0) : null,
        endReason: ended ? task.endReason : null,
      };
    });
}

type Steps = ReturnType<typeof stepsAsOf>;

function stepsAsOf({ life }: Case, now: number) {
  const seen = seenBy(now);
  const tasks = life.tasks.filter((task) => task.dispatchedAt <= now);
  const current = tasks.at(-1) ?? null;
  const times = {
    contactedAt: seen(life.contactedAt),
    signedAt: seen(current?.signedAt ?? null),
    resolvedAt: seen(life.resolvedAt),
    closedAt: seen(life.closedAt),
    extendedAt: seen(life.extended?.at ?? null),
    deferredAt: seen(life.deferredAt),
    callbackTriedAt: seen(life.callback?.triedAt ?? null),
    calledBackAt: seen(life.callback?.at ?? null),
  };
  return {
    ...times,
    unit: current?.unit ?? null,
    joint: life.called !== null && current !== null,
    dispatchedAt: seen(life.tasks[0]?.dispatchedAt ?? null),
    signDueAt: current?.signDueAt ?? null,
    returnedCount: tasks.filter(({ endReason, endedAt }) => endReason === "returned" && seen(endedAt) !== null).length,
    version: 1 + tasks.length + Object.values(times).filter((at) => at !== null).length,
  };
}

function endAsOf({ life, reply }: Case, { closedAt }: Steps) {
  const closeReason = closedAt === null ? null : life.closeReason;
  const validity = closedAt === null ? "valid" : life.validity;
  return {
    closeReason,
    publicReply: closeReason === null ? null : reply,
    validity,
    voidedAt: validity === "valid" ? null : closedAt,
    callbackDueAt: closedAt === null ? null : life.callbackDueAt,
  };
}

function callbackAsOf({ life }: Case, { calledBackAt, callbackTriedAt }: Steps) {
  const callback = calledBackAt === null ? null : life.callback;
  const lastTry = callback?.outcome === "unreachable" ? calledBackAt : null;
  return {
    callbackOutcome: callback?.outcome ?? null,
    callbackContacted: callback?.contacted ?? null,
    callbackSolved: callback?.solved ?? null,
    callbackSatisfaction: callback?.satisfaction ?? null,
    callbackReason: callback?.reason ?? null,
    callbackTries: [callbackTriedAt, lastTry].filter((at) => at !== null).length,
    callbackTriedAt: lastTry ?? callbackTriedAt,
  };
}

function checksAsOf({ life }: Case, now: number) {
  const checks = life.checkedAt.filter((at) => at <= now);
  const reworked = life.checkedAt.length > 1 && checks.length > 0;
  return { checkedAt: seenBy(now)(checks.at(-1) ?? null), reworkCount: reworked ? 1 : 0 };
}

const seenBy = (now: number) => (at: number | null) => (at !== null && at <= now ? Math.floor(at) : null);

function stateOf({ closedAt, calledBackAt, resolvedAt, signedAt, dispatchedAt }: Steps): CaseState {
  if (calledBackAt !== null) return "called_back";
  if (closedAt !== null) return "closed";
  if (resolvedAt !== null) return "resolved";
  if (signedAt !== null) return "signed";
  return dispatchedAt === null ? "registered" : "dispatched";
}
