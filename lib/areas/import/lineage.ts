import type { KnownArea, KnownTree } from "../known";
import {
  type AreaLevel,
  areaLevels,
  type CodeScheme,
  canonicalCode,
  mayHangUnder,
  parentCodes,
  plainName,
} from "../model";
import type { AreaEntry } from "./sheet";

/** `assumed`: neither the file nor the tree knows the parent that is written; the top of a file hangs where it is read into. */
export type AreaParent = { of: "entry"; entry: AreaEntry } | { of: "known"; area: KnownArea; assumed?: boolean };

type Refused = { entry: AreaEntry; reason: string; values: Record<string, string | number> };

/** Who hangs under whom in a file, whatever order its lines come in. */
export type Lineage = {
  parentOf: (entry: AreaEntry) => AreaParent;
  /** Sound entries, parents before children, by level and depth. */
  groups: AreaEntry[][];
  /** Layers that are no place, such as 市辖区 between a municipality and its districts. */
  folded: AreaEntry[];
  refused: Refused[];
};

export function lineageOf(entries: AreaEntry[], { tree, scheme }: { tree: KnownTree; scheme: CodeScheme }): Lineage {
  const refused: Refused[] = [];
  const isLayer = layerIn(entries, scheme);
  const layers = entries.filter(isLayer);
  const places = entries.filter((entry) => !isLayer(entry));
  const unique = withoutTwins(places, refused);
  const file: File = {
    byCode: new Map(unique.flatMap((entry) => (entry.code === null ? [] : [[entry.code, entry]]))),
    byName: namesOf(unique),
    top: Math.min(...unique.map(({ level }) => areaLevels.indexOf(level))),
    tree,
    scheme,
  };
  const parents = parentsOf(unique, file, refused);
  const folded = unique.filter((entry) => isFolded(entry, scheme));
  const parentOf = (entry: AreaEntry): AreaParent => {
    const parent = parents.get(entry) ?? { of: "known", area: tree.into };
    return parent.of === "entry" && folded.includes(parent.entry) ? parentOf(parent.entry) : parent;
  };
  const sound = [...parents.keys()].filter((entry) => !folded.includes(entry));
  const depths = depthsOf(sound, parentOf);
  const circling = sound.filter((entry) => !depths.has(entry));
  refused.push(...circling.map((entry) => ({ entry, reason: "area.import.cycle", values: {} })));
  const rooted = sound.filter((entry) => depths.has(entry));
  return { parentOf, folded: [...layers, ...folded], refused, groups: grouped(rooted, depths) };
}

/** A city without districts stands in some lists once more as its own only district, under its own code. */
function layerIn(entries: AreaEntry[], scheme: CodeScheme): (entry: AreaEntry) => boolean {
  const cities = new Map(entries.flatMap((entry) => (entry.level === "city" ? [[entry.code, entry.name]] : [])));
  return ({ level, code, name, parent }) =>
    scheme !== "local" &&
    level === "district" &&
    code !== null &&
    cities.get(code) === name &&
    ["", code].includes(canonicalCode(scheme, parent) ?? "");
}

function withoutTwins(entries: AreaEntry[], refused: Refused[]): AreaEntry[] {
  const firsts = new Map<string, AreaEntry>();
  return entries.filter((entry) => {
    const first = entry.code === null ? undefined : firsts.get(entry.code);
    if (first) refused.push({ entry, reason: twin(first, entry), values: { line: first.row.line } });
    else if (entry.code !== null) firsts.set(entry.code, entry);
    return !first;
  });
}

function parentsOf(entries: AreaEntry[], file: File, refused: Refused[]): Map<AreaEntry, AreaParent> {
  const parents = new Map<AreaEntry, AreaParent>();
  for (const entry of entries) {
    const found = parentIn(file, entry);
    if ("reason" in found) refused.push({ entry, ...found });
    else if (found.of === "entry" && !mayHangUnder(entry.level, found.entry.level))
      refused.push({ entry, ...unknown("area.import.levelOrder", { name: found.entry.name }) });
    else parents.set(entry, found);
  }
  return parents;
}

type File = {
  byCode: Map<string, AreaEntry>;
  byName: Map<string, AreaEntry[]>;
  top: number;
  tree: KnownTree;
  scheme: CodeScheme;
};

function twin(first: AreaEntry, second: AreaEntry): string {
  const alike = first.name === second.name && first.level === second.level && first.parent === second.parent;
  return alike ? "area.import.twice" : "area.import.codeTwice";
}

function namesOf(entries: AreaEntry[]): Map<string, AreaEntry[]> {
  const names = new Map<string, AreaEntry[]>();
  for (const entry of entries) {
    const plain = plainName(entry.name);
    const alike = names.get(plain);
    if (alike) alike.push(entry);
    else names.set(plain, [entry]);
  }
  return names;
}

const unknown = (reason: string, values: Record<string, string | number>) => ({ reason, values });

function parentIn(file: File, entry: AreaEntry): Found {
  if (entry.above) return { of: "entry", entry: entry.above };
  const written = entry.parent === "0" ? "" : entry.parent;
  const found = written === "" ? parentByOwnCode(file, entry) : parentByWord(file, entry, written);
  if (found) return found;
  const isTop = areaLevels.indexOf(entry.level) === file.top;
  if (isTop) return { of: "known", area: file.tree.into, assumed: written !== "" };
  return written === ""
    ? unknown("area.import.parentMissing", {})
    : unknown("area.import.parentUnknown", { parent: written });
}

type Found = AreaParent | Omit<Refused, "entry">;

function parentByOwnCode(file: File, { code }: AreaEntry): AreaParent | null {
  return code === null || file.scheme === "local" ? null : climb(file, code);
}

function parentByWord(file: File, entry: AreaEntry, written: string): Found | null {
  const code = canonicalCode(file.scheme, written);
  if (code === null) return namedParent(file, entry, written);
  if (code === entry.code) return unknown("area.import.cycle", {});
  const named = () => (file.scheme === "local" ? namedParent(file, entry, written) : null);
  return inFileOrTree(file, code) ?? named() ?? (isLayerCode(code) ? climb(file, code) : null);
}

function climb(file: File, code: string): AreaParent | null {
  for (const above of parentCodes(code)) {
    const found = inFileOrTree(file, above);
    if (found) return found;
  }
  return null;
}

/** A parent that the file does not list may be known by its code of another year. */
function inFileOrTree({ byCode, tree, scheme }: File, code: string): AreaParent | null {
  const entry = byCode.get(code);
  if (entry) return { of: "entry", entry };
  const [area] = tree.byCode.has(code) ? [tree.byCode.get(code)] : tree.resolve(`${scheme}:${code}`);
  return area ? { of: "known", area } : null;
}

function namedParent({ byName, tree }: File, entry: AreaEntry, written: string): Found | null {
  const isAbove = ({ level }: { level: AreaLevel }) => areaLevels.indexOf(level) < areaLevels.indexOf(entry.level);
  const entries = (byName.get(plainName(written)) ?? []).filter(isAbove);
  const [first, ...others] = nearest(entries);
  if (first && others.length === 0) return { of: "entry", entry: first };
  if (first) return unknown("area.import.parentAmbiguous", { parent: written });
  const [area, ...more] = nearest(tree.resolve(written).filter(isAbove));
  if (area && more.length === 0) return { of: "known", area };
  return area ? unknown("area.import.parentAmbiguous", { parent: written }) : null;
}

/** Of places of one name, those of the lowest level: a street may be called like its district. */
function nearest<T extends { level: AreaLevel }>(found: T[]): T[] {
  const lowest = Math.max(...found.map(({ level }) => areaLevels.indexOf(level)));
  return found.filter(({ level }) => areaLevels.indexOf(level) === lowest);
}

const layerNames = ["市辖区", "县", "市辖县", "省直辖县级行政区划", "自治区直辖县级行政区划", "直辖县级", "省直辖县"];
const isLayerCode = (code: string) => /^((11|12|31|50)0[12]|\d\d90)00$/.test(code);

function isFolded(entry: AreaEntry, scheme: CodeScheme): boolean {
  const isLayerLevel = entry.level === "city" || entry.level === "district";
  return isLayerLevel && layerNames.includes(entry.name) && scheme !== "local";
}

/** Steps up to the top of the file; an entry that comes back to itself has none. */
function depthsOf(entries: AreaEntry[], parentOf: (entry: AreaEntry) => AreaParent): Map<AreaEntry, number> {
  const depths = new Map<AreaEntry, number>();
  for (const entry of entries) {
    const { path, end } = climbFrom(entry, { parentOf, depths });
    if (end && !depths.has(end)) continue;
    const base = end ? (depths.get(end) ?? 0) + 1 : 0;
    for (const [index, member] of path.reverse().entries()) depths.set(member, base + index);
  }
  return depths;
}

type Climbing = { parentOf: (entry: AreaEntry) => AreaParent; depths: Map<AreaEntry, number> };

/** Up to the top of the file, to an entry whose depth is known, or to one passed before. */
function climbFrom(entry: AreaEntry, { parentOf, depths }: Climbing): { path: AreaEntry[]; end: AreaEntry | null } {
  const path: AreaEntry[] = [];
  let end: AreaEntry | null = entry;
  while (end && !depths.has(end) && !path.includes(end)) {
    path.push(end);
    const parent = parentOf(end);
    end = parent.of === "entry" ? parent.entry : null;
  }
  return { path, end };
}

function grouped(entries: AreaEntry[], depths: Map<AreaEntry, number>): AreaEntry[][] {
  const groups = new Map<number, AreaEntry[]>();
  const keyOf = (entry: AreaEntry) =>
    areaLevels.indexOf(entry.level) * 1000 + (entry.level === "grid" ? (depths.get(entry) ?? 0) : 0);
  for (const entry of entries) {
    const members = groups.get(keyOf(entry));
    if (members) members.push(entry);
    else groups.set(keyOf(entry), [entry]);
  }
  return [...groups].sort(([a], [b]) => a - b).map(([, members]) => members);
}
