import { type Counter, caseCounters, dayCounters, groundCounters, visitCounters } from "../../lib/counters/model";
import { list } from "./case-lines";
import { arrays } from "./counting";
import { foundOn } from "./ground";

type RollUp = { counted: string; keys: readonly string[]; sums: readonly string[]; among?: string };
const of = (row: string, columns: readonly string[]) => list(columns, (column) => `${row}.${column}`, ", ");

/**
 * What every rollup should hold, from the records: the queries behind `recount`, `--repair` and bulk loading. Each adds
 * up within the smallest counted area first; then only areas that have counted ones below them add up theirs.
 */
const rolledUp = ({ counted, keys, sums, among = "true" }: RollUp) => `
  with bases as (
    select distinct on (area_id) area_id, ancestor_id as base, ancestor_pos as pos
    from area_ancestors where ${among} order by area_id, ancestor_pos desc
  ), upper as (
    select distinct ancestor_id from area_ancestors join bases using (area_id) where base = area_id and ancestor_id <> base and ${among}
  ), counted as materialized (${counted})
  select b.base as area_id, c.pos as area_pos, ${of("c", [...keys, ...sums])}
  from counted c join bases b on b.pos = c.pos and b.base = b.area_id where b.base not in (select ancestor_id from upper)
  union all
  select a.ancestor_id, a.ancestor_pos, ${of("c", keys)}, ${list(sums, (key) => `sum(c.${key})::int as ${key}`, ", ")}
  from counted c join bases b on b.pos = c.pos and b.base = b.area_id join area_ancestors a on a.area_id = b.base
  where a.ancestor_id in (select ancestor_id from upper) and ${among}
  group by a.ancestor_pos, a.ancestor_id, ${of("c", keys)}`;

/** Counters of the same instant: a case stands once in the day of it, with a bit for each of them that it counts in. */
const instants = [...new Set(Object.values<Counter>(caseCounters).map(({ at }) => at))].map((at, part) => ({
  at,
  counters: Object.entries<Counter>(caseCounters)
    .filter(([, counter]) => counter.at === at)
    .map(([key, { when }], place) => ({ key, when, holds: `part = ${part + 1} and bits & ${2 ** place} <> 0` })),
}));
const bitsOf = ({ counters }: (typeof instants)[number]) =>
  counters.map(({ when }, place) => `case when ${when} then ${2 ** place} else 0 end`).join(" | ");
const counts = instants.flatMap(({ counters }) =>
  counters.map(({ key, holds }) => `(count(*) filter (where ${holds}))::int as ${key}`),
);
const visitSums = Object.keys(visitCounters).map(
  (key) => `coalesce(sum(n) filter (where visit = '${key}'), 0)::int as ${key}`,
);

export const expectedDays = rolledUp({
  counted: `
    select pos, day, ${[...counts, ...visitSums].join(",\n      ")}
    from (
      select b.pos, local_day(k.at) as day, k.part, k.bits, null as visit, 0 as n
      from cases c join bases b using (area_id), lateral unnest(
        array[${instants.map(({ at }) => at).join(", ")}],
        array[${instants.map(bitsOf).join(",\n          ")}]) with ordinality k (at, bits, part)
      where k.at is not null and k.bits <> 0
      union all
      select b.pos, k.day, 0, 0, k.key, k.n from visits v join bases b using (area_id), visit_counts(v) k
      order by pos, day
    ) lines
    group by pos, day`,
  keys: ["day"],
  sums: dayCounters,
});

/** What is counted from the street up: each case is in the rows that a function over it names. */
const rolledUpMixed = (rowsOf: string, keys: readonly string[]) =>
  rolledUp({
    counted: `
    select b.pos, ${of("k", keys)}, count(*)::int as n
    from cases c join bases b using (area_id), ${rowsOf}(c) k group by b.pos, ${of("k", keys)}`,
    keys,
    sums: ["n"],
    among: "mixed = 1",
  });

export const expectedMix = rolledUpMixed("case_mix", ["dimension", "day", "key"]);

export const expectedDurations = `
  select area_id, day, area_pos, ${arrays}
  from (${rolledUpMixed("case_lengths", ["day", "clock", "class"])}) net
  group by area_id, area_pos, day`;

export const expectedGround = `
  select a.ancestor_id as area_id, found.day, a.ancestor_pos as area_pos, ${list(groundCounters, (key) => `coalesce(sum(n) filter (where key = '${key}'), 0) as ${key}`)}
  from (${foundOn("true")}) found join area_ancestors a on a.area_id = found.area_id
  group by 1, 2, 3`;
