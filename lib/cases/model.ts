export const stages = ["listen", "connect", "serve", "follow-up", "done"] as const;
export type Stage = (typeof stages)[number];

export const states = ["registered", "dispatched", "signed", "resolved", "closed", "called_back"] as const;
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

export const requestTypes = ["question", "help", "complaint", "report", "suggestion", "thanks", "other"] as const;
export type RequestType = (typeof requestTypes)[number];

export const validities = ["valid", "duplicate", "invalid", "out_of_scope", "withdrawn"] as const;
export type Validity = (typeof validities)[number];

export const closeReasons = ["solved", "explained", "not_ours", "withdrawn", "duplicate"] as const;
export type CloseReason = (typeof closeReasons)[number];

export const callbackOutcomes = ["reached", "unreachable", "declined"] as const;
export type CallbackOutcome = (typeof callbackOutcomes)[number];

export const solvedAnswers = ["yes", "partly", "no"] as const;
export type SolvedAnswer = (typeof solvedAnswers)[number];

/** 非常满意 5 · 满意 4 · 基本满意 3 · 不满意 2 · 非常不满意 1 */
export const satisfactions = [5, 4, 3, 2, 1] as const;

export const moves = {
  contact: { from: ["registered", "dispatched", "signed"], to: null, stage: null },
  dispatch: { from: ["registered"], to: "dispatched", stage: "connect" },
  sign: { from: ["dispatched"], to: "signed", stage: "serve" },
  resolve: { from: ["signed"], to: "resolved", stage: "follow-up" },
  close: { from: ["registered", "resolved"], to: "closed", stage: "follow-up" },
  "call-back": { from: ["closed"], to: "called_back", stage: "done" },
  void: { from: ["registered", "dispatched", "signed", "resolved"], to: "closed", stage: "done" },
} as const satisfies Record<string, { from: CaseState[]; to: CaseState | null; stage: Stage | null }>;

export type Move = keyof typeof moves;

export function mayMove(state: CaseState, move: Move): boolean {
  const from: readonly CaseState[] = moves[move].from;
  return from.includes(state);
}

export function nextMoves(state: CaseState): Move[] {
  return moveNames.filter((move) => mayMove(state, move));
}

const moveNames: Move[] = ["contact", "dispatch", "sign", "resolve", "close", "call-back", "void"];
