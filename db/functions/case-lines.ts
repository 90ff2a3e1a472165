import { type Counter, caseCounters, clocks, mixDimensions } from "../../lib/counters/model";

export const list = (items: readonly string[], print: (item: string) => string, separator = ",\n    ") =>
  items.map(print).join(separator);

/** The cases of a few keys, each as f.c: `offset 0` has each looked up, where a join may read all there are. */
export const casesOf = (few: string) => `${few} n, lateral (select c from cases c where c.id = n.case_id offset 0) f`;

/** One thing a case may count as: which (SQL), the instant that places it in a day, and on what condition. */
type Line = { key: string; at: string; when: string };

/** Counters of a family are one line, whose key the case itself names. */
const counterLines: Line[] = [
  ...new Map(
    Object.entries(caseCounters).map(([name, { at, when, family }]: [string, Counter]) => {
      const line = family ? { ...family, at } : { key: `'${name}'`, at, when };
      return [line.key, line];
    }),
  ).values(),
];
const mixLines: Record<(typeof mixDimensions)[number], Line> = {
  category: { key: "coalesce(category_code, 'none')", at: "registered_at", when: "true" },
};
const lengthLines = clocks.map((clock) => ({
  clock,
  key: `${clock}_class::text`,
  at: `${clock}ed_at`,
  when: "validity = 'valid'",
}));

const array = (items: readonly string[]) => `array[${list(items, (item) => item, ",\n      ")}]`;
const instant = ({ at, when }: Line) =>
  when === "true" ? at : `case when ${when} then ${at} else null::timestamptz end`;
const keysAndInstants = (lines: readonly Line[]) =>
  `${array(lines.map(({ key }) => key))}, ${array(lines.map(instant))}`;

/** Day and key of everything a case counts as; inlined wherever it is read, so bulk reads cost a scan. */
const caseCounts = `
create or replace function case_counts(c cases) returns table (day date, key text)
language sql immutable as $$
  select local_day(k.at), k.key from (select (c).*) r, lateral unnest(${keysAndInstants(counterLines)}) k (key, at)
  where k.at is not null
$$`;

const caseMix = `
create or replace function case_mix(c cases) returns table (dimension text, day date, key text)
language sql immutable as $$
  select k.dimension, local_day(k.at), k.key
  from (select (c).*) r, lateral unnest(${array(mixDimensions.map((dimension) => `'${dimension}'`))}, ${keysAndInstants(Object.values(mixLines))}) k (dimension, key, at)
  where k.at is not null
$$`;

const caseLengths = `
create or replace function case_lengths(c cases) returns table (day date, clock text, class int)
language sql immutable as $$
  select local_day(k.at), k.clock, k.class::int
  from (select (c).*) r, lateral unnest(${array(clocks.map((clock) => `'${clock}'`))}, ${keysAndInstants(lengthLines)}) k (clock, class, at)
  where k.at is not null
$$`;

type Added = { what: string; line: Line };
const addedLines: Added[] = [
  ...counterLines.map((line) => ({ what: "case", line })),
  ...mixDimensions.map((what) => ({ what, line: mixLines[what] })),
  ...lengthLines.map((line) => ({ what: line.clock, line })),
];

/** All of these together: what a case adds to the counts of its area. */
const caseAdds = `
create or replace function case_adds(c cases) returns table (day date, what text, key text)
language sql immutable as $$
  select local_day(k.at), k.what, k.key
  from (select (c).*) r, lateral unnest(
    ${array(addedLines.map(({ what }) => `'${what}'`))},
    ${keysAndInstants(addedLines.map(({ line }) => line))}
  ) k (what, key, at) where k.at is not null
$$`;

export const caseLines = [caseCounts, caseMix, caseLengths, caseAdds];
