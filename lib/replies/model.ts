import type { Move } from "../cases/model";
import { withoutMobiles } from "../concealed";
import type { Locale } from "../format";

/** Steps whose answer the resident reads. */
export const replyMoves = ["close", "decline", "merge"] as const satisfies Move[];
export type ReplyMove = (typeof replyMoves)[number];

/** What a text may leave to be filled in from the case, by the name it goes by in each language; any of them will do. */
export const placeholders = {
  number: { "zh-CN": "编号", "zh-Hant": "編號", en: "number" },
  title: { "zh-CN": "事由", "zh-Hant": "事由", en: "title" },
  category: { "zh-CN": "类别", "zh-Hant": "類別", en: "category" },
  area: { "zh-CN": "区域", "zh-Hant": "區域", en: "area" },
  place: { "zh-CN": "地点", "zh-Hant": "地點", en: "place" },
  unit: { "zh-CN": "单位", "zh-Hant": "單位", en: "unit" },
  date: { "zh-CN": "今天", "zh-Hant": "今天", en: "date" },
  due: { "zh-CN": "时限", "zh-Hant": "時限", en: "due" },
} as const satisfies Record<string, Record<Locale, string>>;
export type Placeholder = keyof typeof placeholders;
/** Null where a case has no such thing. */
export type ReplyValues = Record<Placeholder, string | null>;

export type Filled = { text: string; unknown: string[]; empty: string[] };

// Object.keys forgets the names of its keys; they are those of the table.
const keys = Object.keys(placeholders) as Placeholder[];
const named = new Map<string, Placeholder>(
  keys.flatMap((key) => Object.values(placeholders[key]).map((name): [string, Placeholder] => [name, key])),
);
const mark = /\{([^{}\n]*)\}/g;

/** The text as the resident reads it; what cannot be filled in stays as it is, and is named. */
export function fillIn(text: string, values: ReplyValues): Filled {
  const unknown = new Set<string>();
  const empty = new Set<string>();
  const filled = text.replace(mark, (whole, name: string) => {
    const meant = named.get(name);
    if (!meant) unknown.add(whole);
    else if (values[meant] === null) empty.add(whole);
    else return values[meant];
    return whole;
  });
  return { text: filled, unknown: [...unknown], empty: [...empty] };
}

/** An answer that is still being written, as the resident will read it once it is sent. */
export function asRead(written: string, values: ReplyValues): Filled {
  return fillIn(withoutMobiles(written.trim()), values);
}

export function hasUnknown(text: string): boolean {
  return [...text.matchAll(mark)].some(([, name = ""]) => !named.has(name));
}

/** 2026年11月23日 of a day written YYYY-MM-DD, as a letter has it. */
export function dayInLetter(day: string): string {
  const [year, month, date] = day.split("-").map(Number);
  return `${year}年${month}月${date}日`;
}
