import booleanPointInPolygon from "@turf/boolean-point-in-polygon";
import { type Box, boxOf, type Shape } from "./model";

export type Located<T> = { of: T; shape: Shape };
type Boxed<T> = Located<T> & { box: Box };

const most = 64;

/** Finds the shapes around a point; those that may be meant are kept by squares, so that a city of grids is no search. */
export function locator<T>(shapes: readonly Located<T>[]): (lon: number, lat: number) => T[] {
  const boxed = shapes.map((located): Boxed<T> => ({ ...located, box: boxOf([located.shape]) }));
  const whole = boxOf(shapes.map(({ shape }) => shape));
  const [width, height] = [(whole.east - whole.west) / most || 1, (whole.north - whole.south) / most || 1];
  const column = (lon: number) => Math.floor((lon - whole.west) / width);
  const line = (lat: number) => Math.floor((lat - whole.south) / height);
  const squares = new Map<number, Boxed<T>[]>();
  for (const located of boxed) {
    const { west, east, south, north } = located.box;
    for (let x = column(west); x <= column(east); x += 1) {
      for (let y = line(south); y <= line(north); y += 1) {
        const square = x * (most + 1) + y;
        squares.set(square, [...(squares.get(square) ?? []), located]);
      }
    }
  }
  return (lon, lat) =>
    (squares.get(column(lon) * (most + 1) + line(lat)) ?? [])
      .filter(({ box, shape }) => isInBox(lon, lat, box) && booleanPointInPolygon([lon, lat], shape))
      .map(({ of }) => of);
}

const isInBox = (lon: number, lat: number, { west, east, south, north }: Box) =>
  lon >= west && lon <= east && lat >= south && lat <= north;
