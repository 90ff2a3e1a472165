import { locales } from "../../format";
import type { AskedItem, Condition, Labels } from "../items";
import type { Sense } from "../model";

/** An item with all that stands of it; its place is that in the list. */
export type DraftItem = AskedItem & {
  sense: Sense | null;
  reversed: boolean;
  topFrom: number;
  scored: boolean;
  weight: number;
};

export const codePattern = /^[A-Z][A-Z0-9]{0,7}(\.[A-Za-z0-9]{1,10})?$/;
export const mostItems = 60;

export type Problem = { code: string; reason: "empty" | keyof typeof flaws };

/** What keeps a draft from being published; `before` are the items that earlier versions published. */
export function problemsOf(items: readonly DraftItem[], before: readonly DraftItem[]): Problem[] {
  if (items.length === 0) return [{ code: "", reason: "empty" }];
  return items.flatMap((item, at) =>
    reasonsOf(item, { earlier: items.slice(0, at), before }).map((reason) => ({ code: item.code, reason })),
  );
}

type Beside = { earlier: readonly DraftItem[]; before: readonly DraftItem[] };
type Flaw = (item: DraftItem, beside: Beside) => boolean;

const flaws = {
  twice: ({ code }, { earlier }) => earlier.some((other) => other.code === code),
  words: ({ labels, options }) => ![labels, ...options].every(isComplete),
  fewOptions: ({ kind, options }) => kind === "choice" && options.length < 2,
  options: ({ kind, options, low, high }) =>
    kind === "scale" && options.length > 0 && options.length !== high - low + 1,
  scored: ({ kind, scored, sense }) => scored && (kind !== "scale" || sense === null),
  rule: ({ shownIf }, { earlier }) => shownIf !== null && !earlier.some((other) => isAskable(other, shownIf)),
  ruleMarks: ({ shownIf }, { earlier }) =>
    shownIf !== null && earlier.some((other) => isAskable(other, shownIf) && !canBeMet(shownIf, other)),
  changed: (item, { before }) => isChanged(item, before),
} satisfies Record<string, Flaw>;

const mostGroups = 8;
const tellsWho = /姓名|门牌|楼栋|[几哪]栋|[几哪]幢|单元|网格|\bname\b|\bdoor\b|\bbuilding\b|\bgrid\b/i;

/** The items by which results may be told apart: a few options, put to everybody, and no address and no name. */
export function groupableOf(items: readonly DraftItem[]): DraftItem[] {
  return items.filter(
    ({ kind, shownIf, options, labels }) =>
      kind === "choice" &&
      shownIf === null &&
      options.length >= 2 &&
      options.length <= mostGroups &&
      ![labels, ...options].some((texts) => Object.values(texts).some((text) => tellsWho.test(text))),
  );
}

function reasonsOf(item: DraftItem, beside: Beside): Problem["reason"][] {
  // The keys of `flaws` are reasons.
  return (Object.entries(flaws) as [keyof typeof flaws, Flaw][])
    .filter(([, isThere]) => isThere(item, beside))
    .map(([reason]) => reason);
}

/** The item that a rule asks about, if it takes marks. */
const isAskable = ({ code, kind }: DraftItem, { item }: Condition) => code === item && kind !== "text";

const isComplete = (labels: Labels) => locales.every((language) => (labels[language] ?? "").trim() !== "");

/** Some of its marks can be given, and not all of them: a rule that always or never holds is none. */
function canBeMet({ marks }: Condition, { low, high }: DraftItem): boolean {
  const given = new Set(marks);
  return given.size > 0 && given.size < high - low + 1 && marks.every((mark) => mark >= low && mark <= high);
}

/** Whether an item that was published under its code says something else now. Then it is another item. */
export function isChanged(item: DraftItem, before: readonly DraftItem[]): boolean {
  return before.some((other) => other.code === item.code && saidOf(other) !== saidOf(item));
}

/** Everything that makes an answer to it comparable; its place, and what it weighs beside others, do not. */
function saidOf({ kind, sense, low, high, reversed, topFrom, labels, options, shownIf }: DraftItem): string {
  const sorted = (labels: Labels) => Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1));
  const rule = shownIf ? [shownIf.item, [...shownIf.marks].sort()] : null;
  return JSON.stringify([kind, sense, low, high, reversed, topFrom, sorted(labels), options.map(sorted), rule]);
}

/** A code like the given one that is not taken: G1, G1.2, G1.3 … */
export function freeCode(code: string, taken: readonly string[]): string {
  const [stem = code] = code.split(".");
  for (let turn = 2; ; turn += 1) if (!taken.includes(`${stem}.${turn}`)) return `${stem}.${turn}`;
}

/** The share of each item in the index of its sense, if all of them are answered. */
export function sharesOf(items: readonly DraftItem[]): Map<string, number> {
  const total = (sense: Sense | null) =>
    items.filter((item) => item.scored && item.sense === sense).reduce((sum, { weight }) => sum + weight, 0);
  return new Map(items.filter(({ scored }) => scored).map(({ code, sense, weight }) => [code, weight / total(sense)]));
}
