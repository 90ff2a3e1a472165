import { type Actor, can, type Role } from "../../access/model";
import type { CaseFilter } from "../filter";
import type { Asked } from "../follow-up/queries";
import type { Move } from "../model";

type Clock =
  | "contactDueAt"
  | "dispatchDueAt"
  | "signDueAt"
  | "closeDueAt"
  | "callbackDueAt"
  | "decisionDueAt"
  | "answerDueAt";
type Filter = Partial<Pick<CaseFilter, "queue" | "state">>;
type Part = {
  /** The list behind the number. */
  filter: Filter;
  /** What is due next. */
  clock: Clock;
  /** The step that is taken next, where it is the case that waits. */
  move: Move | null;
};

/** What may wait for somebody in the course of a day. */
export const dayParts = {
  asked: { filter: { queue: "asked" }, clock: "decisionDueAt", move: null },
  urged: { filter: { queue: "urged" }, clock: "answerDueAt", move: null },
  contact: { filter: { queue: "to-contact" }, clock: "contactDueAt", move: "contact" },
  dispatch: { filter: { queue: "to-dispatch" }, clock: "dispatchDueAt", move: "dispatch" },
  sign: { filter: { state: "dispatched" }, clock: "signDueAt", move: "sign" },
  serve: { filter: { state: "signed" }, clock: "closeDueAt", move: "resolve" },
  check: { filter: { queue: "to-close" }, clock: "closeDueAt", move: "close" },
  "call-back": { filter: { queue: "call-back" }, clock: "callbackDueAt", move: "call-back" },
} as const satisfies Record<string, Part>;
export type DayPart = keyof typeof dayParts;

/** The list behind a part: nobody is called whom a draw has not picked, where not all are. */
export function filterOf(key: DayPart, asked: Asked): Filter {
  return key === "call-back" ? { queue: asked } : dayParts[key].filter;
}

/** What a day is made of, by role: what is new first, then what goes on, then what follows. */
const days: Partial<Record<Role, readonly DayPart[]>> = {
  leader: ["urged", "asked"],
  official: ["asked", "urged", "dispatch", "contact", "check", "call-back", "sign", "serve"],
  staff: ["dispatch", "contact", "asked", "urged", "check", "call-back", "sign", "serve"],
  officer: ["contact", "dispatch", "sign", "serve"],
  handler: ["sign", "urged", "contact", "serve"],
};

export function dayOf(role: Role): readonly DayPart[] {
  return days[role] ?? [];
}

/** Parts in which the case lies with a unit. */
const withUnits: readonly DayPart[] = ["sign", "serve"];

/** The step that is next for somebody; who may press takes none in place of the unit, but presses once it is late. */
export function nextOf(actor: Pick<Actor, "role">, key: DayPart): Move | "urge" | null {
  return withUnits.includes(key) && can(actor, "case.urge") ? "urge" : dayParts[key].move;
}
