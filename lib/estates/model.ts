import { type UnitKind, unitKinds } from "../areas/model";

/** The triangle of an estate: the residents' committee, the owners' committee, the property company. */
export const partyRoles = ["residents", "owners", "property"] as const;
export type PartyRole = (typeof partyRoles)[number];

/** What kind of unit may stand in which corner. */
export const unitKindOf = {
  residents: "community",
  owners: "owners",
  property: "property",
} as const satisfies Record<PartyRole, UnitKind>;

/** Requests of this group are in the ledger of their estate, unless one is kept out; others when they are put in. */
export const propertyGroup = "06";

export const ledgerStates = ["open", "late", "closed", "all"] as const;
export type LedgerState = (typeof ledgerStates)[number];

/** Of a task: open, late, kept (done by its day), done late. */
export const taskStates = ["open", "late", "kept", "done-late"] as const;
export type TaskState = (typeof taskStates)[number];

/** Ways to look at promises: fallen due or done before; done by the day; not done; not done and late. */
export const promiseStates = ["due", "kept", "open", "late"] as const;
export type PromiseState = (typeof promiseStates)[number];

export function taskState({ dueOn, doneOn }: { dueOn: string; doneOn: string | null }, today: string): TaskState {
  if (doneOn === null) return dueOn < today ? "late" : "open";
  return doneOn <= dueOn ? "kept" : "done-late";
}

/** A company stands in its corner, a committee in its own; who has the kind of no corner is no party. */
export function roleOfKind(kind: string): PartyRole | null {
  return partyRoles.find((role) => unitKindOf[role] === kind) ?? null;
}

export const partyKinds = unitKinds.filter((kind) => roleOfKind(kind) !== null);
