import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { instruments } from "../../../db/schema/instruments";
import { authorize } from "../../access/guard";
import type { Context } from "../../context";
import { Refusal } from "../../errors";
import { record } from "../../events/record";
import type { Labels } from "../items";
import { pickedOf } from "./bank";
import type { AddFromBankInput, GroupInput, ItemOfInput, MoveItemInput, RenameInput, SaveItemInput } from "./input";
import { type DraftItem, freeCode, groupableOf, isChanged, mostItems, problemsOf } from "./model";
import { getDraft, itemsBefore } from "./queries";

/** Gives the questionnaire another name from this version on. */
export async function renameDraft(ctx: Context, { id, name }: RenameInput): Promise<void> {
  const draft = await heldDraft(ctx, id);
  await write(ctx, draft, { name, items: draft.items, what: "renamed" });
}

/** Puts items of the bank at the end, each after the one its rule asks about. */
export async function addFromBank(ctx: Context, { id, codes }: AddFromBankInput): Promise<void> {
  const draft = await heldDraft(ctx, id);
  const added = pickedOf(codes, codesOf(draft.items));
  if (added.length === 0) throw new Refusal("conflict", "instrument.thereAlready", {}, "codes");
  const items = [...draft.items, ...added];
  if (items.length > mostItems) throw new Refusal("conflict", "instrument.tooMany", { n: mostItems }, "codes");
  await write(ctx, draft, { items, what: "added" });
}

/** Adds an item, or changes one. What was published under its code cannot be changed under it. */
export async function saveItem(ctx: Context, input: SaveItemInput): Promise<void> {
  const draft = await heldDraft(ctx, input.id);
  const at = draft.items.findIndex(({ code }) => code === input.was);
  if (input.was !== undefined && at < 0) throw new Refusal("conflict", "instrument.itemGone", { code: input.was });
  const place = at < 0 ? draft.items.length : at;
  if (place >= mostItems) throw new Refusal("conflict", "instrument.tooMany", { n: mostItems });
  const item = itemIn(input, draft.items[at]);
  const others = draft.items.filter((_, index) => index !== at);
  if (codesOf(others).includes(item.code))
    throw new Refusal("conflict", "instrument.codeTaken", { code: item.code }, "code");
  const before = await itemsBefore(ctx, draft);
  if (isChanged(item, before)) {
    const free = freeCode(item.code, [...codesOf(before), ...codesOf(others)]);
    throw new Refusal("conflict", "instrument.changedItem", { code: item.code, free }, "code");
  }
  const items = [...others.slice(0, place), item, ...others.slice(place)].map((other) =>
    follow(other, input.was, item.code),
  );
  const [problem] = problemsOf(items, []).filter(({ code, reason }) => code === item.code && reason !== "words");
  if (problem)
    throw new Refusal("invalid", `instrument.problems.${problem.reason}`, {}, fieldOf[problem.reason] ?? null);
  const groupBy = draft.groupBy.map((code) => (code === input.was ? item.code : code));
  await write(ctx, draft, { items, groupBy, what: item.code });
}

export async function removeItem(ctx: Context, { id, code }: ItemOfInput): Promise<void> {
  const draft = await heldDraft(ctx, id);
  const items = draft.items.filter((item) => item.code !== code);
  if (items.length === draft.items.length) throw new Refusal("conflict", "instrument.itemGone", { code });
  const ruled = items.find(({ shownIf }) => shownIf?.item === code);
  if (ruled) throw new Refusal("conflict", "instrument.itemAsked", { code, by: ruled.code });
  await write(ctx, draft, { items, what: `- ${code}` });
}

/** Names the items by whose options results are told apart, one or two, or none. */
export async function groupDraft(ctx: Context, { id, first, second }: GroupInput): Promise<void> {
  const draft = await heldDraft(ctx, id);
  const fit = codesOf(groupableOf(draft.items));
  for (const [field, code] of Object.entries({ first, second }))
    if (code !== "" && !fit.includes(code)) throw new Refusal("invalid", "instrument.groupUnfit", { code }, field);
  if (first !== "" && first === second)
    throw new Refusal("invalid", "instrument.groupTwice", { code: first }, "second");
  const groupBy = [first, second].filter((code) => code !== "");
  await write(ctx, draft, { items: draft.items, groupBy, what: `group ${groupBy.join(" ")}` });
}

/** Moves an item by one place. */
export async function moveItem(ctx: Context, { id, code, by }: MoveItemInput): Promise<void> {
  const draft = await heldDraft(ctx, id);
  const at = draft.items.findIndex((item) => item.code === code);
  const item = draft.items[at];
  const to = at + (by === "up" ? -1 : 1);
  if (!item) throw new Refusal("conflict", "instrument.itemGone", { code });
  if (to < 0 || to >= draft.items.length) return;
  const others = draft.items.filter((_, index) => index !== at);
  await write(ctx, draft, { items: [...others.slice(0, to), item, ...others.slice(to)], what: `${by} ${code}` });
}

const codesOf = (items: readonly DraftItem[]) => items.map(({ code }) => code);

const fieldOf: Partial<Record<string, string>> = {
  fewOptions: "optionsZh",
  options: "optionsZh",
  scored: "sense",
  rule: "ruleItem",
  ruleMarks: "ruleMarks",
};

/** A rule about an item whose code has changed goes with it. */
function follow(item: DraftItem, was: string | undefined, code: string): DraftItem {
  if (item.shownIf === null || item.shownIf.item !== was) return item;
  return { ...item, shownIf: { ...item.shownIf, item: code } };
}

function itemIn(input: SaveItemInput, current: DraftItem | undefined): DraftItem {
  const { code, shape, reversed, scored, ruleItem, ruleMarks } = input;
  const isScale = shape === "five" || shape === "ten";
  const [low, high] = spanOf(input, current);
  const isBackwards = isScale && reversed === "on";
  const quarter = (high - low) / 4;
  return {
    code,
    kind: isScale ? "scale" : shape,
    sense: input.sense ?? null,
    low,
    high,
    reversed: isBackwards,
    topFrom: isScale ? (isBackwards ? Math.floor(low + quarter) : Math.ceil(high - quarter)) : high,
    scored: scored === "on",
    weight: input.weight ?? 1,
    labels: labelsOf([input.labelZh, input.labelHant, input.labelEn]),
    options:
      shape === "text" || shape === "ten"
        ? []
        : input.optionsZh.map((zh, at) => labelsOf([zh, input.optionsHant[at], input.optionsEn[at]])),
    shownIf: ruleItem ? { item: ruleItem, marks: [...new Set(ruleMarks)].sort((a, b) => a - b) } : null,
  };
}

/** The ends of the scale; one that came with a file keeps its own. */
function spanOf({ shape, optionsZh }: SaveItemInput, current: DraftItem | undefined): [number, number] {
  if (shape === "text") return [0, 0];
  if (shape === "choice") return [1, Math.max(1, optionsZh.length)];
  if (current?.kind === "scale" && shape === (current.high - current.low === 4 ? "five" : "ten"))
    return [current.low, current.high];
  return shape === "five" ? [1, 5] : [0, 10];
}

function labelsOf([zh, hant, en]: (string | undefined)[]): Labels {
  return { ...(zh ? { "zh-CN": zh } : {}), ...(hant ? { "zh-Hant": hant } : {}), ...(en ? { en } : {}) };
}

type Held = Awaited<ReturnType<typeof heldDraft>>;

async function heldDraft(ctx: Context, id: string) {
  const held = await getDraft(ctx, id);
  authorize(ctx.actor, "instrument.edit");
  if (held.draft === null) throw new Refusal("conflict", "instrument.frozen", { version: held.version });
  return { ...held, items: held.draft };
}

type Change = { name?: string; items: DraftItem[]; groupBy?: string[]; what: string };

/** Items that may no longer make groups make none. */
async function write(ctx: Context, draft: Held, change: Change): Promise<void> {
  const { name = draft.name, items, groupBy = draft.groupBy, what } = change;
  const fit = codesOf(groupableOf(items));
  const changed = await ctx.db
    .update(instruments)
    .set({ name, draft: items, groupBy: groupBy.filter((code) => fit.includes(code)) })
    .where(and(eq(instruments.id, draft.id), isNull(instruments.publishedAt)))
    .returning({ id: instruments.id });
  if (changed.length === 0) throw new Refusal("conflict", "instrument.frozen", { version: draft.version });
  await record(ctx, {
    subject: "instrument",
    id: draft.id,
    action: "instrument.changed",
    areaPos: draft.areaPos,
    detail: { name, what },
  });
}
