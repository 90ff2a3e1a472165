import turfArea from "@turf/area";
import turfDifference from "@turf/difference";
import turfIntersect from "@turf/intersect";
import turfUnion from "@turf/union";
import type { Feature, FeatureCollection, Position } from "geojson";
import { boxOf, middleOf, polygonsOf, type Shape, shapeOf } from "./model";

export type Part = { id: string; name: string; shape: Shape };
export type Patch = { m2: number; at: Position };

/** How parts cover a whole: square metres, and every gap, overlap and piece beyond the border worth a look. */
export type Cover = {
  areaM2: number;
  coveredM2: number;
  gaps: Patch[];
  overlaps: (Patch & { first: string; second: string })[];
  beyond: (Patch & { name: string })[];
};

/** Slivers below this many square metres come from how borders were drawn. */
const sliver = 1;

export const areaOf = (shape: Shape): number => turfArea(shape);

export function coverOf(whole: Shape, parts: readonly Part[]): Cover {
  const areaM2 = areaOf(whole);
  const union = unite(parts.map(({ shape }) => shape));
  const inside = union && both(whole, union);
  const gaps = union ? without(whole, union) : whole;
  return {
    areaM2,
    coveredM2: inside ? Math.min(areaM2, areaOf(inside)) : 0,
    gaps: patchesOf(gaps),
    overlaps: overlapsOf(parts),
    beyond: parts.flatMap(({ name, shape }) => patchesOf(without(shape, whole)).map((patch) => ({ ...patch, name }))),
  };
}

function overlapsOf(parts: readonly Part[]): Cover["overlaps"] {
  const boxes = parts.map(({ shape }) => boxOf([shape]));
  return parts.flatMap((first, index) =>
    parts.slice(index + 1).flatMap((second, offset) => {
      const [a, b] = [boxes[index], boxes[index + 1 + offset]];
      if (!a || !b || a.east < b.west || b.east < a.west || a.north < b.south || b.north < a.south) return [];
      return patchesOf(both(first.shape, second.shape)).map((patch) => ({
        ...patch,
        first: first.name,
        second: second.name,
      }));
    }),
  );
}

/** The pieces of a shape as places with their size, largest first. */
function patchesOf(shape: Shape | null): Patch[] {
  if (!shape) return [];
  const pieces = polygonsOf(shape).map((rings) => shapeOf([rings]));
  return pieces
    .map((piece) => ({ m2: areaOf(piece), at: middleOf(piece) }))
    .filter(({ m2 }) => m2 >= sliver)
    .sort((a, b) => b.m2 - a.m2);
}

function unite(shapes: Shape[]): Shape | null {
  const [only, ...others] = shapes;
  if (!only) return null;
  return others.length === 0 ? only : (turfUnion(collection(shapes))?.geometry ?? null);
}

const both = (a: Shape, b: Shape): Shape | null => turfIntersect(collection([a, b]))?.geometry ?? null;
const without = (a: Shape, b: Shape): Shape | null => turfDifference(collection([a, b]))?.geometry ?? null;

function collection(shapes: Shape[]): FeatureCollection<Shape> {
  const features = shapes.map((geometry): Feature<Shape> => ({ type: "Feature", properties: {}, geometry }));
  return { type: "FeatureCollection", features };
}
