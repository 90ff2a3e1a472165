import type { Given } from "./input";

/** What somebody has answered so far, kept in the own browser alone: a second scan of the code goes on from there. */
export type Draft = Given & { area: string | null };

export const draftCookie = "answer";
export const draftDays = 30;
export const noDraft: Draft = { marks: {}, words: {}, area: null };

/** What a browser keeps of one address; a draft that is longer is kept without the words. */
const longest = 3800;

/** The one page that a draft is sent to. */
export const draftPath = (code: string): string => `/answer/${code}`;

export function writeDraft(draft: Draft): string {
  const written = packed(draft);
  return written.length <= longest ? written : packed({ ...draft, words: {} });
}

/** What was kept, as far as it can be read. */
export function readDraft(written: string | undefined): Draft {
  if (!written) return noDraft;
  try {
    const { m, w, a }: { m: unknown; w: unknown; a: unknown } = JSON.parse(unpacked(written));
    return {
      marks: entriesOf(m, (value): value is number => typeof value === "number"),
      words: entriesOf(w, (value): value is string => typeof value === "string"),
      area: typeof a === "string" ? a : null,
    };
  } catch {
    return noDraft;
  }
}

export const isBegun = ({ marks, words }: Draft): boolean => Object.keys({ ...marks, ...words }).length > 0;

function entriesOf<T>(given: unknown, isOne: (value: unknown) => value is T): Record<string, T> {
  const entries = typeof given === "object" && given !== null ? Object.entries(given) : [];
  return Object.fromEntries(entries.flatMap(([key, value]) => (isOne(value) ? [[key, value]] : [])));
}

function packed({ marks, words, area }: Draft): string {
  const bytes = new TextEncoder().encode(JSON.stringify({ m: marks, w: words, a: area }));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}

function unpacked(written: string): string {
  const bytes = atob(written.replaceAll("-", "+").replaceAll("_", "/"));
  return new TextDecoder().decode(Uint8Array.from(bytes, (letter) => letter.charCodeAt(0)));
}
