import type { Position } from "geojson";
import { mended } from "./mend";
import { isSwapped, polygonsOf, type Shape, shapeOf, signedArea } from "./model";

export type ShapeFault = { reason: string; values: Record<string, string | number> };

/** What was read of a geometry; `mended` tells of a ring that crossed itself by next to nothing. */
export type ReadShape = { shape: Shape; mended: { at: string; m2: number } | null } | { fault: ShapeFault };

/** Reads a geometry of a file as a shape, or names what is wrong with it. */
export function readShape(geometry: unknown): ReadShape {
  if (!isRecord(geometry)) return fault("shape.missing");
  const polygons = polygonsIn(geometry);
  if (polygons === null) return fault("shape.type", { type: String(geometry.type) });
  if (polygons.length === 0) return fault("shape.empty");
  const read: Position[][][] = [];
  for (const polygon of polygons) {
    const found = readPolygon(polygon);
    if ("fault" in found) return found;
    read.push(found.rings);
  }
  return uncrossed(shapeOf(read));
}

/** The polygons of a geometry, also of a collection; what else lies in a collection is no ground. Null where none are meant. */
function polygonsIn({ type, coordinates, geometries }: Record<string, unknown>): unknown[] | null {
  if (type === "Polygon") return [coordinates];
  if (type === "MultiPolygon") return isList(coordinates) ? coordinates : [];
  if (type !== "GeometryCollection" || !isList(geometries)) return null;
  const within = geometries.flatMap((part) => (isRecord(part) && part.type !== type ? (polygonsIn(part) ?? []) : []));
  return within.length > 0 ? within : null;
}

function uncrossed(shape: Shape): ReadShape {
  const crossing = polygonsOf(shape)
    .flat()
    .map(crossingOf)
    .find((found) => found !== null);
  if (!crossing) return { shape, mended: null };
  const at = `${crossing[0]}, ${crossing[1]}`;
  const sound = mended(shape);
  return sound ? { shape: sound.shape, mended: { at, m2: Math.round(sound.m2) } } : fault("shape.crossing", { at });
}

function readPolygon(written: unknown): { rings: Position[][] } | { fault: ShapeFault } {
  if (!isList(written) || written.length === 0) return fault("shape.empty");
  const rings: Position[][] = [];
  for (const ring of written) {
    const found = readRing(ring);
    if ("fault" in found) return found;
    rings.push(found.ring);
  }
  return { rings };
}

function readRing(written: unknown): { ring: Position[] } | { fault: ShapeFault } {
  if (!isList(written)) return fault("shape.empty");
  const read = readPositions(written);
  if ("fault" in read) return read;
  const { ring } = read;
  const [first, last] = [ring[0], ring.at(-1)];
  if (!first || !last || written.length < 4) return fault("shape.fewPoints", { n: written.length });
  if (first[0] !== last[0] || first[1] !== last[1]) return fault("shape.unclosed");
  if (ring.length < 4) return fault("shape.fewPoints", { n: ring.length });
  if (signedArea(ring) !== 0) return { ring };
  const crossing = crossingOf(ring);
  return crossing ? fault("shape.crossing", { at: crossing.join(", ") }) : fault("shape.flat");
}

/** In order, without those that repeat the one before. */
function readPositions(written: unknown[]): { ring: Position[] } | { fault: ShapeFault } {
  const ring: Position[] = [];
  for (const [index, position] of written.entries()) {
    const found = readPosition(position, index + 1);
    if ("fault" in found) return found;
    const before = ring.at(-1);
    if (!before || before[0] !== found.position[0] || before[1] !== found.position[1]) ring.push(found.position);
  }
  return { ring };
}

function readPosition(written: unknown, n: number): { position: Position } | { fault: ShapeFault } {
  const [lon, lat]: unknown[] = isList(written) ? written : [];
  if (typeof lon !== "number" || typeof lat !== "number" || !Number.isFinite(lon) || !Number.isFinite(lat)) {
    return fault("shape.number", { n });
  }
  const at = `${lon}, ${lat}`;
  if (isSwapped(lon, lat)) return fault("shape.swapped", { at });
  if (Math.abs(lon) > 180 || Math.abs(lat) > 90) return fault("shape.range", { at });
  return { position: [lon, lat] };
}

/** Where two edges of a ring cross, if they do; edges are compared only where their extents meet. */
function crossingOf(ring: Position[]): Position | null {
  const edges = ring.slice(1).map((to, index) => edgeOf(ring[index] ?? to, to, index));
  edges.sort((a, b) => a.west - b.west);
  for (const [order, a] of edges.entries()) {
    for (let next = order + 1; next < edges.length; next += 1) {
      const b = edges[next];
      if (!b || b.west > a.east) break;
      const isNext = Math.abs(a.index - b.index) === 1 || Math.abs(a.index - b.index) === edges.length - 1;
      if (!isNext && a.south <= b.north && b.south <= a.north && cross(a, b)) return a.from;
    }
  }
  return null;
}

type Edge = { from: Position; to: Position; index: number; west: number; east: number; south: number; north: number };

function edgeOf(from: Position, to: Position, index: number): Edge {
  const [x0 = 0, y0 = 0] = from;
  const [x1 = 0, y1 = 0] = to;
  return {
    from,
    to,
    index,
    west: Math.min(x0, x1),
    east: Math.max(x0, x1),
    south: Math.min(y0, y1),
    north: Math.max(y0, y1),
  };
}

function cross(a: Edge, b: Edge): boolean {
  return side(a, b.from) * side(a, b.to) < 0 && side(b, a.from) * side(b, a.to) < 0;
}

function side({ from, to }: Edge, point: Position): number {
  const [x0 = 0, y0 = 0] = from;
  const [x1 = 0, y1 = 0] = to;
  const [x = 0, y = 0] = point;
  return Math.sign((x1 - x0) * (y - y0) - (y1 - y0) * (x - x0));
}

const fault = (reason: string, values: Record<string, string | number> = {}) => ({ fault: { reason, values } });
const isList = (value: unknown): value is unknown[] => Array.isArray(value);
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;
