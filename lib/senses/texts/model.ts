/** Where an answer in words stands: nobody has looked at it, everybody may read it, or it is gone. */
export const textStates = ["waiting", "approved", "rejected"] as const;
export type TextState = (typeof textStates)[number];

/** Why words are not published: they tell who somebody is, they insult, or they say nothing. */
export const rejectReasons = ["person", "insult", "nothing"] as const;
export type RejectReason = (typeof rejectReasons)[number];

/** Decisions on single texts, of which a round has hundreds. */
export const textActions = ["round.textApproved", "round.textRejected"] as const;

/** What may stand where something was taken out. */
export const omissions = "某×…";

/** Whether words are what was said with something taken out, and nothing put in but marks of it. */
export function isTakenFrom(words: string, said: string): boolean {
  const kept = [...words].filter((letter) => !omissions.includes(letter));
  let at = 0;
  const letters = [...said];
  for (const letter of kept) {
    at = letters.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return kept.some((letter) => letter.trim() !== "");
}
