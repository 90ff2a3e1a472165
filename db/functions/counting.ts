import { clocks, dayCounters, groundCounters, mixDimensions, visitCounters } from "../../lib/counters/model";
import { caseLines, casesOf, list } from "./case-lines";
import { foundOn } from "./ground";
import { foldLock, treeLock } from "./locks";

const pivot = list(dayCounters, (key) => `coalesce(sum(n) filter (where key = '${key}'), 0)::int as ${key}`);
const raise = (table: string, keys: readonly string[]) =>
  list(keys, (key) => `${key} = ${table}.${key} + excluded.${key}`);

const visitValues = Object.entries(visitCounters)
  .map(([key, n]) => `('${key}', ${n})`)
  .join(", ");

const visitCounts = `
create or replace function visit_counts(v visits) returns table (day date, key text, n int)
language sql immutable as $$
  select r.visited_on, k.key, k.n from (select (v).*) r, lateral (values ${visitValues}) k (key, n) where k.n <> 0
$$`;

/** Counts by class as an array, the first class first. */
const spread = `
create or replace function spread(classes int[], counts int[]) returns int[]
language sql immutable as $$
  select coalesce(array_agg(coalesce(f.n, 0) order by k), '{}')
  from generate_series(0, (select max(c) from unnest(classes) c)) k left join unnest(classes, counts) f (class, n) on f.class = k
$$`;

const addUp = `
create or replace function add_up(a int[], b int[]) returns int[]
language sql immutable as $$
  select case when b = '{}' then a
    else (select array_agg(coalesce(x, 0) + coalesce(y, 0) order by at) from unnest(a, b) with ordinality u (x, y, at)) end
$$`;

/** Classes and how many in each, as one array for each clock. */
export const arrays = list(
  clocks,
  (clock) =>
    `spread(array_agg(class) filter (where clock = '${clock}'), array_agg(n) filter (where clock = '${clock}')) as ${clock}`,
);
const joinArrays = list(clocks, (clock) => `${clock} = add_up(duration_sums.${clock}, excluded.${clock})`);

const append = (changes: string) => `
  insert into count_changes (area_id, area_pos, day, what, key, n)
  select x.area_id, a.pos, x.day, x.what, x.key, sum(x.n) from (${changes}) x join areas a on a.id = x.area_id
  group by 1, 2, 3, 4, 5 having sum(x.n) <> 0`;

/** A new case stands where its area stands now, and waits to be counted as it stands. */
const countNew = `
create or replace function count_new(added uuid) returns void
language plpgsql as $$
declare
  known_place bool;
  old_pos int;
  pos int;
begin
  select c.place is not null, c.area_pos, a.pos into known_place, old_pos, pos from cases c join areas a on a.id = c.area_id where c.id = added;
  if old_pos <> pos then
    update cases c set area_pos = count_new.pos where c.id = added;
  end if;
  if known_place then
    perform mark_repeats('case', added, null);
  end if;
  insert into fresh_cases (case_id, area_pos) values (added, pos);
end $$`;

const addsOf = (few: string) => `
  select (f.c).area_id, k.day, k.what, k.key, 1 from ${casesOf(few)}, case_adds(f.c) k`;

/** What the cases that wait to be counted add; nothing else is asked where none waits. */
const freshCounts = `
create or replace function fresh_counts() returns table (area_id uuid, day date, what text, key text, n int)
language plpgsql stable rows 10 as $$
begin
  if exists (select from fresh_cases) then
    return query ${addsOf("fresh_cases")};
  end if;
end $$`;

/** Takes away what a case counted as before, and adds what it counts as now; one that waits to be counted has counted nothing. */
const countCase = `
create or replace function count_case(before jsonb, after uuid) returns void
language plpgsql as $$
begin
  delete from fresh_cases where case_id = after;
  if found then
    before := null;
    insert into text_changes (case_id) values (after);
  end if;
  ${append(`
    select b.area_id, k.day, k.what, k.key, -1 as n from jsonb_populate_record(null::cases, before) b, case_adds(b) k
    union all
    select c.area_id, k.day, k.what, k.key, 1 from cases c, case_adds(c) k where c.id = after`)};
end $$`;

/** Counts all cases of an import at once; they must be new. */
const countImport = `
create or replace function count_import(import uuid) returns void
language plpgsql as $$
begin
  ${append("select c.area_id, k.day, k.what, k.key, 1 as n from cases c, case_adds(c) k where c.import_id = import")};
end $$`;

const countChangesOf = `
create or replace function count_changes_of(before jsonb) returns void
language plpgsql as $$
declare
  changed uuid[] := array(select (b ->> 'id')::uuid from jsonb_array_elements(before) b);
  fresh uuid[];
begin
  with taken as (delete from fresh_cases where case_id = any (changed) returning case_id)
  select coalesce(array_agg(case_id), '{}') into fresh from taken;
  insert into text_changes (case_id) select unnest(fresh);
  ${append(`
    select b.area_id, k.day, k.what, k.key, -1 as n from jsonb_populate_recordset(null::cases, before) b, case_adds(b) k where b.id <> all (fresh)
    union all
    select c.area_id, k.day, k.what, k.key, 1 from cases c, case_adds(c) k where c.id = any (changed)`)};
end $$`;

const countVisit = `
create or replace function count_visit(visit uuid) returns void
language plpgsql as $$
begin
  ${append("select v.area_id, k.day, 'case' as what, k.key, k.n from visits v, visit_counts(v) k where v.id = visit")};
end $$`;

const raising = {
  days: `
    insert into day_sums (area_id, day, area_pos, ${dayCounters.join(", ")})
    select ancestor_id, day, ancestor_pos, ${pivot} from net where what = 'case'
    group by ancestor_id, day, ancestor_pos order by ancestor_pos, day
    on conflict (area_id, day) do update set ${raise("day_sums", dayCounters)}`,
  mix: `
    insert into mix_sums (area_id, dimension, day, key, area_pos, n)
    select ancestor_id, what, day, key, ancestor_pos, n from net where what in (${list(mixDimensions, (what) => `'${what}'`, ", ")})
    order by ancestor_pos, what, day, key
    on conflict (area_id, dimension, day, key) do update set n = mix_sums.n + excluded.n`,
  durations: `
    insert into duration_sums (area_id, day, area_pos, ${clocks.join(", ")})
    select ancestor_id, day, ancestor_pos, ${arrays}
    from (select *, what as clock, key::int as class from net where what in (${list(clocks, (what) => `'${what}'`, ", ")})) lengths
    group by ancestor_id, day, ancestor_pos order by ancestor_pos, day
    on conflict (area_id, day) do update set ${joinArrays}`,
};

/**
 * Adds changes (area, day, what, key, n) to the sums of the counted areas around them; \`offset 0\` has each area look up
 * its own few, where a join would read all of them.
 */
const addTo = (changes: string, within = "true") => `
  changed as materialized (${changes}),
  around as materialized (
    select a.* from (select distinct area_id from changed) x,
      lateral (select * from area_ancestors a where a.area_id = x.area_id offset 0) a
  ),
  net as materialized (
    select a.ancestor_id, a.ancestor_pos, x.day, x.what, x.key, sum(x.n)::int as n
    from changed x join around a using (area_id)
    where (x.what = 'case' or a.mixed = 1) and ${within}
    group by 1, 2, 3, 4, 5 having sum(x.n) <> 0
  ), days as (${raising.days}), mix as (${raising.mix}), durations as (${raising.durations})`;

/**
 * Moves what was appended, and the cases that wait, into the sums, which nothing else raises; answers how much it was. One at
 * a time, and none while the tree is renumbered. A reader sees each change once, before or after: it is one statement that
 * takes and adds. A case that somebody is moving is left to them.
 */
const foldCounts = `
create or replace function fold_counts() returns int
language plpgsql security definer set search_path = pg_catalog, public, pg_temp set work_mem = '64MB' set plan_cache_mode = force_generic_plan as $$
declare
  fresh uuid[];
  folded int;
begin
  if not pg_try_advisory_xact_lock(${foldLock}) or not pg_try_advisory_xact_lock_shared(${treeLock}) then
    return 0;
  end if;
  with free as (select case_id from fresh_cases for update skip locked),
  taken as (delete from fresh_cases f using free where f.case_id = free.case_id returning f.case_id),
  gone as (delete from count_changes returning *), ${addTo(`
    select area_id, day, what, key, n from gone
    union all
    ${addsOf("taken")}`)}
  select (select coalesce(array_agg(case_id), '{}') from taken), (select count(*) from gone) into fresh, folded;
  perform fold_texts(fresh);
  return folded + cardinality(fresh);
end $$`;

/** Adds (sign 1) or takes away (sign -1) everything that lies in pos…last from the counted areas above \`top\`. */
const shiftCounts = `
create or replace function shift_counts(lo int, hi int, sign int) returns void
language plpgsql as $$
declare
  shifted int;
begin
  perform pg_advisory_xact_lock(${foldLock});
  perform fold_counts();
  with ${addTo(
    `
      select c.area_id, k.day, k.what, k.key, sign * count(*) as n from cases c, case_adds(c) k where c.area_pos between lo and hi group by 1, 2, 3, 4
      union all
      select v.area_id, k.day, 'case', k.key, sign * sum(k.n) from visits v, visit_counts(v) k where v.area_pos between lo and hi group by 1, 2, 4`,
    "a.ancestor_pos not between lo and hi",
  )}
  select count(*) into shifted from net;
end $$`;

/** Brings the ground of the counted area around \`area\`, and of all above it, to what its rows say. */
const countGround = `
create or replace function count_ground(area uuid) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare base record;
begin
  select a.id, a.pos, a.last into base
  from area_ancestors x join areas a on a.id = x.ancestor_id
  where x.area_id = area order by a.pos desc limit 1 for update of a;

  insert into ground_days (area_id, day, area_pos, ${groundCounters.join(", ")})
  select ancestor_id, day, ancestor_pos, ${list(groundCounters, (key) => `coalesce(sum(n) filter (where key = '${key}'), 0)`)}
  from (
    select a.ancestor_id, a.ancestor_pos, x.day, x.key, sum(x.n) as n
    from (
      select day, key, n from (${foundOn("areas.pos between base.pos and base.last")}) found
      union all
      select g.day, k.key, -k.n from ground_days g, lateral (values ${list(groundCounters, (key) => `('${key}', g.${key})`, ", ")}) k (key, n)
      where g.area_id = base.id
    ) x cross join (select ancestor_id, ancestor_pos from area_ancestors where area_id = base.id) a
    group by 1, 2, 3, 4 having sum(x.n) <> 0
  ) net
  group by ancestor_id, day, ancestor_pos
  order by ancestor_pos, day
  on conflict (area_id, day) do update set ${raise("ground_days", groundCounters)};
end $$`;

/**
 * The first day with a request in the street around an area, or in what it has instead: from here on a day without any
 * is a day without any. A small area may be quiet for long.
 */
const recordsSince = `
create or replace function records_since(area uuid) returns date
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  with base as (select ancestor_id as id from area_ancestors where area_id = area order by mixed desc, ancestor_pos desc limit 1)
  select coalesce(
    (select d.day from day_sums d, base where d.area_id = base.id and d.received > 0 order by d.day limit 1),
    (select min(d.day) from area_days d, base where d.area_id = base.id and d.received > 0)
  )
$$`;

export const counting = [
  ...caseLines,
  spread,
  addUp,
  visitCounts,
  countNew,
  freshCounts,
  countCase,
  countImport,
  countChangesOf,
  countVisit,
  foldCounts,
  shiftCounts,
  countGround,
  recordsSince,
];
