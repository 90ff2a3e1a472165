import type { Notice, Rejection } from "../../exchange/report";
import type { KnownArea, KnownTree } from "../known";
import type { AreaLevel, CodeScheme } from "../model";
import type { AreaDecision } from "./decisions";
import type { Lineage } from "./lineage";
import type { AreaColumn, AreaEntry } from "./sheet";

export type NewArea = Pick<KnownArea, "id" | "level" | "name" | "plainName" | "kind" | "households" | "residents"> & {
  parentId: string;
};
export type AreaChange = Partial<Pick<KnownArea, "name" | "plainName" | "kind" | "households" | "residents">>;

export type Undecided = { entry: AreaEntry; parent: string; candidates: KnownArea[] };

/** What a list of areas would do to the tree. */
export type AreaPlan = {
  adds: NewArea[];
  codes: { areaId: string; code: string; name: string | null; replaces: string | null }[];
  codeNames: { areaId: string; code: string; name: string | null }[];
  endedCodes: { areaId: string; code: string }[];
  moves: { areaId: string; parentId: string }[];
  predecessors: { areaId: string; predecessorId: string }[];
  updates: { areaId: string; set: AreaChange }[];
  changed: number;
  same: number;
  skipped: number;
  undecided: Undecided[];
  rejections: Rejection[];
  notices: Notice[];
};

export type Planning = {
  tree: KnownTree;
  scheme: CodeScheme;
  decisions: Map<string, AreaDecision>;
  newId: () => string;
};

export type FoundPlace = { areaId: string; level: AreaLevel; known: KnownArea | null };
export type Place = FoundPlace | "rejected" | "skipped";

/** A plan in the making: where each entry went so far, and which entry took which area. */
export type State = Planning & {
  plan: AreaPlan;
  places: Map<AreaEntry, Place>;
  claimed: Map<string, AreaEntry>;
  listed: ReadonlySet<string>;
  lineage: Lineage;
};

export function nameOf(place: FoundPlace, state: State): string {
  return place.known?.name ?? state.plan.adds.find((area) => area.id === place.areaId)?.name ?? "";
}

export function refuse(
  state: State,
  entry: AreaEntry,
  reason: string,
  values: Record<string, string | number> = {},
): void {
  state.places.set(entry, "rejected");
  const value = entry.code === null ? entry.name : `${entry.code} ${entry.name}`;
  state.plan.rejections.push({ ...entry.row, column: columnOf(reason), value, reason, values });
}

const columns = {
  parent: ["parentUnknown", "parentMissing", "parentAmbiguous", "parentRejected", "levelOrder", "cycle"],
  code: ["twice", "codeTwice", "codeTaken"],
};

/** The column that is wrong, by our own name for it. */
function columnOf(reason: string): AreaColumn {
  const word = reason.replace("area.import.", "");
  if (columns.parent.includes(word)) return "parent";
  return columns.code.includes(word) ? "code" : "name";
}
