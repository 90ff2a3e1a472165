export const whistleOutcomes = ["done", "cannot"] as const;

export const whistleEnds = ["withdrawn", "closed", "transferred"] as const;

export type WhistleStanding = { answeredAt: Date | null; endedAt: Date | null };

export function isOpenWhistle({ answeredAt, endedAt }: WhistleStanding): boolean {
  return answeredAt === null && endedAt === null;
}

/** What a call counts as; each is a number of a unit and the list behind it. */
export const whistleParts = [
  "called",
  "arrived",
  "arrival-due",
  "answered",
  "answer-due",
  "late",
  "open",
  "withdrawn",
] as const;
export type WhistlePart = (typeof whistleParts)[number];
