import booleanPointInPolygon from "@turf/boolean-point-in-polygon";
import gcoord from "gcoord";
import {
  type CoordinateSystem,
  coordinateSystems,
  mapPositions,
  middleOf,
  offsetOf,
  polygonsOf,
  type Shape,
} from "./model";

const systems = { wgs84: gcoord.WGS84, gcj02: gcoord.GCJ02, bd09: gcoord.BD09 } as const;

/** A copy in WGS-84, to a centimetre; what was given stays as it was. */
export function toWgs84(shape: Shape, system: CoordinateSystem): Shape {
  return mapPositions(shape, ([lon = 0, lat = 0]) => {
    const point = pointInWgs84({ lon, lat }, system);
    return [point.lon, point.lat];
  });
}

export function pointInWgs84({ lon, lat }: { lon: number; lat: number }, system: CoordinateSystem) {
  const [x = lon, y = lat] =
    system === "wgs84" ? [lon, lat] : gcoord.transform<[number, number]>([lon, lat], systems[system], systems.wgs84);
  return { lon: round(x), lat: round(y) };
}

const round = (degrees: number) => Math.round(degrees * 1e7) / 1e7;

/** A shape as it was written, beside what is known of its place in WGS-84: the shape of before, or the area around it. */
export type Reference = { written: Shape; before: Shape | null; around: Shape | null };

export type Shift = { system: CoordinateSystem; metres: number };

const farMetres = 60;

/**
 * Whether a file looks as if it was written in another system than was said: read that way it lies several times
 * nearer to what is known. Null where it fits, or where too little is known to tell.
 */
export function findShift(references: Reference[], said: CoordinateSystem): Shift | null {
  const known = references.filter(({ before, around }) => before ?? around);
  if (known.length === 0) return null;
  const misfits = coordinateSystems.map((system) => ({ system, metres: misfitOf(known, system) }));
  const given = misfits.find(({ system }) => system === said)?.metres ?? 0;
  const best = misfits.reduce((least, next) => (next.metres < least.metres ? next : least));
  const isShifted = best.system !== said && given > farMetres && best.metres < given / 3;
  return isShifted ? { system: best.system, metres: Math.round(given) } : null;
}

function misfitOf(references: Reference[], system: CoordinateSystem): number {
  const distances = references.map(({ written, before, around }) => {
    const shape = toWgs84(written, system);
    return before ? distanceOf(shape, before) : around ? spillOf(shape, around) : 0;
  });
  distances.sort((a, b) => a - b);
  return distances[Math.floor((distances.length - 1) / 2)] ?? 0;
}

function distanceOf(a: Shape, b: Shape): number {
  const { east, north } = offsetOf(middleOf(a), middleOf(b));
  return Math.hypot(east, north);
}

/** How much of an outline lies outside the area around it, as metres for comparison: all of it is a kilometre. */
function spillOf(shape: Shape, around: Shape): number {
  const points = polygonsOf(shape).flatMap(([outer = []]) => outer);
  const step = Math.max(1, Math.floor(points.length / 100));
  const sample = points.filter((_, index) => index % step === 0);
  const outside = sample.filter((point) => !booleanPointInPolygon(point, around)).length;
  return (outside / Math.max(1, sample.length)) * 1000;
}
