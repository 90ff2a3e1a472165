export const senses = ["gain", "happiness", "security"] as const;
export type Sense = (typeof senses)[number];

/** Asked of a drawn sample, open to whoever came, or read from a file of another survey. */
export const roundModes = ["drawn", "open", "imported"] as const;

/** The ways to ask that are chosen when a round is opened here. */
export const openableModes = ["drawn", "open"] as const satisfies (typeof roundModes)[number][];

export type RoundMode = (typeof roundModes)[number];

/** How an improvement ends: it was done, or it cannot be. */
export const improvementOutcomes = ["done", "cannot"] as const;
export type ImprovementOutcome = (typeof improvementOutcomes)[number];

type RoundDates = { opensOn: string; closesOn: string; closedAt: Date | null; publishedAt: Date | null };
export type RoundState = "planned" | "open" | "due" | "closed" | "published";

/** Where a round stands on a day. `due`: its last day is over and it takes no answer, but nobody has closed it. */
export function roundState({ opensOn, closesOn, closedAt, publishedAt }: RoundDates, today: string): RoundState {
  if (publishedAt) return "published";
  if (closedAt) return "closed";
  if (today < opensOn) return "planned";
  return today > closesOn ? "due" : "open";
}

/** Fewer answers than this are not told of a published round: the limit it was published under, or that of today if it is stricter. */
export const thresholdOf = (round: { threshold: number | null }, today: number): number =>
  Math.max(round.threshold ?? 0, today);

/** How many chose the upper answers; of a share that is bounded only that it is at least, or at most, what is told. */
export type TopBox = {
  numerator: number;
  denominator: number;
  share: number;
  bound: "least" | "most" | null;
  interval: [number, number];
};

/** Fewer answers than this are told as an interval only: no rank, no colour. */
export const firmAnswers = 30;

export const defaultInstrument = { key: "three-senses", version: 1, name: "三感测评" } as const;

/** A result is kept under the name of its sense, or under this with the code of its item. */
export const itemKey = (code: string): string => `item.${code}`;

/** A sense of those who chose an option of a question; 0 are those who did not answer it. */
export const groupKey = (sense: Sense, code: string, option: number): string => `${sense}@${code}=${option}`;
