import type { Position } from "geojson";
import { type Box, boxOf, middleOf, polygonsOf, type Shape } from "./model";

export type Drawing = { path: string; labelX: number; labelY: number; height: number };

export const drawingWidth = 1000;

/** Shapes as SVG paths in one box 1000 wide, north up, in whole steps relative to the point before. */
export function draw(shapes: readonly Shape[]): Drawing[] {
  if (shapes.length === 0) return [];
  const box = boxOf(shapes);
  const place = placing(box);
  const [, height] = place([box.east, box.south]);
  return shapes.map((shape) => {
    const [labelX, labelY] = place(middleOf(shape));
    return { path: pathOf(shape, place), labelX, labelY, height: Math.max(1, height) };
  });
}

type Place = (position: Position) => [x: number, y: number];

const mercator = (lat: number) => Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) * (180 / Math.PI);

function placing({ west, north, east, south }: Box): Place {
  const tall = mercator(north) - mercator(south);
  const scale = drawingWidth / Math.max(east - west, tall / 2, 1e-9);
  const top = mercator(north);
  return ([lon = 0, lat = 0]) => [Math.round((lon - west) * scale), Math.round((top - mercator(lat)) * scale)];
}

function pathOf(shape: Shape, place: Place): string {
  return polygonsOf(shape)
    .flat()
    .map((ring) => ringPath(ring.map(place)))
    .join("");
}

function ringPath(points: [number, number][]): string {
  const steps: string[] = [];
  let [x, y] = points[0] ?? [0, 0];
  const start = `M${x} ${y}`;
  for (const [nextX, nextY] of points.slice(1, -1)) {
    if (nextX === x && nextY === y) continue;
    steps.push(`l${nextX - x} ${nextY - y}`);
    [x, y] = [nextX, nextY];
  }
  return steps.length > 1 ? `${start}${steps.join("")}z` : "";
}
