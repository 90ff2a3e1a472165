import { narrow, type Span } from "./bounds";
import { isExact, type Told, type World } from "./told";

/** Groups of which the bounds leave only that everybody stands at one end of the scale, or on one side of the top box. */
export function forced(world: World, cells: Told[], key: string): string[] {
  const means = spansOf(world, cells, key, meanSpan);
  const tops = spansOf(world, cells, key, topSpan);
  const exact = new Set(cells.filter(isExact).map(({ areaId }) => areaId));
  const isAtEnd = (group: string, spans: Map<string, Span>, [low, high]: Span) => {
    const n = world.count(group, key);
    const [least, most] = spans.get(group) ?? [low * n, high * n];
    return least > high * n - 0.5 || most < low * n + 0.5;
  };
  return world.groups
    .filter((group) => world.count(group, key) > 0 && !exact.has(group))
    .filter((group) => isAtEnd(group, means, meanSpan.ends) || isAtEnd(group, tops, topSpan.ends))
    .map((group) => `${key}: all ${world.count(group, key)} of ${group} stand on one side`);
}

type Telling = { ends: Span; of: (cell: Told) => Span };

function spansOf(world: World, cells: Told[], key: string, { ends: [low, high], of }: Telling) {
  const own = world.groups.map((group): [string, Span] => {
    const n = world.count(group, key);
    return [group, [low * n, high * n]];
  });
  return narrow(world.places, new Map(own), new Map(cells.map((cell) => [cell.areaId, of(cell)])));
}

const meanSpan: Telling = {
  ends: [1, 5],
  of: ({ n, mean, meanCoarse }) => {
    if (!meanCoarse) return [n * mean - 1e-6, n * mean + 1e-6];
    return [n * (mean < 1.3 ? 1 : mean - 0.1), n * (mean > 4.7 ? 5 : mean + 0.1)];
  },
};

const topSpan: Telling = {
  ends: [0, 1],
  of: ({ n, top, coarse }) => {
    if (top === null) return [0, n];
    if (!coarse) return [top, top];
    return top * 2 > n ? [n - 1, n] : [0, 1];
  },
};
