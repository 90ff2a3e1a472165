import { candidatesOf, type KnownArea } from "../known";
import { plainName } from "../model";
import type { AreaDecision } from "./decisions";
import { isNamed, pathsOf, sameName } from "./plan-find";
import { type AreaChange, type FoundPlace, refuse, type State } from "./planning";
import type { AreaEntry } from "./sheet";

type Deciding = { parent: FoundPlace; decision: AreaDecision };

export function decide(entry: AreaEntry, { parent, decision }: Deciding, state: State): void {
  const byCode = entry.code === null ? undefined : state.tree.byCode.get(entry.code);
  if (decision.decision === "skip") {
    state.places.set(entry, "skipped");
    state.plan.skipped += 1;
    return;
  }
  if (decision.decision === "new") {
    addOnce(entry, parent, state);
    return;
  }
  const named = decision.area === "" ? likelyOf(entry, { byCode, parent }, state) : state.tree.resolve(decision.area);
  const [target, ...others] = named;
  if (!target) refuse(state, entry, "area.import.decideUnknown", { area: decision.area });
  else if (others.length > 0) refuse(state, entry, "area.import.ambiguous", { candidates: pathsOf(named, state) });
  else if (decision.decision === "same") claim(entry, { found: target, parent }, state);
  else addBefore(entry, { target, parent }, state);
}

/** A new area, unless it was decided before and written since: then its code is at home with this very name. */
function addOnce(entry: AreaEntry, parent: FoundPlace, state: State): "added" | "known" {
  const byCode = entry.code === null ? undefined : state.tree.byCode.get(entry.code);
  if (byCode && isNamed(entry, byCode)) {
    claim(entry, { found: byCode, parent }, state);
    return "known";
  }
  add(entry, parent, state);
  return "added";
}

/** What stood before an area of today: a place of its own, which that area follows. */
function addBefore(entry: AreaEntry, { target, parent }: { target: KnownArea; parent: FoundPlace }, state: State) {
  if (addOnce(entry, parent, state) === "known") return;
  const place = state.places.get(entry);
  if (typeof place === "object") state.plan.predecessors.push({ areaId: target.id, predecessorId: place.areaId });
}

type Likely = { byCode: KnownArea | undefined; parent: FoundPlace };

function likelyOf(entry: AreaEntry, { byCode, parent }: Likely, state: State): KnownArea[] {
  return byCode ? [byCode] : (candidatesOf(entry, parent.known, state) ?? []);
}

/** The entry is this area: what it adds or changes is noted, and nobody else may be it. */
export function claim(entry: AreaEntry, { found, parent }: { found: KnownArea; parent: FoundPlace }, state: State) {
  const other = state.claimed.get(found.id);
  if (other) {
    refuse(state, entry, "area.import.claimed", { name: state.tree.pathOf(found), line: other.row.line });
    return;
  }
  state.claimed.set(found.id, entry);
  state.places.set(entry, { areaId: found.id, level: found.level, known: found });
  const recoded = noteCode(entry, found, state);
  const moved = noteParent(entry, { found, parent }, state);
  const set = changesOf(entry, found, recoded === "renamed" && found.codeName === null);
  const isChanged = Object.keys(set).length > 0;
  if (isChanged) state.plan.updates.push({ areaId: found.id, set });
  if (recoded || moved || isChanged) state.plan.changed += 1;
  else state.plan.same += 1;
}

function noteCode(entry: AreaEntry, found: KnownArea, { plan }: State): "coded" | "renamed" | null {
  const { code } = entry;
  if (code === null) return null;
  const name = sameName(entry, found) ? null : entry.name;
  if (found.code !== code) {
    plan.codes.push({ areaId: found.id, code, name, replaces: found.code });
    return "coded";
  }
  if (isNamed(entry, found)) return null;
  if (found.codeName !== null) plan.codeNames.push({ areaId: found.id, code, name });
  return "renamed";
}

/** An area found at a distance hangs under the new parent only where that one lies between. */
function noteParent(entry: AreaEntry, { found, parent }: { found: KnownArea; parent: FoundPlace }, state: State) {
  if (found.id === parent.areaId || found.parentId === parent.areaId) return false;
  const isBetween = parent.known
    ? state.tree.isAbove(found.parentId, parent.known)
    : hangsUnder(found.parentId, parent.areaId, state);
  if (isBetween) state.plan.moves.push({ areaId: found.id, parentId: parent.areaId });
  else
    state.plan.notices.push({
      reason: "area.import.elsewhere",
      values: { line: entry.row.line, name: entry.name, place: state.tree.pathOf(found) },
    });
  return isBetween;
}

function changesOf(entry: AreaEntry, found: KnownArea, isRenamed: boolean): AreaChange {
  return {
    ...(isRenamed ? { name: entry.name, plainName: plainName(entry.name) } : {}),
    ...(entry.kind !== null && entry.kind !== found.kind ? { kind: entry.kind } : {}),
    ...(entry.households !== null && entry.households !== found.households ? { households: entry.households } : {}),
    ...(entry.residents !== null && entry.residents !== found.residents ? { residents: entry.residents } : {}),
  };
}

/** Whether a new area will lie below a known one. */
function hangsUnder(knownId: string | null, areaId: string, state: State): boolean {
  const above = state.plan.adds.find((area) => area.id === areaId)?.parentId;
  if (above === undefined) return false;
  const known = state.tree.byId.get(above);
  return known ? knownId === known.id || state.tree.isAbove(knownId, known) : hangsUnder(knownId, above, state);
}

export function add(entry: AreaEntry, parent: FoundPlace, state: State): void {
  const id = state.newId();
  const { name, level, kind, households, residents } = entry;
  const taken = entry.code === null ? undefined : state.tree.byCode.get(entry.code);
  if (taken && entry.code !== null) state.plan.endedCodes.push({ areaId: taken.id, code: entry.code });
  state.plan.adds.push({
    id,
    parentId: parent.areaId,
    level,
    name,
    plainName: plainName(name),
    kind,
    households,
    residents,
  });
  if (entry.code !== null) state.plan.codes.push({ areaId: id, code: entry.code, name: null, replaces: null });
  state.places.set(entry, { areaId: id, level, known: null });
}
