import type { KnownArea } from "../known";
import { areaLevels, plainName } from "../model";
import { type FoundPlace, nameOf, refuse, type State } from "./planning";
import type { AreaEntry } from "./sheet";

/** The known area an entry is beyond doubt: by its code, else by its name under the same parent. */
export function findKnown(entry: AreaEntry, parent: FoundPlace, state: State): KnownArea | null {
  const coded = entry.code === null ? undefined : state.tree.byCode.get(entry.code);
  if (coded) return findByCode(entry, { coded, parent }, state);
  return parent.known ? findByName(entry, parent.known, state) : null;
}

function findByCode(entry: AreaEntry, { coded, parent }: { coded: KnownArea; parent: FoundPlace }, state: State) {
  if (isNamed(entry, coded) && coded.level === entry.level) return coded;
  state.plan.undecided.push({ entry, parent: nameOf(parent, state), candidates: [coded] });
  refuse(state, entry, "area.import.codeTaken", { candidate: state.tree.pathOf(coded) });
  return null;
}

function findByName(entry: AreaEntry, parent: KnownArea, state: State): KnownArea | null {
  const { into } = state.tree;
  if (parent.id === into.id && entry.level === into.level && sameName(entry, into)) return into;
  const alike = state.tree
    .childrenOf(parent.id)
    .filter((child) => child.level === entry.level && sameName(entry, child) && !isCodedOtherwise(child, entry));
  const exact = alike.filter((child) => child.name === entry.name);
  const [only, ...others] = exact.length > 0 ? exact : alike;
  if (only && others.length === 0) return only;
  if (!only) return isUntold(entry, parent, state) ? findBelow(entry, state) : null;
  refuse(state, entry, "area.import.ambiguous", { candidates: pathsOf(alike, state) });
  return null;
}

/** Whether a list names a small place without a word of where it lies. */
function isUntold({ code, parent: written, above, level }: AreaEntry, parent: KnownArea, { tree }: State): boolean {
  const isSmall = areaLevels.indexOf(level) >= areaLevels.indexOf("street");
  return isSmall && code === null && written === "" && !above && parent.id === tree.into.id;
}

/** The one of its name and level anywhere below; rather than a second one, several are asked about. */
function findBelow(entry: AreaEntry, state: State): KnownArea | null {
  const alike = state.tree.named(plainName(entry.name)).filter(({ level }) => level === entry.level);
  const exact = alike.filter(({ name }) => name === entry.name);
  const [only, ...others] = exact.length > 0 ? exact : alike;
  if (only && others.length > 0) refuse(state, entry, "area.import.ambiguous", { candidates: pathsOf(alike, state) });
  return others.length > 0 ? null : (only ?? null);
}

export function pathsOf(areas: KnownArea[], { tree }: State): string {
  return areas.map(tree.pathOf).join("; ");
}

/** Whether an entry bears the name its code goes by, which may be another than the area's own. */
export function isNamed(entry: AreaEntry, area: KnownArea): boolean {
  return plainName(entry.name) === (area.codeName === null ? area.plainName : plainName(area.codeName));
}

export function sameName(entry: AreaEntry, area: KnownArea): boolean {
  return plainName(entry.name) === area.plainName;
}

function isCodedOtherwise(area: KnownArea, entry: AreaEntry): boolean {
  return area.code !== null && entry.code !== null && area.code !== entry.code;
}
