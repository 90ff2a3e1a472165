import type { Position } from "geojson";
import { groundOf, placeOn } from "./ground";
import { boxOf, middleOf, polygonsOf, type Shape } from "./model";

export type Drawing = { path: string; labelX: number; labelY: number; height: number };

/** Shapes as SVG paths in one box 1000 wide, north up, in whole steps relative to the point before. */
export function draw(shapes: readonly Shape[]): Drawing[] {
  if (shapes.length === 0) return [];
  const ground = groundOf(boxOf(shapes));
  const place = (position: Position) => placeOn(ground, position);
  return shapes.map((shape) => {
    const [labelX, labelY] = place(middleOf(shape));
    return { path: pathOf(shape, place), labelX, labelY, height: ground.height };
  });
}

type Place = (position: Position) => [x: number, y: number];

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
