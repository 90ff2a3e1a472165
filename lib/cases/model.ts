import type { Permission } from "../access/model";

export const stages = ["listen", "connect", "serve", "follow-up", "done"] as const;
export type Stage = (typeof stages)[number];

export const states = [
  "registered",
  "accepted",
  "dispatched",
  "signed",
  "resolved",
  "checked",
  "closed",
  "called_back",
] as const;
export type CaseState = (typeof states)[number];

export const channels = [
  "phone",
  "hotline",
  "visit",
  "officer",
  "station",
  "web",
  "open311",
  "partner",
  "order",
  "other",
] as const;
export type Channel = (typeof channels)[number];

/** Found by going out to people, not by waiting for them (主动率). */
export const foundFirst = ["visit", "officer"] as const satisfies Channel[];

/** Channels whose requests come with a number of whoever sent them. */
const ordering = ["hotline", "order"] as const satisfies Channel[];

export function hasOrders(channel: Channel): boolean {
  return ordering.some((known) => known === channel);
}

export const requestTypes = ["question", "help", "complaint", "report", "suggestion", "thanks", "other"] as const;
export type RequestType = (typeof requestTypes)[number];

export const voidings = ["duplicate", "invalid", "out_of_scope", "withdrawn"] as const;
export const validities = ["valid", ...voidings] as const;
export type Validity = (typeof validities)[number];

export const closeReasons = ["solved", "explained", "not_ours", "withdrawn", "duplicate"] as const;
export type CloseReason = (typeof closeReasons)[number];

export const callbackOutcomes = ["reached", "unreachable", "declined"] as const;
export type CallbackOutcome = (typeof callbackOutcomes)[number];

export const solvedAnswers = ["yes", "partly", "no"] as const;
export type SolvedAnswer = (typeof solvedAnswers)[number];

/** 非常满意 5 · 满意 4 · 基本满意 3 · 不满意 2 · 非常不满意 1 */
export const satisfactions = [5, 4, 3, 2, 1] as const;

/** What was closed for these reasons is asked about: also what was only explained, or choosing the reason would choose who is asked. */
export const askedAfter = ["solved", "explained"] as const satisfies CloseReason[];

/** Why somebody is not satisfied, by the words of who was asked. */
export const callbackReasons = ["slow", "result", "again", "unheard", "unclear", "manner", "beyond", "other"] as const;
export type CallbackReason = (typeof callbackReasons)[number];

/** Closing for these reasons takes a case out of the rates; the share taken out is itself shown. */
export const validityAfter: Partial<Record<CloseReason, Validity>> = {
  not_ours: "out_of_scope",
  withdrawn: "withdrawn",
  duplicate: "duplicate",
};

/** Reasons for which a request is not taken on: it leaves the rates, and the person is told. */
export const declineReasons = ["not_ours", "withdrawn", "duplicate"] as const satisfies CloseReason[];

/** Moves by which one person takes a case out of the rates, whatever the reason. */
const leaving: readonly Move[] = ["decline", "merge"];
type Reckoned = { validity: Validity; closeDueAt: Date | null; deferredAt: Date | null };

export function isLate({ validity, closeDueAt, deferredAt }: Reckoned, now: Date): boolean {
  return validity === "valid" && closeDueAt !== null && (deferredAt ?? now) > closeDueAt;
}

/** What is late leaves the rates by consent of another only (`void`), or whoever let it become late could make it vanish. */
export function leavesByConsent(
  standing: Reckoned,
  move: Move,
  { now, reason }: { now: Date; reason?: CloseReason },
): boolean {
  const leaves = leaving.includes(move) || (reason !== undefined && validityAfter[reason] !== undefined);
  return leaves && isLate(standing, now);
}

const unserved = ["registered", "accepted"] as const satisfies CaseState[];
const unresolved = [...unserved, "dispatched", "signed"] as const satisfies CaseState[];
const unclosed = [...unresolved, "resolved", "checked"] as const satisfies CaseState[];
const closed = ["closed", "called_back"] as const satisfies CaseState[];

/** Every move there is: from which states, to which (none: it stays), and the stage it leads into. */
export const moves = {
  contact: { from: unresolved, to: [], stage: null },
  accept: { from: ["registered"], to: ["accepted"], stage: "connect" },
  decline: { from: ["registered"], to: ["closed"], stage: "done" },
  dispatch: { from: unserved, to: ["dispatched"], stage: "connect" },
  return: { from: ["dispatched", "signed"], to: unserved, stage: "connect" },
  sign: { from: ["dispatched"], to: ["signed"], stage: "serve" },
  resolve: { from: ["signed"], to: ["resolved"], stage: "follow-up" },
  check: { from: ["resolved"], to: ["checked"], stage: "follow-up" },
  rework: { from: ["resolved"], to: ["signed"], stage: "serve" },
  close: { from: [...unserved, "resolved", "checked"], to: ["closed"], stage: "follow-up" },
  "call-back": { from: ["closed"], to: ["called_back"], stage: "done" },
  reopen: { from: closed, to: [...unserved, "dispatched"], stage: "connect" },
  extend: { from: unresolved, to: [], stage: null },
  defer: { from: ["dispatched", "signed"], to: [], stage: null },
  resume: { from: unclosed, to: [], stage: null },
  transfer: { from: unresolved, to: unserved, stage: "listen" },
  link: { from: [...unclosed, ...closed], to: [], stage: null },
  merge: { from: unclosed, to: ["closed"], stage: "done" },
  split: { from: unresolved, to: [], stage: null },
  whistle: { from: ["dispatched", "signed"], to: [], stage: null },
  "stand-down": { from: unclosed, to: [], stage: null },
  recategorise: { from: unclosed, to: [], stage: null },
  void: { from: unclosed, to: ["closed"], stage: "done" },
} as const satisfies Record<string, { from: readonly CaseState[]; to: readonly CaseState[]; stage: Stage | null }>;

export type Move = keyof typeof moves;

type Leading = { leadUnitId: string | null; unitId: string | null };

/**
 * 首接负责: who received a request leads it until another accepts. A unit leads from its signing on; null is the office
 * of the area that received it, which accepts a return by granting it and a transfer by taking it over.
 */
export function leadAfter(move: Move, { leadUnitId, unitId }: Leading): string | null {
  if (move === "sign") return unitId;
  return givenBack.includes(move) ? null : leadUnitId;
}

const givenBack: readonly Move[] = ["return", "transfer"];

/** Steps that who took them may take back at once: the state they led to, and the traces of both. */
export const takenBack = {
  accept: { state: "accepted", did: "case.accepted", undone: "case.unaccepted", permission: "case.accept" },
  dispatch: { state: "dispatched", did: "case.dispatched", undone: "case.recalled", permission: "case.dispatch" },
  close: { state: "closed", did: "case.closed", undone: "case.unclosed", permission: "case.close" },
} as const satisfies Partial<Record<Move, { state: CaseState; did: string; undone: string; permission: Permission }>>;
export type TakenBack = keyof typeof takenBack;

const minutesToTakeBack = 30;
type Trace = { action: string; accountId: string; at: Date };

/** The step somebody may take back now: the last that was taken, the own one, a moment ago. */
export function stepToTakeBack(
  state: CaseState,
  last: Trace | undefined,
  { accountId, now }: { accountId: string; now: Date },
): TakenBack | null {
  const isOwn = last?.accountId === accountId && now.getTime() - last.at.getTime() <= minutesToTakeBack * 60_000;
  if (!isOwn) return null;
  return takenBackNames.find((step) => takenBack[step].state === state && takenBack[step].did === last.action) ?? null;
}

/** Moves that one person asks for with a reason and another grants. */
export const requestKinds = ["return", "extend", "defer", "reopen", "transfer", "void"] as const satisfies Move[];
export type RequestKind = (typeof requestKinds)[number];

export const linkKinds = ["related", "duplicate-of", "duplicated-by", "split-from", "split-into"] as const;
export type LinkKind = (typeof linkKinds)[number];

/** What became of a case apart from it, or ended in it, is told with it. */
const within: readonly LinkKind[] = ["split-into", "duplicated-by"];
export const isWithin = ({ kind }: { kind: LinkKind }) => within.includes(kind);

export const requestOutcomes = ["granted", "refused", "lapsed"] as const;

export const askPermission: Record<RequestKind, Permission> = {
  return: "case.return",
  extend: "case.ask-time",
  defer: "case.ask-time",
  reopen: "case.reopen",
  transfer: "case.transfer",
  void: "case.void",
};
/** More time, and leaving the rates, is granted by those whose own rate it does not flatter. */
export const decidePermission: Record<RequestKind, Permission> = {
  return: "case.decide",
  extend: "case.grant-time",
  defer: "case.grant-time",
  reopen: "case.decide",
  transfer: "case.receive",
  void: "case.grant-void",
};

export function mayMove(state: CaseState, move: Move): boolean {
  const from: readonly CaseState[] = moves[move].from;
  return from.includes(state);
}

export function nextMoves(state: CaseState): Move[] {
  return moveNames.filter((move) => mayMove(state, move));
}

export type Standing = { state: CaseState; contactedAt: Date | null; deferredAt: Date | null };
export type Rules = { acceptFirst: boolean; checkFirst: boolean };
export const anyOrder: Rules = { acceptFirst: false, checkFirst: false };

/** The message that says why a case does not allow a move now, or null where it does. */
export function hindranceOf({ state, contactedAt, deferredAt }: Standing, move: Move, rules: Rules): string | null {
  if (!mayMove(state, move)) return "case.state";
  if (move === "resume" && !deferredAt) return "case.state";
  if (deferredAt && mayMove(state, "resume") && !whileDeferred.includes(move)) return "case.deferredNow";
  if (move === "contact" && contactedAt) return "case.contacted";
  if (rules.acceptFirst && state === "registered" && (move === "dispatch" || move === "close"))
    return "case.acceptFirst";
  if (rules.checkFirst && state === "resolved" && move === "close") return "case.checkFirst";
  return null;
}

const whileDeferred: Move[] = ["contact", "resume", "link", "merge", "stand-down", "void"];

/** More time is asked for before the time is over. */
export function mayAskForTime({ closeDueAt }: { closeDueAt: Date | null }, now: Date): boolean {
  return closeDueAt !== null && now <= closeDueAt;
}

export const timeKinds = ["extend", "defer"] as const satisfies RequestKind[];

export function isTimeKind(kind: string): boolean {
  return timeKinds.some((known) => known === kind);
}

export function isRequest(move: Move): move is RequestKind {
  return requestKinds.some((kind) => kind === move);
}

/** What a person who was reached says may open a request to take the case up again. */
export function isUnhappy(answer: { solved?: SolvedAnswer | undefined; satisfaction?: number | undefined }): boolean {
  return answer.solved === "no" || (answer.satisfaction ?? 5) <= 2;
}

// Object.keys forgets the names of its keys; they are those of the tables.
const moveNames = Object.keys(moves) as Move[];
const takenBackNames = Object.keys(takenBack) as TakenBack[];
