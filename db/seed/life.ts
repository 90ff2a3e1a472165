import { deadlinesOf } from "../../lib/cases/deadlines";
import type { Channel, CloseReason, Validity } from "../../lib/cases/model";
import { defaultSettings } from "../../lib/settings/model";
import { type Callback, callBack } from "./callback";
import type { CatalogueLine } from "./catalogue";
import { inOffice, staffed } from "./hours";
import { due } from "./limits";
import type { Manner } from "./manner";
import type { Random } from "./random";
import type { Unit } from "./units";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

export type Task = {
  unit: Unit;
  dispatchedAt: number;
  signDueAt: number;
  signedAt: number | null;
  endedAt: number | null;
  endReason: "resolved" | "returned" | "closed" | null;
};

/** All that happens to a case from beginning to end, whether or not the day has come for it. */
export type Life = {
  contactDueAt: number | null;
  dispatchDueAt: number | null;
  closeDueAt: number | null;
  dueProvisional: boolean;
  contactedAt: number | null;
  tasks: Task[];
  /** The task of a unit that was called to help. */
  called: Task | null;
  resolvedAt: number | null;
  checkedAt: number[];
  extended: { at: number; dueAt: number } | null;
  deferredAt: number | null;
  closedAt: number | null;
  closeReason: CloseReason | null;
  validity: Validity;
  callbackDueAt: number | null;
  callback: Callback | null;
};

export type Given = {
  random: Random;
  registeredAt: number;
  line: CatalogueLine;
  channel: Channel;
  manner: Manner;
  lead: Unit;
  wrong: Unit;
  assist: Unit | null;
};

const questions = new Set(["1105", "1203", "1204", "1205", "1206", "1207", "1208", "1210"]);
const longMatters = new Set(["0203", "0504", "0702", "0703", "0705", "0804", "0805"]);

export function live(given: Given): Life {
  const life = limited(given);
  const at = given.random.next();
  if (at < 0.058) return voided(given, life);
  const spot = given.line.code === "1210" || (questions.has(given.line.code) && given.random.chance(0.6));
  return calledBack(given, spot ? onTheSpot(given, life) : handled(given, life));
}

function calledBack({ random, manner, line }: Given, life: Life): Life {
  const { closedAt, contactedAt } = life;
  if (closedAt === null) return life;
  const limit = life.extended?.dueAt ?? life.closeDueAt;
  const late = limit !== null && closedAt > limit;
  const ended = { closedAt, late, contacted: contactedAt !== null, thanks: line.code === "1210" };
  const { dueAt, callback } = callBack(random, manner, ended);
  return { ...life, callbackDueAt: dueAt, callback };
}

/** Nobody has touched it yet: it waits to be placed. */
export const waiting = (given: Given): Life => limited(given);

function limited({ registeredAt, line }: Given): Life {
  const limits = {
    closeLimit: line.close_limit,
    closeUnit: line.close_unit,
    contactLimit: line.first_contact_limit,
    contactUnit: line.first_contact_unit,
    urgent: line.urgent,
  };
  const due = deadlinesOf(new Date(registeredAt), line.urgent, limits, defaultSettings);
  return {
    contactDueAt: due.contactDueAt?.getTime() ?? null,
    dispatchDueAt: due.dispatchDueAt?.getTime() ?? null,
    closeDueAt: due.closeDueAt?.getTime() ?? null,
    dueProvisional: due.dueProvisional,
    contactedAt: null,
    tasks: [],
    called: null,
    resolvedAt: null,
    checkedAt: [],
    extended: null,
    deferredAt: null,
    closedAt: null,
    closeReason: null,
    validity: "valid",
    callbackDueAt: null,
    callback: null,
  };
}

type Void = [Validity, CloseReason | null];

const voids: [Void, ...Void[]] = [
  ["duplicate", "duplicate"],
  ["duplicate", "duplicate"],
  ["duplicate", null],
  ["withdrawn", "withdrawn"],
  ["out_of_scope", "not_ours"],
  ["invalid", null],
];

function voided({ random, registeredAt }: Given, life: Life): Life {
  const [validity, closeReason] = random.pick(voids);
  const contactedAt =
    validity === "duplicate" || random.chance(0.3)
      ? null
      : staffed(random, registeredAt + random.skewed(50, 0.8) * minute);
  const closedAt = staffed(random, (contactedAt ?? registeredAt) + random.skewed(150, 0.9) * minute);
  return { ...life, validity, closeReason, contactedAt, closedAt };
}

function onTheSpot({ random, registeredAt, line }: Given, life: Life): Life {
  const contactedAt = staffed(random, registeredAt + random.skewed(7, 0.6) * minute);
  const closedAt = staffed(random, contactedAt + random.skewed(14, 0.7) * minute);
  const closeReason = line.code === "1210" || random.chance(0.75) ? "explained" : "solved";
  return { ...life, contactedAt, closedAt, closeReason };
}

function handled(given: Given, life: Life): Life {
  const { random, manner, registeredAt, line } = given;
  const [tasks, called] = taskedTo(given);
  const signedAt = tasks.at(-1)?.signedAt ?? registeredAt;
  const onTime = random.chance(1 - (1 - manner.onTime) * harder(line));
  const limited = stretched(random, life, signedAt, line);
  const closedAt = closing(given, limited, signedAt, onTime);
  const contactedAt = contacting(given, life, closedAt);
  const resolvedAt = Math.max(signedAt + (closedAt - signedAt) * 0.4, closedAt - random.skewed(50, 0.8) * minute);
  const again = random.chance(manner.reworked) ? [signedAt + (resolvedAt - signedAt) * random.between(0.35, 0.8)] : [];
  tasks.forEach((task) => {
    if (task.endedAt === null) Object.assign(task, { endedAt: resolvedAt, endReason: "resolved" });
  });
  const closeReason = random.chance(questions.has(line.code) || line.code.startsWith("11") ? 0.45 : 0.12)
    ? "explained"
    : "solved";
  return {
    ...limited,
    tasks,
    called,
    contactedAt,
    resolvedAt,
    checkedAt: [...again, closedAt],
    closedAt,
    closeReason,
  };
}

/** Short limits are missed more often than long ones. */
function harder({ close_limit, close_unit }: CatalogueLine): number {
  if (close_unit === "hour" || close_unit === "work_hour") return (close_limit ?? 0) < 5 ? 1.35 : 1.1;
  return (close_limit ?? 0) > 4 ? 0.8 : 1;
}

function taskedTo({ random, registeredAt, line, manner, lead, wrong, assist }: Given): [Task[], Task | null] {
  const span = spanOf(line);
  const around = line.close_unit === "hour";
  const slow = !random.chance(manner.dispatchOnTime);
  const wait = slow
    ? random.between(line.urgent ? 62 : 24.5 * 60, line.urgent ? 200 : 48 * 60)
    : random.skewed(Math.min(80, span * 0.06) * manner.pace, 0.7);
  const shift = (at: number) => (around ? at : staffed(random, at));
  const give = (unit: Unit, from: number): Task => ({
    unit,
    dispatchedAt: from,
    signDueAt: due(
      from,
      line.urgent
        ? { value: defaultSettings.urgentSignMinutes / 60, unit: "hour" }
        : { value: defaultSettings.signWorkHours, unit: "work_hour" },
    ),
    signedAt: shift(from + random.skewed(Math.min(45, span * 0.045), 0.8) * minute),
    endedAt: null,
    endReason: null,
  });
  const dispatchedAt = shift(registeredAt + wait * minute);
  if (assist) {
    const called = give(assist, dispatchedAt);
    return [[give(lead, dispatchedAt)], called];
  }
  if (!random.chance(manner.returned)) return [[give(lead, dispatchedAt)], null];
  const first = give(wrong, dispatchedAt);
  const returnedAt = shift(dispatchedAt + random.skewed(Math.min(120, span * 0.1), 0.6) * minute);
  const second = give(lead, returnedAt + minute);
  return [[{ ...first, signedAt: null, endedAt: returnedAt, endReason: "returned" }, second], null];
}

/** Minutes of a limit, roughly. */
function spanOf({ close_limit, close_unit }: CatalogueLine): number {
  return (close_limit ?? 3) * (close_unit === "hour" || close_unit === "work_hour" ? 60 : 1440);
}

function stretched(random: Random, life: Life, signedAt: number, line: CatalogueLine): Life {
  const { closeDueAt } = life;
  if (closeDueAt === null || line.close_limit === null || line.close_unit === null || closeDueAt < signedAt + day)
    return life;
  const at = signedAt + (closeDueAt - signedAt) * random.between(0.4, 0.9);
  if (longMatters.has(line.code) && random.chance(0.07)) return { ...life, deferredAt: inOffice(random, at) };
  if (!random.chance(0.05) || line.urgent) return life;
  const dueAt = due(closeDueAt - hour, { value: Math.ceil(line.close_limit / 2), unit: line.close_unit });
  return { ...life, extended: { at: inOffice(random, at), dueAt } };
}

function closing({ random, line }: Given, life: Life, signedAt: number, onTime: boolean): number {
  const around = line.close_unit === "hour";
  const dueAt = life.extended?.dueAt ?? life.closeDueAt ?? signedAt + 3 * day;
  if (life.deferredAt !== null) return inOffice(random, dueAt + random.between(15, 70) * day);
  const begin = Math.max(signedAt + 6 * minute, (life.extended?.at ?? 0) + hour);
  if (onTime && dueAt - begin > 4 * minute) {
    const at = begin + (dueAt - begin) * (0.04 + 0.93 * random.next() ** 1.3);
    const shifted = around ? at : staffed(random, at);
    return shifted <= dueAt ? shifted : Math.max(begin, dueAt - random.between(1, 40) * minute);
  }
  const over =
    random.skewed(Math.max(45, spanOf(line) * 0.28), 1) * minute +
    (random.chance(0.03) ? random.between(15, 60) * day : 0);
  const at = Math.max(begin, dueAt) + over;
  return around ? at : staffed(random, at);
}

function contacting(
  { random, registeredAt, channel, manner, line }: Given,
  life: Life,
  closedAt: number,
): number | null {
  if (channel === "officer" || channel === "visit") return registeredAt + random.between(0, 6) * minute;
  if (random.chance(0.006)) return null;
  const limit = life.contactDueAt ?? registeredAt + day;
  const late = !random.chance(manner.contactOnTime);
  const wait = random.skewed((line.urgent ? 11 : Math.min(100, spanOf(line) * 0.1)) * manner.pace, 0.8) * minute;
  const at = late
    ? limit + random.skewed(line.urgent ? 20 : 240, 0.9) * minute
    : line.urgent
      ? registeredAt + wait
      : staffed(random, registeredAt + wait);
  return at < closedAt ? at : registeredAt + (closedAt - registeredAt) * random.between(0.2, 0.9);
}
