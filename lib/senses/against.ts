import type { RoundRow } from "./queries";

export type Against = {
  /** Rounds, last first, from the one that is looked at. */
  known: RoundRow[];
  /** An earlier round chosen to compare with; null compares with the one just before. */
  against: RoundRow | null;
};

/** The earlier rounds that put some of the same questions in the same way, but for the one just before. */
export function comparableRounds(round: RoundRow, known: RoundRow[]): RoundRow[] {
  const before = roundBefore(round, known);
  return known.filter(
    (past) =>
      past.id !== round.id &&
      past.id !== before?.id &&
      past.instrumentKey === round.instrumentKey &&
      past.mode === round.mode &&
      past.asked.some((code) => round.asked.includes(code)),
  );
}

/** The round to compare with, if it may be: the chosen one, else the one just before; of the latter one further back is not taken instead. */
export function pastOf(
  round: RoundRow,
  { known, against }: Against,
  isAlike: (past: RoundRow) => boolean,
): RoundRow | undefined {
  const past = against ?? roundBefore(round, known);
  return past && isAlike(past) ? past : undefined;
}

const roundBefore = (round: RoundRow, known: RoundRow[]) =>
  known.find(({ id, made }) => id !== round.id && Object.keys(made).length > 0);
