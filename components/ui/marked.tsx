/** A text with the words that were looked for marked in it. */
export function Marked({ text, terms }: { text: string; terms: readonly string[] }) {
  if (terms.length === 0) return text;
  let at = 0;
  return split(text, terms).map((part, i) => {
    const key = at;
    at += part.length;
    return i % 2 === 1 ? (
      <mark key={key} className="bg-transparent text-accent underline decoration-2 underline-offset-4">
        {part}
      </mark>
    ) : (
      part
    );
  });
}

/** The part of a long text around the first of the words; null where it has none of them. */
export function excerptOf(text: string, terms: readonly string[], length = 48): string | null {
  const found = split(text, terms);
  const [before = "", hit] = found;
  if (hit === undefined) return null;
  const start = Math.max(0, before.length - length / 4);
  const part = text.slice(start, start + length);
  return `${start > 0 ? "…" : ""}${part}${start + length < text.length ? "…" : ""}`;
}

/** What stands between the words, and at every odd place a word. */
function split(text: string, terms: readonly string[]): string[] {
  const longestFirst = [...terms].sort((a, b) => b.length - a.length);
  const any = longestFirst.map((term) => term.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&")).join("|");
  return text.split(new RegExp(`(${any})`, "giu"));
}
