import { candidatesOf, type KnownArea } from "../known";
import { mayHangUnder } from "../model";
import { type AreaParent, lineageOf } from "./lineage";
import { findKnown, pathsOf, sameName } from "./plan-find";
import { add, claim, decide } from "./plan-place";
import { type AreaPlan, type FoundPlace, nameOf, type Place, type Planning, refuse, type State } from "./planning";
import type { AreaEntry } from "./sheet";
import { noteUnnamed } from "./unnamed";

/**
 * Finds each entry among the known areas: by its code, else by name under the same parent, else by decision. What
 * cannot be told apart from a place that another set of codes already lists stays undecided.
 */
export function planAreas(entries: AreaEntry[], planning: Planning): AreaPlan {
  const plan: AreaPlan = {
    adds: [],
    codes: [],
    codeNames: [],
    endedCodes: [],
    moves: [],
    predecessors: [],
    updates: [],
    changed: 0,
    same: 0,
    skipped: 0,
    undecided: [],
    rejections: [],
    notices: [],
  };
  const state: State = {
    ...planning,
    plan,
    places: new Map(),
    claimed: new Map(),
    listed: new Set(entries.flatMap(({ code }) => code ?? [])),
    lineage: lineageOf(entries, planning),
  };
  for (const { entry, reason, values } of state.lineage.refused) refuse(state, entry, reason, values);
  for (const entry of state.lineage.folded) {
    state.places.set(entry, "skipped");
    plan.skipped += 1;
  }
  if (state.lineage.folded.length > 0)
    plan.notices.push({ reason: "area.import.folded", values: { n: state.lineage.folded.length } });
  for (const group of state.lineage.groups) placeGroup(group, state);
  noteUnusedDecisions(entries, state);
  noteAssumed(state);
  noteUnnamed(state);
  return plan;
}

/** Entries of one level: first those found beyond doubt, so that no doubtful one takes their place. */
function placeGroup(group: AreaEntry[], state: State): void {
  const doubtful = group.flatMap((entry) => {
    const parent = placeOfParent(entry, state);
    return parent && !placeSurely(entry, parent, state) ? [{ entry, parent }] : [];
  });
  for (const { entry, parent } of doubtful) {
    const candidates = candidatesOf(entry, parent.known, state);
    if (candidates === null) add(entry, parent, state);
    else leaveUndecided(entry, { parent, candidates }, state);
  }
}

/** Whether it was decided, found or refused. */
function placeSurely(entry: AreaEntry, parent: FoundPlace, state: State): boolean {
  const decision = state.decisions.get(entry.code ?? entry.name);
  const found = decision ? null : findKnown(entry, parent, state);
  if (decision) decide(entry, { parent, decision }, state);
  else if (found) claim(entry, { found, parent }, state);
  return state.places.has(entry);
}

function placeOfParent(entry: AreaEntry, state: State): FoundPlace | null {
  const parent = state.lineage.parentOf(entry);
  const place = placeOf(parent, state);
  if (place === "skipped") {
    state.places.set(entry, "skipped");
    state.plan.skipped += 1;
    return null;
  }
  if (place === "rejected") {
    const line = parent.of === "entry" ? parent.entry.row.line : 0;
    refuse(state, entry, "area.import.parentRejected", { line });
    return null;
  }
  const isTop = place.known?.id === state.tree.into.id && entry.level === place.level && sameName(entry, place.known);
  if (!isTop && !mayHangUnder(entry.level, place.level)) {
    refuse(state, entry, "area.import.levelOrder", { name: nameOf(place, state) });
    return null;
  }
  return place;
}

function placeOf(parent: AreaParent, state: State): Place {
  if (parent.of === "entry") return state.places.get(parent.entry) ?? "rejected";
  return { areaId: parent.area.id, level: parent.area.level, known: parent.area };
}

type Doubt = { parent: FoundPlace; candidates: KnownArea[] };

function leaveUndecided(entry: AreaEntry, { parent, candidates }: Doubt, state: State): void {
  state.plan.undecided.push({ entry, parent: nameOf(parent, state), candidates });
  refuse(state, entry, candidates.length > 0 ? "area.import.undecided" : "area.import.undecidedAlone", {
    candidates: pathsOf(candidates, state),
  });
}

/** New areas whose written parent nobody knows, which hang under the area that is imported into. */
function noteAssumed({ plan, places, lineage, tree }: State): void {
  const added = new Set(plan.adds.map(({ id }) => id));
  const assumed = [...places].flatMap(([entry, place]) => {
    const parent = lineage.parentOf(entry);
    const isNew = typeof place === "object" && added.has(place.areaId);
    return isNew && parent.of === "known" && parent.assumed ? [`${entry.name} (${entry.parent})`] : [];
  });
  if (assumed.length === 0) return;
  const values = { n: assumed.length, names: assumed.slice(0, 5).join(", "), into: tree.into.name };
  plan.notices.push({ reason: "area.import.assumed", values });
}

function noteUnusedDecisions(entries: AreaEntry[], state: State): void {
  const keys = new Set(entries.map((entry) => entry.code ?? entry.name));
  const unused = [...state.decisions.keys()].filter((key) => !keys.has(key));
  if (unused.length > 0)
    state.plan.notices.push({ reason: "area.import.decideUnused", values: { codes: unused.join(", ") } });
}
