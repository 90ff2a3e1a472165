import type { MultiPolygon, Polygon, Position } from "geojson";

export const coordinateSystems = ["wgs84", "gcj02", "bd09"] as const;
export type CoordinateSystem = (typeof coordinateSystems)[number];

export type Shape = Polygon | MultiPolygon;

export function polygonsOf(shape: Shape): Position[][][] {
  return shape.type === "Polygon" ? [shape.coordinates] : shape.coordinates;
}

export function shapeOf(polygons: Position[][][]): Shape {
  const [only, ...others] = polygons;
  return only && others.length === 0
    ? { type: "Polygon", coordinates: only }
    : { type: "MultiPolygon", coordinates: polygons };
}

export function mapPositions(shape: Shape, change: (position: Position) => Position): Shape {
  return shapeOf(polygonsOf(shape).map((rings) => rings.map((ring) => ring.map(change))));
}

export type Box = { west: number; south: number; east: number; north: number };

export function boxOf(shapes: Iterable<Shape>): Box {
  const box: Box = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity };
  for (const shape of shapes) {
    for (const [lon = 0, lat = 0] of polygonsOf(shape).flat(2)) {
      box.west = Math.min(box.west, lon);
      box.east = Math.max(box.east, lon);
      box.south = Math.min(box.south, lat);
      box.north = Math.max(box.north, lat);
    }
  }
  return box;
}

const metresPerDegree = 111_320;

/** Metres from one point to another, east and north; good for distances within a city. */
export function offsetOf(from: Position, to: Position): { east: number; north: number } {
  const [fromLon = 0, fromLat = 0] = from;
  const [toLon = 0, toLat = 0] = to;
  const narrow = Math.cos(((fromLat + toLat) / 2) * (Math.PI / 180));
  return { east: (toLon - fromLon) * metresPerDegree * narrow, north: (toLat - fromLat) * metresPerDegree };
}

/** The middle of a shape, weighted by area. */
export function middleOf(shape: Shape): Position {
  let [area, lon, lat] = [0, 0, 0];
  const origin = polygonsOf(shape)[0]?.[0]?.[0] ?? [0, 0];
  const [lon0 = 0, lat0 = 0] = origin;
  for (const ring of polygonsOf(shape).flatMap((rings) => rings.slice(0, 1))) {
    const turn = Math.sign(signedArea(ring)) || 1;
    for (let index = 1; index < ring.length; index += 1) {
      const [x0 = 0, y0 = 0] = ring[index - 1] ?? [];
      const [x1 = 0, y1 = 0] = ring[index] ?? [];
      const cross = turn * ((x0 - lon0) * (y1 - lat0) - (x1 - lon0) * (y0 - lat0));
      area += cross;
      lon += (x0 + x1 - 2 * lon0) * cross;
      lat += (y0 + y1 - 2 * lat0) * cross;
    }
  }
  return area === 0 ? origin : [lon0 + lon / (3 * area), lat0 + lat / (3 * area)];
}

/** Twice the area inside a ring in square degrees, positive where it turns left. */
export function signedArea(ring: readonly Position[]): number {
  const [lon0 = 0, lat0 = 0] = ring[0] ?? [];
  return ring.reduce((sum, [x1 = 0, y1 = 0], index) => {
    const [x0 = 0, y0 = 0] = ring[index - 1] ?? [lon0, lat0];
    return sum + (x0 - lon0) * (y1 - lat0) - (x1 - lon0) * (y0 - lat0);
  }, 0);
}

/** Latitude first: beyond a pole, or, read the other way round, inside China where it is not as it stands. */
export function isSwapped(lon: number, lat: number): boolean {
  const isChina = (x: number, y: number) => x > 73 && x < 136 && y > 3 && y < 54;
  return (
    (Math.abs(lat) > 90 && Math.abs(lat) <= 180 && Math.abs(lon) <= 90) ||
    (isChina(lat, lon) && !isChina(lon, lat)) ||
    lat < -65
  );
}
