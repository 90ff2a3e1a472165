import type { Move } from "../cases/model";

/** Steps whose answer the resident reads. */
export const replyMoves = ["close", "decline", "merge"] as const satisfies Move[];
export type ReplyMove = (typeof replyMoves)[number];

/** What a text may leave to be filled in from the case. */
export const placeholders = ["number", "title", "category", "area", "place", "unit", "date", "due"] as const;
export type Placeholder = (typeof placeholders)[number];
/** Null where a case has no such thing. */
export type ReplyValues = Record<Placeholder, string | null>;

export type Filled = { text: string; unknown: string[]; empty: string[] };

const mark = /\{([^{}\n]*)\}/g;

/** The text as the resident reads it; what cannot be filled in stays as it is, and is named. */
export function fillIn(text: string, values: ReplyValues): Filled {
  const unknown = new Set<string>();
  const empty = new Set<string>();
  const filled = text.replace(mark, (whole, name: string) => {
    if (!isPlaceholder(name)) unknown.add(whole);
    else if (values[name] === null) empty.add(whole);
    else return values[name];
    return whole;
  });
  return { text: filled, unknown: [...unknown], empty: [...empty] };
}

export function hasUnknown(text: string): boolean {
  return [...text.matchAll(mark)].some(([, name = ""]) => !isPlaceholder(name));
}

/** 2026年11月23日 of a day written YYYY-MM-DD, as a letter has it. */
export function dayInLetter(day: string): string {
  const [year, month, date] = day.split("-").map(Number);
  return `${year}年${month}月${date}日`;
}

function isPlaceholder(name: string): name is Placeholder {
  return placeholders.some((known) => known === name);
}
