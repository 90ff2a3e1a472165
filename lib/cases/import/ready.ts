import { createHash } from "node:crypto";
import { Refusal } from "../../errors";
import type { Rejection } from "../../exchange/report";
import type { Settings } from "../../settings/model";
import { type Limits, laidLimits } from "../catalogue/model";
import type { Category, Shipped } from "../catalogue/queries";
import { type Deadlines, deadlinesOf } from "../deadlines";
import type { CaseMapping } from "./mapping";
import type { Place, Placing } from "./placing";
import type { CaseEntry } from "./sheet";
import { pointColumns } from "./sheet-point";

/** A request of a sheet with all that is to be written of it. */
export type ReadyCase = {
  entry: CaseEntry;
  place: Place;
  categoryCode: string | null;
  unknownCategory: string;
  deadlines: Deadlines;
  /** What an area had laid down for the category, where the limits are those of the catalogue. */
  limits: Limits | null;
  /** Stands for everything the sheet says of it, as it was understood; what follows from our limits is not its word. */
  hash: string;
};

export type FindCategory = (written: string, pos: number) => { category: Category | null; unknown: string };

/** By the words of the mapping, else by code or name in the catalogue, as it holds where the request is. */
export function categoryFinder(
  mapping: CaseMapping,
  shipped: readonly Shipped[],
  held: (category: Shipped, pos: number) => Category,
): FindCategory {
  const byWord = new Map<string, Shipped[]>();
  const know = (word: string, category: Shipped) => byWord.set(word, [category, ...(byWord.get(word) ?? [])]);
  for (const category of shipped)
    for (const word of [category.nameZh, category.nameHant, category.nameEn, category.code]) know(word, category);
  for (const [word, code] of Object.entries(mapping.category?.values ?? {})) {
    const category = shipped.find((each) => each.code === code);
    if (!category) throw new Refusal("invalid", "case.map.category", { code, word }, "map");
    know(word, category);
  }
  return (written, pos) => {
    const meant = (byWord.get(written) ?? []).map((category) => held(category, pos));
    const category = meant.find(({ areaId, rule }) => areaId === null || rule !== null) ?? null;
    return { category, unknown: category === null ? written : "" };
  };
}

type Ready = { place: Placing; categories: FindCategory; settings: Settings };

export function readiness(mapping: CaseMapping, { place, categories, settings }: Ready) {
  const isOurs = mapping.limits === "catalogue";
  return (entry: CaseEntry): ReadyCase | Rejection[] => {
    const where = place(entry);
    if (where === "swapped") return [swapped(entry, mapping)];
    const { category, unknown } = categories(entry.category, where.area.pos);
    if (unknown !== "" && mapping.category?.unknown === "reject") return [unknownTo(mapping, entry, unknown)];
    const { closeDueAt } = entry;
    const limits = isOurs ? laidLimits(category) : null;
    const computed = isOurs ? deadlinesOf(entry.registeredAt, entry.urgent, category, settings) : none;
    const deadlines = closeDueAt ? { ...computed, closeDueAt, dueProvisional: false } : computed;
    const about = { categoryCode: category?.code ?? null, unknownCategory: unknown };
    const found = { entry, place: where, ...about, deadlines, limits };
    return { ...found, hash: hashOf(found) };
  };
}

function unknownTo({ category }: CaseMapping, { row }: CaseEntry, value: string): Rejection {
  return { ...row, column: category?.columns[0] ?? null, value, reason: "case.import.category", values: {} };
}

function swapped({ row, point }: CaseEntry, { area }: CaseMapping): Rejection {
  const value = `${point?.lon}, ${point?.lat}`;
  const column = area.point ? (pointColumns(area.point).at(-1) ?? null) : null;
  return { ...row, column, value, reason: "case.import.swapped", values: {} };
}

const none: Deadlines = { contactDueAt: null, dispatchDueAt: null, closeDueAt: null, dueProvisional: false };

function hashOf({ entry, place, categoryCode }: Omit<ReadyCase, "hash">): string {
  const {
    row: _row,
    notes: _notes,
    flag: _flag,
    areaWords: _words,
    areaCode: _code,
    category: _category,
    ...said
  } = entry;
  const all = { ...said, area: place.area.id, placed: place.placed, categoryCode };
  return createHash("sha256").update(JSON.stringify(all)).digest("base64url").slice(0, 22);
}
