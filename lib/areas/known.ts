import type { AreaEntry } from "./import/sheet";
import { type AreaLevel, type CodeScheme, canonicalCode, codeSchemes, type GridKind, plainName } from "./model";

export type KnownArea = {
  id: string;
  parentId: string | null;
  pos: number;
  level: AreaLevel;
  name: string;
  plainName: string;
  kind: GridKind | null;
  households: number | null;
  residents: number | null;
  /** Its code in the scheme and period that is being read. */
  code: string | null;
  /** What that scheme calls it, where it is another name. */
  codeName: string | null;
  /** The other schemes that list it. */
  otherSchemes: CodeScheme[];
  /** All its codes, as scheme:code. */
  allCodes: string[];
};

/** The areas that an import may meet, and the area it hangs new ones under. */
export type KnownTree = {
  into: KnownArea;
  byId: Map<string, KnownArea>;
  byCode: Map<string, KnownArea>;
  childrenOf: (id: string) => KnownArea[];
  isAbove: (id: string | null, area: KnownArea) => boolean;
  pathOf: (area: KnownArea) => string;
  resolve: (reference: string) => KnownArea[];
  named: (plain: string) => KnownArea[];
};

export function knownTree(areas: KnownArea[], into: KnownArea): KnownTree {
  const byId = new Map(areas.map((area) => [area.id, area]));
  const byCode = new Map(areas.flatMap((area) => (area.code === null ? [] : [[area.code, area] as const])));
  const children = group(areas, (area) => area.parentId);
  const byName = group(areas, (area) => area.plainName);
  const byAnyCode = new Map(areas.flatMap((area) => area.allCodes.map((code) => [code, area] as const)));
  const chainOf = (area: KnownArea): KnownArea[] => {
    const parent = area.parentId === null ? undefined : byId.get(area.parentId);
    return parent ? [area, ...chainOf(parent)] : [area];
  };
  return {
    into,
    byId,
    byCode,
    childrenOf: (id) => children.get(id) ?? [],
    isAbove: (id, area) =>
      chainOf(area)
        .slice(1)
        .some((above) => above.id === id),
    pathOf: (area) =>
      chainOf(area)
        .slice(0, 3)
        .reverse()
        .map(({ name }) => name)
        .join("/"),
    resolve: (reference) => {
      const exact = byId.get(reference) ?? byAnyCode.get(codeReference(reference));
      return exact ? [exact] : (byName.get(plainName(reference)) ?? []);
    },
    named: (plain) => byName.get(plain) ?? [],
  };
}

/** "nbs:520115007000" as it is stored: scheme and canonical code. */
export function codeReference(reference: string): string {
  const [prefix, written] = reference.split(/:(.*)/s);
  const scheme = codeSchemes.find((known) => known === prefix);
  return scheme && written ? `${scheme}:${canonicalCode(scheme, written) ?? written}` : reference;
}

type Known = {
  tree: KnownTree;
  scheme: CodeScheme;
  claimed: Map<string, AreaEntry>;
  /** The codes of the list. */
  listed: ReadonlySet<string>;
};

/**
 * What an entry that was not found may be: areas of its name elsewhere in the same city that this scheme does not list or
 * lists no longer, or nothing, where its parent is already laid out by another scheme; null where it can only be new.
 */
export function candidatesOf(entry: AreaEntry, parent: KnownArea | null, known: Known): KnownArea[] | null {
  const { tree, claimed, listed } = known;
  const city = parent && cityOf(parent, tree);
  const alike = tree
    .named(plainName(entry.name))
    .filter(
      (area) =>
        area.level === entry.level &&
        (area.code === null || isGone(area, tree, listed)) &&
        !claimed.has(area.id) &&
        (!city || cityOf(area, tree) === city),
    );
  if (alike.length > 0 && parent) return alike;
  const isAbolished = /\(撤销\)/.test(entry.name.normalize("NFKC"));
  return isAbolished || (parent && isLaidOutOtherwise(parent, entry, known)) ? [] : null;
}

/** Whether a list tells of the area above and of the area itself no longer. */
function isGone({ code, parentId }: KnownArea, tree: KnownTree, listed: ReadonlySet<string>): boolean {
  const above = parentId === null ? undefined : tree.byId.get(parentId)?.code;
  return code !== null && !listed.has(code) && typeof above === "string" && listed.has(above);
}

function isLaidOutOtherwise(parent: KnownArea, entry: AreaEntry, { tree, scheme, claimed }: Known): boolean {
  if (scheme === "local") return false;
  const siblings = tree.childrenOf(parent.id).filter((area) => area.level === entry.level);
  const foreign = siblings.filter((area) => area.code === null && area.otherSchemes.some((other) => other !== "local"));
  const isFirstOfScheme = siblings.every((area) => area.code === null);
  return isFirstOfScheme ? foreign.length > 0 : foreign.some((area) => !claimed.has(area.id));
}

function cityOf(area: KnownArea, tree: KnownTree): string | null {
  if (area.level === "city") return area.id;
  const parent = area.parentId === null ? undefined : tree.byId.get(area.parentId);
  return parent ? cityOf(parent, tree) : null;
}

function group<K>(areas: KnownArea[], keyOf: (area: KnownArea) => K): Map<K, KnownArea[]> {
  const groups = new Map<K, KnownArea[]>();
  for (const area of areas) {
    const key = keyOf(area);
    const members = groups.get(key);
    if (members) members.push(area);
    else groups.set(key, [area]);
  }
  return groups;
}
