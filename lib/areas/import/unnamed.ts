import type { KnownArea } from "../known";
import type { AreaLevel } from "../model";
import type { State } from "./planning";

const few = 10;

/** Tells which areas of this scheme a list passes over: they lie below those it names, on a level that it goes down to. Nothing is done to them. */
export function noteUnnamed(state: State): void {
  const goesDownTo = levelsBelow(state);
  const candidates = new Set(state.plan.undecided.flatMap((undecided) => undecided.candidates.map(({ id }) => id)));
  const unnamed = [...state.tree.byId.values()].filter((area) => {
    if (area.code === null || state.listed.has(area.code) || state.claimed.has(area.id)) return false;
    const around = reachOf(area, state);
    return !candidates.has(area.id) && around !== null && (goesDownTo.get(around)?.has(area.level) ?? false);
  });
  if (unnamed.length === 0) return;
  const names = unnamed.slice(0, few).map(({ name, code }) => `${name} (${code})`);
  const told = [...names, ...(unnamed.length > few ? ["…"] : [])].join(", ");
  state.plan.notices.push({ reason: "area.import.unnamed", values: { n: unnamed.length, names: told } });
}

/** The area whose parts are compared: the one above the nearest that the list names, if it names that one too. */
function reachOf(area: KnownArea, state: Pick<State, "tree" | "claimed">): string | null {
  const { tree, claimed } = state;
  const above = area.parentId === null ? undefined : tree.byId.get(area.parentId);
  if (!above) return null;
  if (!claimed.has(above.id)) return reachOf(above, state);
  return above.parentId !== null && claimed.has(above.parentId) ? above.parentId : above.id;
}

/** The levels of what a list names below each area. */
function levelsBelow({ tree, claimed, plan }: State): Map<string, Set<AreaLevel>> {
  const below = new Map<string, Set<AreaLevel>>();
  const parents = new Map(plan.adds.map(({ id, parentId }) => [id, parentId]));
  const note = (level: AreaLevel, areaId: string | null | undefined): void => {
    if (!areaId) return;
    const levels = below.get(areaId) ?? new Set();
    if (levels.has(level)) return;
    below.set(areaId, levels.add(level));
    note(level, parents.get(areaId) ?? tree.byId.get(areaId)?.parentId);
  };
  for (const id of claimed.keys()) {
    const area = tree.byId.get(id);
    if (area) note(area.level, area.parentId);
  }
  for (const { level, parentId } of plan.adds) note(level, parentId);
  return below;
}
