/** Answered by a mark on a scale, by one of several options, or in words. */
export const itemKinds = ["scale", "choice", "text"] as const;
export type ItemKind = (typeof itemKinds)[number];

/** A text by language. */
export type Labels = Record<string, string>;

/** Given one of these marks, an item that comes before. */
export type Condition = { item: string; marks: number[] };

export type Marks = Record<string, number>;

/** What decides whether an item is put to somebody. */
export type Asking = { code: string; shownIf: Condition | null };

/** What whoever is asked sees of an item. */
export type AskedItem = Asking & { kind: ItemKind; low: number; high: number; labels: Labels; options: Labels[] };

/** Letters that an answer in words may have. */
export const mostWords = 200;

/** Whether an item is asked of who gave these marks, among which are none that were not asked. */
export function isAsked({ shownIf }: Pick<Asking, "shownIf">, marks: Marks): boolean {
  if (shownIf === null) return true;
  const mark = marks[shownIf.item];
  return mark !== undefined && shownIf.marks.includes(mark);
}

/** The codes of the items that are asked of who gave these marks, in the order they are asked. The database decides the same way. */
export function askedCodes(items: readonly Asking[], marks: Marks): string[] {
  const kept: Marks = {};
  const asked: string[] = [];
  for (const item of items) {
    if (!isAsked(item, kept)) continue;
    asked.push(item.code);
    const mark = marks[item.code];
    if (mark !== undefined) kept[item.code] = mark;
  }
  return asked;
}

/** The place of the item that is asked next after one place, or before it; null where there is none. */
export function askedBeside(items: readonly Asking[], at: number, step: 1 | -1, marks: Marks): number | null {
  const asked = new Set(askedCodes(items, marks));
  for (let place = at + step; place >= 0 && place < items.length; place += step)
    if (asked.has(items[place]?.code ?? "")) return place;
  return null;
}

/** A text in the language of the reader, or in the one it was written in. */
export function inLanguage(labels: Labels, locale: string): string | undefined {
  return labels[locale] ?? labels["zh-CN"] ?? labels.en ?? Object.values(labels)[0];
}
