import type { Position } from "geojson";
import type { Point, Ring } from "./plane";
import type { Random } from "./random";

const stride = 90;
const metresPerDegree = 111_320;

export type Ground = (point: Point) => Position;

/** From the flat drawing to the earth: bent like old lanes and rivers, then placed around a true point in WGS-84. */
export function groundAround(random: Random, lon: number, lat: number): Ground {
  const waves = [
    { height: random.between(140, 200), length: random.between(3200, 4200) },
    { height: random.between(14, 20), length: random.between(520, 700) },
  ].map((wave) => ({ ...wave, east: random.between(0, 6.28), north: random.between(0, 6.28) }));
  const perLon = metresPerDegree * Math.cos((lat * Math.PI) / 180);
  return ([x, y]) => {
    let [east, north] = [x, y];
    for (const wave of waves) {
      east += wave.height * Math.sin((y / wave.length) * 2 * Math.PI + wave.east);
      north += wave.height * Math.sin((x / wave.length) * 2 * Math.PI + wave.north);
    }
    return [round(lon + east / perLon), round(lat + north / metresPerDegree)];
  };
}

/** Closed outlines on the earth; rings that touch share every point of the common line, so they neither part nor overlap. */
export function drawTogether(rings: readonly Ring[], ground: Ground): Position[][] {
  const corners = distinct(rings.flat());
  return rings.map((ring) =>
    closed(
      ring.flatMap((point, index) => line(point, ring[(index + 1) % ring.length] ?? point, corners)),
      ground,
    ),
  );
}

export const drawAlone = (ring: Ring, ground: Ground): Position[] => closed(ring, ground);

/** The same outline with fewer points: none is further than `tolerance` degrees from what it was. */
export function thinned(outline: Position[], tolerance: number): Position[] {
  const first = outline[0] ?? [0, 0];
  const opposite = outline.reduce(
    (best, point, index) => (gap(point, first) > gap(outline[best] ?? first, first) ? index : best),
    0,
  );
  const halves = [
    ...keepCorners(outline.slice(0, opposite + 1), tolerance),
    ...keepCorners(outline.slice(opposite), tolerance).slice(1),
  ];
  return halves.length < 4 ? outline : halves;
}

const round = (degrees: number) => Math.round(degrees * 1e6) / 1e6;
const key = ([x, y]: Point) => `${x},${y}`;
const gap = (a: Position, b: Position) => Math.hypot((a[0] ?? 0) - (b[0] ?? 0), (a[1] ?? 0) - (b[1] ?? 0));

function distinct(points: Point[]): Point[] {
  return [...new Map(points.map((point) => [key(point), point])).values()].sort((a, b) => a[0] - b[0]);
}

function closed(points: Ring, ground: Ground): Position[] {
  const outline = points.map(ground);
  return [...outline, outline[0] ?? [0, 0]];
}

/** From `from` up to but not including `to`, over every corner on the way and points in between. */
function line(from: Point, to: Point, corners: Point[]): Point[] {
  const stops = [from, ...between(from, to, corners), to];
  return stops.slice(0, -1).flatMap((stop, index) => strides(stop, stops[index + 1] ?? to));
}

function between(from: Point, to: Point, corners: Point[]): Point[] {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const length = Math.hypot(dx, dy);
  const [west, east] = [Math.min(from[0], to[0]) - 1e-6, Math.max(from[0], to[0]) + 1e-6];
  const found: { part: number; point: Point }[] = [];
  for (let index = firstFrom(corners, west); index < corners.length; index++) {
    const point = corners[index];
    if (!point || point[0] > east) break;
    const part = ((point[0] - from[0]) * dx + (point[1] - from[1]) * dy) / length;
    const off = Math.abs((point[0] - from[0]) * dy - (point[1] - from[1]) * dx) / length;
    if (off < 1e-6 && part > 1e-6 && part < length - 1e-6) found.push({ part, point });
  }
  return found.sort((a, b) => a.part - b.part).map(({ point }) => point);
}

function firstFrom(corners: Point[], west: number): number {
  let [low, high] = [0, corners.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((corners[middle]?.[0] ?? 0) < west) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Points in between are reckoned from the same end for both neighbours. */
function strides(from: Point, to: Point): Point[] {
  const steps = Math.ceil(Math.hypot(to[0] - from[0], to[1] - from[1]) / stride);
  const turned = from[0] > to[0] || (from[0] === to[0] && from[1] > to[1]);
  const [a, b] = turned ? [to, from] : [from, to];
  return Array.from({ length: steps }, (_, step): Point => {
    if (step === 0) return from;
    const part = (turned ? steps - step : step) / steps;
    return [a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part];
  });
}

function keepCorners(points: Position[], tolerance: number): Position[] {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || points.length < 3) return points;
  let [worst, furthest] = [0, 0];
  points.forEach((point, index) => {
    const off = offLine(point, first, last);
    if (off > furthest) [worst, furthest] = [index, off];
  });
  if (furthest <= tolerance) return [first, last];
  return [
    ...keepCorners(points.slice(0, worst + 1), tolerance),
    ...keepCorners(points.slice(worst), tolerance).slice(1),
  ];
}

function offLine(point: Position, from: Position, to: Position): number {
  const length = gap(from, to);
  if (length === 0) return gap(point, from);
  const [px, py] = [(point[0] ?? 0) - (from[0] ?? 0), (point[1] ?? 0) - (from[1] ?? 0)];
  return Math.abs(px * ((to[1] ?? 0) - (from[1] ?? 0)) - py * ((to[0] ?? 0) - (from[0] ?? 0))) / length;
}
