import type { KnownArea, KnownTree } from "../../areas/known";
import { type AreaLevel, areaLevels, canonicalCode, isPlace, plainName } from "../../areas/model";
import { wholeOf } from "../../exchange/table";
import { type Located, locator } from "../../shapes/locate";
import type { CaseMapping } from "./mapping";
import type { CaseEntry } from "./sheet";
import type { Point } from "./sheet-point";

/** Where a request belongs: the area that owns it, and whether that is where it happened or only who has to find out. */
export type Place = { area: KnownArea; placed: boolean; notes: PlaceNote[] };
export type PlaceNote =
  | { note: "unknownName" | "ambiguousName" | "contradiction" | "outside"; value: string }
  | { note: "disagree"; value: string; point: string };

export type Placing = (entry: CaseEntry) => Place | "swapped";

/** Places requests by code, name or point among the areas below one; what cannot be placed waits there. */
export function placing(tree: KnownTree, shapes: Located<KnownArea>[], map: CaseMapping["area"]): Placing {
  const byName = namesOf(tree, map);
  const around = pointsOf(shapes);
  return (entry) => {
    const found = around(entry.point);
    if (found === "swapped") return "swapped";
    const inside = found === "outside" || found?.id === tree.into.id ? null : found;
    const coded = codedArea(entry, tree, map);
    const named = coded ? { areas: [coded], notes: [] } : byName(entry.areaWords, entry.areaCode);
    const notes = [...notesOf(named, inside, tree), ...(found === "outside" ? [outside(entry)] : [])];
    const area = choose(named.areas, inside, { tree, by: map.by });
    return { area: area ?? tree.into, placed: area !== null && isPlace(area.level), notes };
  };
}

const outside = ({ point }: CaseEntry): PlaceNote => ({ note: "outside", value: `${point?.lon}, ${point?.lat}` });

type Around = KnownArea | "outside" | "swapped" | null;

/** The smallest area around a point; null where there is no point or nothing is drawn. */
function pointsOf(shapes: Located<KnownArea>[]): (point: Point | null) => Around {
  const at = locator(shapes);
  const smallest = (lon: number, lat: number) =>
    at(lon, lat).sort((a, b) => areaLevels.indexOf(b.level) - areaLevels.indexOf(a.level))[0];
  return (point) => {
    if (!point || shapes.length === 0) return null;
    return smallest(point.lon, point.lat) ?? (smallest(point.lat, point.lon) ? "swapped" : "outside");
  };
}

type Named = { areas: KnownArea[]; notes: PlaceNote[] };
/** What a word means, and all that bear its name at its level: of those the larger areas of a row tell one. */
type Meaning = { word: string; areas: KnownArea[]; alike: KnownArea[] };

/**
 * The areas that the words of a row may mean: those of the first word that is known, narrowed by what the later words
 * say; where several are left, the first later word that means one. None for words of no place.
 */
function namesOf(tree: KnownTree, map: CaseMapping["area"]): (words: string[], code: string | null) => Named {
  const nowhere = new Set([...map.nowhere.map(plainName), tree.into.plainName]);
  const meaningOf = meanings(tree, map);
  return (words, code) => {
    const told = words.filter((word) => !nowhere.has(plainName(word))).map(meaningOf);
    const unknown = told.filter(({ areas }) => areas.length === 0);
    const untold = [...(code === null ? [] : [code]), ...unknown.map(({ word }) => word)];
    const notes = untold.map((value): PlaceNote => ({ note: "unknownName", value }));
    const [first, ...later] = told.filter(({ areas }) => areas.length > 0);
    if (!first) return { areas: [], notes };
    const areas = preferred(first.areas, narrowed(first.alike, later, tree));
    const [only, ...others] = areas;
    if (only && others.length === 0) return { areas, notes: [...notes, ...contradictions(only, later, tree)] };
    const wider = later.find((meaning) => meaning.areas.length === 1);
    return wider ? { areas: wider.areas, notes: [...notes, ambiguous(areas)] } : { areas, notes };
  };
}

function meanings(tree: KnownTree, map: CaseMapping["area"]): (word: string) => Meaning {
  const aliases = new Map(Object.entries(map.aliases).map(([word, names]) => [plainName(word), [names].flat()]));
  const known = new Map<string, Meaning>();
  const alike = (name: string) => {
    const level = levelIn(name);
    const named = tree.named(plainName(name)).filter((area) => area.id !== tree.into.id);
    const fitting = named.filter((area) => level === null || area.level === level || area.name === name);
    return fitting.length > 0 ? fitting : named;
  };
  const meaningOf = (said: string): Meaning => {
    const alias = aliases.get(plainName(said));
    const names = alias ?? [said];
    const areas = names.flatMap((name) =>
      preferred(
        alike(name).filter((area) => area.name === name),
        alike(name),
      ),
    );
    const word = alias && areas.length === 0 ? `${said} → ${alias.join(" / ")}` : said;
    return { word, areas, alike: names.flatMap(alike) };
  };
  const wholeMeaningOf = (word: string) => {
    const meaning = meaningOf(word);
    const whole = wholeOf(word);
    return meaning.areas.length === 0 && whole !== word ? meaningOf(whole) : meaning;
  };
  return (word) => {
    const meaning = known.get(word) ?? wholeMeaningOf(word);
    known.set(word, meaning);
    return meaning;
  };
}

/** Those of some areas that are among the best, or all of them where none is. */
function preferred(best: KnownArea[], areas: KnownArea[]): KnownArea[] {
  const kept = areas.filter((area) => best.includes(area));
  return kept.length > 0 ? kept : areas;
}

const endings: [RegExp, AreaLevel][] = [
  [/(社区|居委会|居民委员会|居民委会|村委会|村民委员会|村)$/, "community"],
  [/(街道|街道办|办事处|镇|乡)$/, "street"],
];

/** The level that the ending of a name tells. */
const levelIn = (name: string) => endings.find(([ending]) => ending.test(name))?.[1] ?? null;

const isUnder = (area: KnownArea, { areas }: Meaning, tree: KnownTree) =>
  areas.some((above) => above.id === area.id || tree.isAbove(above.id, area));

function narrowed(areas: KnownArea[], later: Meaning[], tree: KnownTree): KnownArea[] {
  return later.reduce((left, meaning) => {
    const kept = left.filter((area) => isUnder(area, meaning, tree));
    return kept.length > 0 ? kept : left;
  }, areas);
}

function contradictions(area: KnownArea, later: Meaning[], tree: KnownTree): PlaceNote[] {
  return later
    .filter((meaning) => !isUnder(area, meaning, tree))
    .map(({ word }) => ({ note: "contradiction", value: `${area.name} / ${word}` }));
}

const ambiguous = (areas: KnownArea[]): PlaceNote => ({
  note: "ambiguousName",
  value: areas.map(({ name }) => name).join(" / "),
});

function codedArea({ areaCode }: CaseEntry, tree: KnownTree, { code }: CaseMapping["area"]): KnownArea | null {
  if (!areaCode || !code) return null;
  const canonical = canonicalCode(code.scheme, areaCode);
  return canonical === null ? null : (tree.resolve(`${code.scheme}:${canonical}`)[0] ?? null);
}

type Choosing = { tree: KnownTree; by: readonly ("name" | "point")[] };

/** The point may tell a smaller area inside the named one, or which of several is meant. */
function choose(named: KnownArea[], inside: KnownArea | null, { tree, by }: Choosing): KnownArea | null {
  const isPointUsed = by.includes("point");
  const holding = isPointUsed && inside ? named.find((area) => holds(area, inside, tree)) : undefined;
  const [only, ...others] = by.includes("name") ? named : [];
  const byName = others.length === 0 ? (only ?? null) : null;
  if (by[0] === "point" && inside) return inside;
  if (holding && by.includes("name")) return inside;
  return byName ?? (isPointUsed && named.length === 0 ? inside : null);
}

const holds = (area: KnownArea, inner: KnownArea, tree: KnownTree) =>
  area.id === inner.id || tree.isAbove(area.id, inner);

function notesOf({ areas, notes }: Named, inside: KnownArea | null, tree: KnownTree): PlaceNote[] {
  const isTold = inside !== null && areas.some((area) => holds(area, inside, tree));
  if (areas.length === 0 || isTold) return notes;
  const names = areas.map(({ name }) => name).join(" / ");
  const differs = inside !== null && !areas.some((area) => tree.isAbove(inside.id, area));
  return [
    ...notes,
    ...(areas.length > 1 ? [ambiguous(areas)] : []),
    ...(differs ? [{ note: "disagree" as const, value: names, point: inside.name }] : []),
  ];
}
