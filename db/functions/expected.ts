import { caseCounters, dayCounters, groundCounters, visitCounters } from "../../lib/counters/model";
import { list } from "./case-lines";
import { arrays } from "./counting";
import { foundOn } from "./ground";

/** The smallest counted area around each area. */
const bases = `with bases as (
    select distinct on (area_id) area_id, ancestor_id as base from area_ancestors order by area_id, ancestor_pos desc
  )`;

/** Each case is read once, and stands there once for each instant that may place it in a day. */
const instants = [...new Set(Object.values(caseCounters).map(({ at }) => at))];
const counter = (key: string) => {
  const found = Object.entries(caseCounters).find(([name]) => name === key)?.[1];
  return found
    ? `(count(*) filter (where k.part = ${instants.indexOf(found.at)} and (${found.when})))::int as ${key}`
    : `0 as ${key}`;
};
const casesByDay = `
  select b.base, local_day(k.at) as day, ${list(dayCounters, counter)}
  from cases c join bases b on b.area_id = c.area_id,
    lateral (values ${list(instants, (at) => `(${instants.indexOf(at)}, ${at})`, ", ")}) k (part, at)
  where k.at is not null group by 1, 2`;

const visitsByDay = `
  select b.base, visited_on, ${list(dayCounters, (key) => {
    const n = Object.entries(visitCounters).find(([name]) => name === key)?.[1];
    return n ? `sum(${n})::int` : "0";
  })}
  from visits v join bases b on b.area_id = v.area_id group by 1, 2`;

/**
 * What every rollup should hold, from the records: the one query behind \`recount\`, \`--repair\` and bulk loading. Adds
 * up within the smallest counted area first, then along its ancestors.
 */
export const expectedDays = `
  ${bases}, counted as (${casesByDay} union all ${visitsByDay})
  select a.ancestor_id as area_id, c.day, a.ancestor_pos as area_pos, ${list(dayCounters, (key) => `sum(c.${key})::int as ${key}`)}
  from counted c join area_ancestors a on a.area_id = c.base
  where ${list(dayCounters, (key) => `c.${key} <> 0`, " or ")}
  group by a.ancestor_id, c.day, a.ancestor_pos`;

export const expectedMix = `
  ${bases}
  select a.ancestor_id as area_id, x.dimension, x.day, x.key, a.ancestor_pos as area_pos, sum(x.n)::int as n
  from (select b.base, k.dimension, k.day, k.key, count(*) as n from cases c join bases b on b.area_id = c.area_id, case_mix(c) k group by 1, 2, 3, 4) x
  join area_ancestors a on a.area_id = x.base and a.mixed = 1
  group by 1, 2, 3, 4, 5`;

export const expectedDurations = `
  ${bases}
  select area_id, day, area_pos, ${arrays}
  from (
    select a.ancestor_id as area_id, a.ancestor_pos as area_pos, x.day, x.clock, x.class, sum(x.n)::int as n
    from (select b.base, k.day, k.clock, k.class, count(*) as n from cases c join bases b on b.area_id = c.area_id, case_lengths(c) k group by 1, 2, 3, 4) x
    join area_ancestors a on a.area_id = x.base and a.mixed = 1
    group by 1, 2, 3, 4, 5
  ) net
  group by area_id, area_pos, day`;

export const expectedGround = `
  select a.ancestor_id as area_id, found.day, a.ancestor_pos as area_pos, ${list(groundCounters, (key) => `coalesce(sum(n) filter (where key = '${key}'), 0) as ${key}`)}
  from (${foundOn("true")}) found join area_ancestors a on a.area_id = found.area_id
  group by 1, 2, 3`;
