import type { Place } from "./people";

export type Span = [number, number];

/** Narrows what the sum of each place may be, given that it is that of its own people and of the places below: until nothing narrows. */
export function narrow(places: Place[], own: Map<string, Span>, told: Map<string, Span>): Map<string, Span> {
  const spans = new Map<string, Span>();
  const below = new Map<string, string[]>();
  for (const { id, parentId } of places) below.set(parentId, [...(below.get(parentId) ?? []), id]);
  const ownOf = (id: string) => `${id} itself`;
  for (const { id } of places) {
    spans.set(ownOf(id), [...(own.get(id) ?? [0, 0])]);
    spans.set(id, told.get(id) ?? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]);
  }
  const at = (id: string): Span => spans.get(id) ?? [0, 0];
  for (let turn = 0; turn < 12; turn += 1)
    for (const { id } of [...places].reverse()) {
      const parts = [ownOf(id), ...(below.get(id) ?? [])];
      const sum = (end: 0 | 1) => parts.reduce((all, part) => all + at(part)[end], 0);
      spans.set(id, [Math.max(at(id)[0], sum(0)), Math.min(at(id)[1], sum(1))]);
      for (const part of parts) {
        const others = (end: 0 | 1) =>
          parts.filter((other) => other !== part).reduce((all, other) => all + at(other)[end], 0);
        spans.set(part, [Math.max(at(part)[0], at(id)[0] - others(1)), Math.min(at(part)[1], at(id)[1] - others(0))]);
      }
    }
  return new Map(places.map(({ id }) => [id, at(ownOf(id))]));
}
