import type { Random } from "./random";

/** Metres east and north of the middle of a street. */
export type Point = readonly [number, number];

/** A convex outline, counter-clockwise, its first point not repeated. */
export type Ring = readonly Point[];

/** An irregular oval: all its corners lie on an ellipse, so every cut of it stays convex. */
export function oval(random: Random, width: number, height: number): Ring {
  const corners = 15;
  return Array.from({ length: corners }, (_, corner): Point => {
    const angle = ((corner + random.between(-0.35, 0.35)) / corners) * 2 * Math.PI;
    return [(width / 2) * Math.cos(angle), (height / 2) * Math.sin(angle)];
  });
}

/**
 * Parts of about equal size that fill the ring. Where `shift` is given the first part ends that many metres short of its
 * neighbour, or reaches that far into it if negative.
 */
export function divide(random: Random, ring: Ring, parts: number, shift = 0): Ring[] {
  if (parts < 2) return [ring];
  const first = Math.ceil(parts / 2);
  const share = first / parts + random.between(-0.07, 0.07);
  const normal = across(ring, random.between(-0.3, 0.3));
  const offset = offsetOf(ring, normal, Math.min(0.8, Math.max(0.2, share)));
  const [near, far] = cut(ring, normal, offset);
  if (parts === 2) return [shift === 0 ? near : cut(ring, normal, offset - shift)[0], far];
  return [...divide(random, near, first, shift), ...divide(random, far, parts - first)];
}

export function areaOf(ring: Ring): number {
  return ring.reduce((sum, [x, y], index) => sum + x * after(ring, index)[1] - after(ring, index)[0] * y, 0) / 2;
}

export function middleOf(ring: Ring): Point {
  const sum = ring.reduce(([sx, sy]: Point, [x, y]): Point => [sx + x, sy + y], [0, 0]);
  return [sum[0] / ring.length, sum[1] / ring.length];
}

/** A long block in the middle of a ring, as a building stands on its plot. */
export function oblongIn(ring: Ring): Ring {
  const [mx, my] = middleOf(ring);
  const [dx, dy] = across(ring, 0);
  const [long, wide] = [0.34, 0.13].map((part) => part * Math.sqrt(areaOf(ring))) as [number, number];
  const corners: Point[] = [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
  ];
  return corners.map(([a, b]): Point => [mx + a * long * dx - b * wide * dy, my + a * long * dy + b * wide * dx]);
}

/** Any point well inside. */
export function pointIn(random: Random, ring: Ring): Point {
  const [mx, my] = middleOf(ring);
  const corner = random.whole(0, ring.length - 1);
  const [ax, ay] = at(ring, corner);
  const [bx, by] = after(ring, corner);
  const along = random.next();
  const out = Math.sqrt(random.next()) * 0.9;
  return [mx + (ax + (bx - ax) * along - mx) * out, my + (ay + (by - ay) * along - my) * out];
}

/** Rows from north to south, within a row from west to east: the order in which grids are numbered. */
export function inReadingOrder(rings: Ring[], rows: number): Ring[] {
  const placed = rings.map((ring) => ({ ring, middle: middleOf(ring) })).sort((a, b) => b.middle[1] - a.middle[1]);
  const width = Math.ceil(placed.length / rows);
  return Array.from({ length: rows }, (_, row) => placed.slice(row * width, (row + 1) * width))
    .flatMap((row) => row.sort((a, b) => a.middle[0] - b.middle[0]))
    .map(({ ring }) => ring);
}

const at = (ring: Ring, index: number): Point => ring[index % ring.length] ?? [0, 0];
const after = (ring: Ring, index: number): Point => at(ring, index + 1);

/** The direction in which the ring is longest, turned a little. */
function across(ring: Ring, turn: number): Point {
  const [mx, my] = middleOf(ring);
  let [xx, yy, xy] = [0, 0, 0];
  for (const [x, y] of ring) {
    xx += (x - mx) ** 2;
    yy += (y - my) ** 2;
    xy += (x - mx) * (y - my);
  }
  const angle = Math.atan2(2 * xy, xx - yy) / 2 + turn;
  return [Math.cos(angle), Math.sin(angle)];
}

const along = ([x, y]: Point, normal: Point) => x * normal[0] + y * normal[1];

function offsetOf(ring: Ring, normal: Point, share: number): number {
  const reach = ring.map((point) => along(point, normal));
  let [low, high] = [Math.min(...reach), Math.max(...reach)];
  const wanted = areaOf(ring) * share;
  for (let step = 0; step < 40; step++) {
    const middle = (low + high) / 2;
    if (areaOf(cut(ring, normal, middle)[0]) < wanted) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

function cut(ring: Ring, normal: Point, offset: number): [Ring, Ring] {
  const near: Point[] = [];
  const far: Point[] = [];
  ring.forEach((point, index) => {
    const next = after(ring, index);
    const [here, there] = [along(point, normal) - offset, along(next, normal) - offset];
    if (here <= 0) near.push(point);
    else far.push(point);
    if (here <= 0 !== there <= 0) {
      const part = here / (here - there);
      const crossing: Point = [point[0] + (next[0] - point[0]) * part, point[1] + (next[1] - point[1]) * part];
      near.push(crossing);
      far.push(crossing);
    }
  });
  return [near, far];
}
