import type { Known } from "./guess";
import type { Person, Place } from "./people";

/** A figure as it was published, by whatever way. */
export type Told = {
  areaId: string;
  key: string;
  n: number;
  mean: number;
  meanCoarse: boolean;
  variance: number;
  top: number | null;
  coarse: boolean;
  weightedMean: number | null;
};

/** What is asked: the items of which the index of each sense is made. */
export type Sheet = { senses: Record<string, string[]> };

export const isExact = ({ meanCoarse, coarse, top }: Told) => !meanCoarse && !coarse && top !== null;

export function knownOf(cell: Told): Known {
  const { n, mean, variance, top } = cell;
  return { n, total: mean * n, squares: isExact(cell) ? variance * (n - 1) + n * mean ** 2 : null, top };
}

/** Who answered where, which the attack is given: how many, and whether anybody skipped a question. */
export type World = {
  places: Place[];
  groups: string[];
  keys: string[];
  chain: (id: string) => string[];
  below: (id: string) => string[];
  count: (group: string, key: string) => number;
  isComplete: (group: string, sense: string) => boolean;
};

export function layOut(places: Place[], people: Person[], { senses }: Sheet): World {
  const parents = new Map(places.map(({ id, parentId }) => [id, parentId]));
  const chain = (id: string): string[] => {
    const parent = parents.get(id);
    return parent ? [id, ...chain(parent)] : [id];
  };
  const groups = [...new Set(people.map(({ area }) => area))];
  const chains = new Map(groups.map((group) => [group, chain(group)]));
  const answered = ({ marks }: Person, codes: string[]) => codes.filter((code) => marks[code] !== undefined).length;
  const has = (person: Person, codes: string[]) => answered(person, codes) * 4 >= codes.length * 3;
  const parts = Object.values(senses);
  const meets: Record<string, (person: Person) => boolean> = {
    ...Object.fromEntries(parts.flat().map((code) => [`item.${code}`, (person: Person) => code in person.marks])),
    ...Object.fromEntries(
      Object.entries(senses).map(([sense, codes]) => [sense, (person: Person) => has(person, codes)]),
    ),
    overall: (person) => parts.every((codes) => has(person, codes)),
  };
  const counted = Object.entries(meets).map(([key, isMet]): [string, Map<string, number>] => {
    const counts = new Map<string, number>();
    for (const person of people.filter(isMet)) counts.set(person.area, (counts.get(person.area) ?? 0) + 1);
    return [key, counts];
  });
  const counts = new Map(counted);
  const all = (group: string) => people.filter(({ area }) => area === group);
  return {
    places,
    groups,
    keys: Object.keys(meets),
    chain: (id) => chains.get(id) ?? chain(id),
    below: (id) => groups.filter((group) => chains.get(group)?.includes(id)),
    count: (group, key) => counts.get(key)?.get(group) ?? 0,
    isComplete: (group, sense) => {
      const codes = senses[sense] ?? [];
      return all(group).every((person) => answered(person, codes) === codes.length);
    },
  };
}
