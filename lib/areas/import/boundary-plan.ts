import type { ImportReport, Notice, Rejection } from "../../exchange/report";
import type { CoordinateSystem, Shape } from "../../shapes/model";
import { findShift, type Reference, toWgs84 } from "../../shapes/systems";
import type { KnownArea, KnownTree } from "../known";
import { canonicalCode, codeSchemes, plainName } from "../model";
import { type BoundaryEntry, boundaryColumns } from "./boundary-sheet";

export type BoundaryPlan = {
  shapes: { areaId: string; shape: Shape; isNew: boolean }[];
  same: number;
  rejections: Rejection[];
  notices: Notice[];
};

type Planning = { tree: KnownTree; shapes: Map<string, Shape>; system: CoordinateSystem };
type Refusing = { reason: string; values: Record<string, string | number> };
type Found = { area: KnownArea } | Refusing;
type Readable = { area: KnownArea; read: Shape };

/** Finds the area of each feature and what its shape would change. */
export function planBoundaries(entries: BoundaryEntry[], { tree, shapes, system }: Planning): BoundaryPlan {
  const plan: BoundaryPlan = { shapes: [], same: 0, rejections: [], notices: [] };
  const references: Reference[] = [];
  for (const { area, read } of readable(entries, tree, plan)) {
    const before = shapes.get(area.id) ?? null;
    const around = area.parentId === null ? null : (shapes.get(area.parentId) ?? null);
    const shape = toWgs84(read, system);
    references.push({ written: read, before, around });
    if (before && JSON.stringify(before) === JSON.stringify(shape)) plan.same += 1;
    else plan.shapes.push({ areaId: area.id, shape, isNew: before === null });
  }
  const shift = findShift(references, system);
  if (shift) plan.notices.push({ reason: "area.boundaries.shifted", values: { ...shift, said: system } });
  return plan;
}

/** The features whose area is known and whose shape is sound, one for each area; of the others, what is wrong. */
function readable(entries: BoundaryEntry[], tree: KnownTree, { rejections, notices }: BoundaryPlan): Readable[] {
  const lines = new Map<string, number>();
  return entries.flatMap((entry) => {
    const refuse = (column: string, { reason, values }: Refusing) => {
      rejections.push({ ...entry.row, column, value: entry.codes[0] ?? entry.name, reason, values });
      return [];
    };
    const found = areaOf(entry, tree);
    if ("fault" in entry.read) {
      const { reason, values } = entry.read.fault;
      refuse("geometry", { reason, values: { ...values, name: entry.name || entry.codes[0] || "–" } });
    }
    if (!("area" in found)) return refuse(boundaryColumns[1] ?? "", found);
    if ("fault" in entry.read) return [];
    const line = lines.get(found.area.id);
    const values = { name: tree.pathOf(found.area), line: line ?? 0 };
    if (line !== undefined) return refuse("name", { reason: "area.import.claimed", values });
    lines.set(found.area.id, entry.row.line);
    notices.push(...mendingOf(entry));
    return [{ area: found.area, read: entry.read.shape }];
  });
}

function mendingOf({ name, read }: BoundaryEntry): Notice[] {
  return "fault" in read || !read.mended
    ? []
    : [{ reason: "area.boundaries.mended", values: { ...read.mended, name } }];
}

export function boundaryReport(file: string, read: number, plan: BoundaryPlan): ImportReport {
  const created = plan.shapes.filter(({ isNew }) => isNew).length;
  const lines = new Set(plan.rejections.map(({ line }) => line));
  return {
    kind: "boundaries",
    file,
    columns: boundaryColumns,
    applied: false,
    read,
    new: created,
    changed: plan.shapes.length - created,
    same: plan.same,
    rejected: lines.size,
    rejections: plan.rejections,
    notices: plan.notices,
  };
}

/** By any of its codes in any scheme, where its name agrees or the code is the only word; else by its name. */
function areaOf(entry: BoundaryEntry, tree: KnownTree): Found {
  const coded = unique(
    entry.codes.flatMap((written) =>
      codeSchemes.flatMap((scheme) => {
        const code = canonicalCode(scheme, written);
        return code === null ? [] : tree.resolve(`${scheme}:${code}`);
      }),
    ),
  );
  const plain = plainName(entry.name);
  const agreeing = coded.filter((area) => area.plainName === plain);
  if (agreeing[0] && agreeing.length === 1) return { area: agreeing[0] };
  if (coded[0] && coded.length === 1 && entry.name === "") return { area: coded[0] };
  const named = entry.name === "" ? [] : namedAreas(entry, plain, tree);
  if (named[0] && named.length === 1) return { area: named[0] };
  const candidates = unique([...coded, ...named])
    .slice(0, 8)
    .map((area) => tree.pathOf(area))
    .join("; ");
  if (named.length > 1 || coded.length > 1) return { reason: "area.import.ambiguous", values: { candidates } };
  if (coded.length === 1) return { reason: "area.boundaries.nameOther", values: { candidates } };
  return unknownOf(entry);
}

function unknownOf({ name, codes, properties }: BoundaryEntry): Refusing {
  return name === "" && codes.length === 0
    ? { reason: "area.boundaries.nameless", values: { properties: properties.slice(0, 12).join(", ") || "–" } }
    : { reason: "area.boundaries.unknown", values: { name: name || codes.join(", ") } };
}

function namedAreas({ level, parentCode }: BoundaryEntry, plain: string, tree: KnownTree): KnownArea[] {
  const alike = tree.named(plain).filter((area) => level === null || area.level === level);
  const under =
    parentCode === null
      ? []
      : codeSchemes.flatMap((scheme) => tree.resolve(`${scheme}:${canonicalCode(scheme, parentCode) ?? ""}`));
  const kept = alike.filter((area) => under.some((parent) => tree.isAbove(parent.id, area)));
  return kept.length > 0 ? kept : alike;
}

const unique = (areas: KnownArea[]) => [...new Set(areas)];
