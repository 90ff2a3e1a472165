import { createHash } from "node:crypto";
import { Refusal } from "../../errors";
import type { Rejection } from "../../exchange/report";
import type { Settings } from "../../settings/model";
import { type Deadlines, deadlinesOf, type Limits } from "../deadlines";
import type { CaseMapping } from "./mapping";
import type { Place, Placing } from "./placing";
import type { CaseEntry } from "./sheet";

/** A request of a sheet with all that is to be written of it. */
export type ReadyCase = {
  entry: CaseEntry;
  place: Place;
  categoryCode: string | null;
  unknownCategory: string;
  deadlines: Deadlines;
  /** Stands for everything the sheet says of it, as it was understood. */
  hash: string;
};

type KnownCategory = Limits & { code: string; nameZh: string; nameHant: string; nameEn: string };
export type FindCategory = (written: string) => { category: KnownCategory | null; unknown: string };

/** By the words of the mapping, else by code or name in the catalogue. */
export function categoryFinder(mapping: CaseMapping, catalogue: readonly KnownCategory[]): FindCategory {
  const byCode = new Map(catalogue.map((category) => [category.code, category]));
  const named = catalogue.flatMap((category) =>
    [category.nameZh, category.nameHant, category.nameEn].map((name) => [name, category] as const),
  );
  const byWord = new Map<string, KnownCategory>([...named, ...byCode]);
  for (const [word, code] of Object.entries(mapping.category?.values ?? {})) {
    const category = byCode.get(code);
    if (!category) throw new Refusal("invalid", "case.map.category", { code, word }, "map");
    byWord.set(word, category);
  }
  return (written) => {
    const category = byWord.get(written) ?? null;
    return { category, unknown: category === null ? written : "" };
  };
}

type Ready = { place: Placing; categories: FindCategory; settings: Settings };

export function readiness(mapping: CaseMapping, { place, categories, settings }: Ready) {
  const catalogue = mapping.limits === "catalogue";
  return (entry: CaseEntry): ReadyCase | Rejection[] => {
    const where = place(entry);
    const { category, unknown } = categories(entry.category);
    if (where === "swapped") {
      const value = `${entry.point?.lon}, ${entry.point?.lat}`;
      return [
        { ...entry.row, column: mapping.area.point?.lat ?? null, value, reason: "case.import.swapped", values: {} },
      ];
    }
    if (unknown !== "" && mapping.category?.unknown === "reject") {
      const column = mapping.category.columns[0] ?? null;
      return [{ ...entry.row, column, value: unknown, reason: "case.import.category", values: {} }];
    }
    const computed = catalogue ? deadlinesOf(entry.registeredAt, entry.urgent, category, settings) : none;
    const deadlines = entry.closeDueAt
      ? { ...computed, closeDueAt: entry.closeDueAt, dueProvisional: false }
      : computed;
    const found = { entry, place: where, categoryCode: category?.code ?? null, unknownCategory: unknown, deadlines };
    return { ...found, hash: hashOf(found) };
  };
}

const none: Deadlines = { contactDueAt: null, dispatchDueAt: null, closeDueAt: null, dueProvisional: false };

function hashOf({ entry, place, categoryCode, deadlines }: Omit<ReadyCase, "hash">): string {
  const {
    row: _row,
    notes: _notes,
    flag: _flag,
    areaWords: _words,
    areaCode: _code,
    category: _category,
    ...said
  } = entry;
  const all = { ...said, area: place.area.id, placed: place.placed, categoryCode, ...deadlines };
  return createHash("sha256").update(JSON.stringify(all)).digest("base64url").slice(0, 22);
}
