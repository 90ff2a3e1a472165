import type { Position } from "geojson";
import { boxOf, polygonsOf, type Shape, shapeOf } from "./model";

/** The same shape with fewer points: no point farther from the line than a thousandth of its extent (Douglas–Peucker). */
export function thinned(shape: Shape, share = 1 / 1500): Shape {
  const { west, south, east, north } = boxOf([shape]);
  const tolerance = Math.max(east - west, north - south) * share;
  const polygons = polygonsOf(shape).map((rings) => rings.map((ring) => thinRing(ring, tolerance)));
  const kept = polygons.map((rings) => rings.filter((ring) => ring.length >= 4)).filter((rings) => rings.length > 0);
  return kept.length > 0 ? shapeOf(kept) : shape;
}

function thinRing(ring: Position[], tolerance: number): Position[] {
  const middle = Math.floor(ring.length / 2);
  return [...thinLine(ring.slice(0, middle + 1), tolerance).slice(0, -1), ...thinLine(ring.slice(middle), tolerance)];
}

function thinLine(line: Position[], tolerance: number): Position[] {
  const keep = new Set([0, line.length - 1]);
  const spans: [number, number][] = [[0, line.length - 1]];
  for (let span = spans.pop(); span; span = spans.pop()) {
    const [from, to] = span;
    let [farthest, most] = [-1, tolerance];
    for (let index = from + 1; index < to; index += 1) {
      const distance = distanceTo(line[index], line[from], line[to]);
      if (distance > most) [farthest, most] = [index, distance];
    }
    if (farthest < 0) continue;
    keep.add(farthest);
    spans.push([from, farthest], [farthest, to]);
  }
  return line.filter((_, index) => keep.has(index));
}

function distanceTo(point: Position = [], from: Position = [], to: Position = []): number {
  const [x = 0, y = 0] = point;
  const [x0 = 0, y0 = 0] = from;
  const [x1 = 0, y1 = 0] = to;
  const length = (x1 - x0) ** 2 + (y1 - y0) ** 2;
  const along = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - x0) * (x1 - x0) + (y - y0) * (y1 - y0)) / length));
  return Math.hypot(x - x0 - along * (x1 - x0), y - y0 - along * (y1 - y0));
}
