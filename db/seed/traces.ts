import { adminRoles } from "../../lib/access/model";
import type { Account, Grant } from "./accounts";
import type { Area } from "./areas";
import type { Case } from "./cases";
import { idAt, type Random } from "./random";
import type { Row, tasksAsOf } from "./rows";
import type { Called } from "./whistles";

export type Trace = {
  id: string;
  row: Row;
  action: string;
  account: Account;
  role: string;
  at: number;
  detail: Record<string, unknown>;
};

type Found = [action: string, at: number | null, by: keyof Actors, detail: Record<string, unknown>];

/** The events a case has left so far; of older ones only how it came and how it ended. */
export function tracesOf(
  told: Case,
  row: Row,
  tasks: ReturnType<typeof tasksAsOf>,
  { called, whole, cast, random }: { called: Called; whole: boolean; cast: Cast; random: Random },
): Trace[] {
  const found: Found[] = [
    ["case.registered", row.registeredAt, told.channel === "officer" ? "finder" : "desk", { channel: row.channel }],
  ];
  if (whole) {
    found.push(["case.contacted", row.contactedAt, "desk", { note: "" }]);
    tasks.forEach((task) => {
      found.push(["case.dispatched", task.dispatchedAt, "desk", { unit: task.unit.name, note: "" }]);
      found.push(["case.signed", task.signedAt, "worker", { note: "" }]);
      if (task.endReason === "returned")
        found.push([
          "case.returned",
          task.endedAt,
          "worker",
          { unit: task.unit.name, note: "不属于本单位职责，建议改派。" },
        ]);
    });
    if (called !== null) {
      const unit = called.unit.name;
      found.push(["case.whistled", called.calledAt, "desk", { unit, note: `${unit}：${called.task}` }]);
      found.push(["case.came", called.arrivedAt, "desk", { unit }]);
      const answer = { unit, answer: "done", note: called.answer };
      found.push(["case.answered-whistle", called.answeredAt, "desk", answer]);
    }
    found.push(["case.extended", row.extendedAt, "desk", { note: "需采购配件，申请延期。" }]);
    found.push(["case.deferred", row.deferredAt, "desk", { note: "列入整治计划，缓办。" }]);
    if (row.reworkCount > 0 && row.checkedAt !== null && row.checkedAt !== row.closedAt)
      found.push(["case.reworked", row.checkedAt, "desk", { note: "核查未通过，请继续处理。" }]);
    found.push(["case.resolved", row.resolvedAt, "worker", { note: row.publicReply ?? "" }]);
  }
  if (row.closeReason === null)
    found.push(["case.voided", row.voidedAt, "desk", { validity: row.validity, note: "核实后不再办理。" }]);
  else found.push(["case.closed", row.closedAt, "desk", { reason: row.closeReason, note: "" }]);
  if (whole) found.push(...callsOf(told, row));

  const actors = cast(told);
  return found.flatMap(([action, at, by, detail]) =>
    at === null
      ? []
      : [{ id: idAt(random, at), row, action, account: actors[by].account, role: actors[by].grant.role, at, detail }],
  );
}

function callsOf({ life }: Case, { callbackTries, callbackOutcome, callbackReason, calledBackAt }: Row): Found[] {
  const outcome = { outcome: callbackOutcome, why: callbackReason ?? "", note: "" };
  const triedAt = callbackTries > 0 ? (life.callback?.triedAt ?? null) : null;
  return [
    ["case.not-reached", triedAt, "desk", { note: "" }],
    ["case.called-back", calledBackAt, "desk", outcome],
  ];
}

export type Actor = { account: Account; grant: Grant };
type Actors = { desk: Actor; finder: Actor; worker: Actor };
export type Cast = (told: Case) => Actors;

/** Who acts: of the accounts of the demo those nearest to the case, else the operator. */
export function castFrom(accounts: Account[]): Cast {
  const actors = accounts.flatMap((account) => account.grants.map((grant) => ({ account, grant })));
  const [operator] = actors;
  if (!operator) throw new Error("nobody acts");
  const over = (area: Area, role: string) =>
    actors.findLast(
      ({ account, grant }) =>
        grant.role === role &&
        account.grants.length === 1 &&
        !isAdmin(role) &&
        area.pos >= grant.area.pos &&
        area.pos <= grant.area.last,
    );
  const known = new Map<string, Actors>();
  return ({ area, community, life }) => {
    const unit = life.tasks.at(-1)?.unit ?? null;
    const key = `${area.id}/${unit?.id}`;
    const desk = over(area, "staff") ?? over(community.street.area, "official") ?? operator;
    const kept = known.get(key) ?? {
      desk,
      finder: over(area, "officer") ?? desk,
      worker: actors.find(({ grant }) => grant.unit !== null && grant.unit === unit) ?? desk,
    };
    known.set(key, kept);
    return kept;
  };
}

const isAdmin = (role: string) => adminRoles.some((admin) => admin === role);
