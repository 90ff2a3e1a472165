import { caseCounters, clocks, dayCounters, groundCounters, visitCounters } from "../../lib/counters/model";
import { foundOn } from "./ground";

export const list = (items: readonly string[], print: (item: string) => string, separator = ",\n    ") =>
  items.map(print).join(separator);

const caseValues = Object.entries(caseCounters)
  .map(([key, { at, when }]) => `('${key}', ${at}, ${when})`)
  .join(",\n    ");

const pivot = list(dayCounters, (key) => `coalesce(sum(n) filter (where key = '${key}'), 0)::int as ${key}`);
const raise = (table: string, keys: readonly string[]) =>
  list(keys, (key) => `${key} = ${table}.${key} + excluded.${key}`);

/** Day and key of everything a case counts as; inlined wherever it is read, so bulk reads cost a scan. */
const caseCounts = `
create or replace function case_counts(c cases) returns table (day date, key text)
language sql immutable as $$
  select local_day(k.at), k.key from (select (c).*) r, lateral (values
    ${caseValues}
  ) k (key, at, hit) where k.hit and k.at is not null
$$`;

const caseMix = `
create or replace function case_mix(c cases) returns table (dimension text, day date, key text)
language sql immutable as $$
  select 'category', local_day(r.registered_at), coalesce(r.category_code, 'none') from (select (c).*) r
$$`;

const caseLengths = `
create or replace function case_lengths(c cases) returns table (day date, clock text, class int)
language sql immutable as $$
  select local_day(k.at), k.clock, k.class from (select (c).*) r, lateral (values
    ${list(clocks, (clock) => `('${clock}', ${clock}ed_at, ${clock}_class)`)}
  ) k (clock, at, class) where validity = 'valid' and k.at is not null
$$`;

const visitValues = Object.entries(visitCounters)
  .map(([key, n]) => `('${key}', ${n})`)
  .join(", ");

const visitCounts = `
create or replace function visit_counts(v visits) returns table (day date, key text, n int)
language sql immutable as $$
  select r.visited_on, k.key, k.n from (select (v).*) r, lateral (values ${visitValues}) k (key, n) where k.n <> 0
$$`;

/**
 * The lowest number no other transaction counts under. Writers at the same time count in different slots of a large area
 * and need not wait for one another; one after the other they share a slot, so there is little to add up.
 */
const takeLane = `
create or replace function take_lane() returns int
language plpgsql as $$
begin
  for lane in 0..15 loop
    if pg_try_advisory_xact_lock(133135, lane) then
      return lane;
    end if;
  end loop;
  return pg_backend_pid() % 16;
end $$`;

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

/** Adds changes (area, day, key, n) to the area and to every counted area above it, in one order, so writers never deadlock. */
const addDays = (changes: string) => `
  insert into area_days (area_id, day, slot, area_pos, ${dayCounters.join(", ")})
  select ancestor_id, day, slot, ancestor_pos, ${pivot}
  from (
    select a.ancestor_id, a.ancestor_pos, x.day, (lane % a.slots)::smallint as slot, x.key, sum(x.n) as n
    from (${changes}) x join area_ancestors a on a.area_id = x.area_id
    group by 1, 2, 3, 4, 5 having sum(x.n) <> 0
  ) net
  group by ancestor_id, day, slot, ancestor_pos
  order by ancestor_pos, day, slot
  on conflict (area_id, day, slot) do update set ${raise("area_days", dayCounters)}`;

const addMix = (changes: string) => `
  insert into mix_days (area_id, dimension, day, key, slot, area_pos, n)
  select a.ancestor_id, x.dimension, x.day, x.key, (lane % a.slots)::smallint, a.ancestor_pos, sum(x.n)
  from (${changes}) x join area_ancestors a on a.area_id = x.area_id and a.mixed = 1
  group by 1, 2, 3, 4, 5, 6 having sum(x.n) <> 0
  order by 6, 2, 3, 4, 5
  on conflict (area_id, dimension, day, key, slot) do update set n = mix_days.n + excluded.n`;

/** Classes and how many in each, as one array for each clock. */
export const arrays = list(
  clocks,
  (clock) =>
    `spread(array_agg(class) filter (where clock = '${clock}'), array_agg(n) filter (where clock = '${clock}')) as ${clock}`,
);
const joinArrays = list(clocks, (clock) => `${clock} = add_up(duration_days.${clock}, excluded.${clock})`);

const addLengths = (changes: string) => `
  insert into duration_days (area_id, day, slot, area_pos, ${clocks.join(", ")})
  select ancestor_id, day, slot, ancestor_pos, ${arrays}
  from (
    select a.ancestor_id, a.ancestor_pos, x.day, (lane % a.slots)::smallint as slot, x.clock, x.class, sum(x.n)::int as n
    from (${changes}) x join area_ancestors a on a.area_id = x.area_id and a.mixed = 1
    group by 1, 2, 3, 4, 5, 6 having sum(x.n) <> 0
  ) net
  group by ancestor_id, day, slot, ancestor_pos
  order by ancestor_pos, day, slot
  on conflict (area_id, day, slot) do update set ${joinArrays}`;

/** A new case lies in one area, so its days are added up once and not for each area that counts them. */
const countNew = `
create or replace function count_new(added uuid) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare lane int := take_lane();
begin
  insert into area_days (area_id, day, slot, area_pos, ${dayCounters.join(", ")})
  select a.ancestor_id, x.day, (lane % a.slots)::smallint, a.ancestor_pos, ${list(dayCounters, (key) => `x.${key}`)}
  from (
    select area_id, day, ${pivot}
    from (select c.area_id, k.day, k.key, 1 as n from cases c, case_counts(c) k where c.id = added) found group by 1, 2
  ) x join area_ancestors a on a.area_id = x.area_id
  order by a.ancestor_pos, x.day
  on conflict (area_id, day, slot) do update set ${raise("area_days", dayCounters)};
  ${addMix("select c.area_id, k.dimension, k.day, k.key, 1 as n from cases c, case_mix(c) k where c.id = added")};
  if exists (select 1 from cases where id = added and (${clocks.map((clock) => `${clock}_class is not null`).join(" or ")})) then
    ${addLengths("select c.area_id, k.day, k.clock, k.class, 1 as n from cases c, case_lengths(c) k where c.id = added")};
  end if;
end $$`;

const countCase = `
create or replace function count_case(before jsonb, after uuid) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare lane int := take_lane();
begin
  if before is null then
    perform count_new(after);
    return;
  end if;
  ${addDays(`
    select b.area_id, k.day, k.key, -1 as n from jsonb_populate_record(null::cases, before) b, case_counts(b) k
    union all
    select c.area_id, k.day, k.key, 1 from cases c, case_counts(c) k where c.id = after`)};
  ${addMix(`
    select b.area_id, k.dimension, k.day, k.key, -1 as n from jsonb_populate_record(null::cases, before) b, case_mix(b) k
    union all
    select c.area_id, k.dimension, k.day, k.key, 1 from cases c, case_mix(c) k where c.id = after`)};
  ${addLengths(`
    select b.area_id, k.day, k.clock, k.class, -1 as n from jsonb_populate_record(null::cases, before) b, case_lengths(b) k
    union all
    select c.area_id, k.day, k.clock, k.class, 1 from cases c, case_lengths(c) k where c.id = after`)};
end $$`;

/** Counts all cases of an import at once; they must be new. */
const countImport = `
create or replace function count_import(import uuid) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare lane int := take_lane();
begin
  ${addDays("select c.area_id, k.day, k.key, count(*) as n from cases c, case_counts(c) k where c.import_id = import group by 1, 2, 3")};
  ${addMix("select c.area_id, k.dimension, k.day, k.key, count(*) as n from cases c, case_mix(c) k where c.import_id = import group by 1, 2, 3, 4")};
  ${addLengths("select c.area_id, k.day, k.clock, k.class, count(*) as n from cases c, case_lengths(c) k where c.import_id = import group by 1, 2, 3, 4")};
end $$`;

/** Takes away what cases counted as before, and adds what they count as now. */
const countChanges = `
create or replace function count_changes(before jsonb) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare lane int := take_lane();
begin
  ${addDays(`
    select area_id, day, key, sum(n) as n from (
      select b.area_id, k.day, k.key, -1 as n from jsonb_populate_recordset(null::cases, before) b, case_counts(b) k
      union all
      select c.area_id, k.day, k.key, 1 from cases c, case_counts(c) k where c.id in (select (b ->> 'id')::uuid from jsonb_array_elements(before) b)
    ) changed group by 1, 2, 3`)};
  ${addMix(`
    select area_id, dimension, day, key, sum(n) as n from (
      select b.area_id, k.dimension, k.day, k.key, -1 as n from jsonb_populate_recordset(null::cases, before) b, case_mix(b) k
      union all
      select c.area_id, k.dimension, k.day, k.key, 1 from cases c, case_mix(c) k where c.id in (select (b ->> 'id')::uuid from jsonb_array_elements(before) b)
    ) changed group by 1, 2, 3, 4`)};
  ${addLengths(`
    select area_id, day, clock, class, sum(n) as n from (
      select b.area_id, k.day, k.clock, k.class, -1 as n from jsonb_populate_recordset(null::cases, before) b, case_lengths(b) k
      union all
      select c.area_id, k.day, k.clock, k.class, 1 from cases c, case_lengths(c) k where c.id in (select (b ->> 'id')::uuid from jsonb_array_elements(before) b)
    ) changed group by 1, 2, 3, 4`)};
end $$`;

const countVisit = `
create or replace function count_visit(visit uuid) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare lane int := take_lane();
begin
  ${addDays("select v.area_id, k.day, k.key, k.n from visits v, visit_counts(v) k where v.id = visit")};
end $$`;

/** Adds (sign 1) or takes away (sign -1) everything that lies in pos…last from the counted areas above \`top\`. */
const shiftCounts = `
create or replace function shift_counts(lo int, hi int, sign int) returns void
language plpgsql as $$
begin
  insert into area_days (area_id, day, slot, area_pos, ${dayCounters.join(", ")})
  select ancestor_id, day, 0, ancestor_pos, ${pivot}
  from (
    select a.ancestor_id, a.ancestor_pos, x.day, x.key, sign * sum(x.n) as n
    from (
      select c.area_id, k.day, k.key, count(*) as n from cases c, case_counts(c) k where c.area_pos between lo and hi group by 1, 2, 3
      union all
      select v.area_id, k.day, k.key, sum(k.n) from visits v, visit_counts(v) k where v.area_pos between lo and hi group by 1, 2, 3
    ) x join area_ancestors a on a.area_id = x.area_id and a.ancestor_pos not between lo and hi
    group by 1, 2, 3, 4
  ) net
  group by ancestor_id, day, ancestor_pos
  on conflict (area_id, day, slot) do update set ${raise("area_days", dayCounters)};

  insert into mix_days (area_id, dimension, day, key, slot, area_pos, n)
  select a.ancestor_id, x.dimension, x.day, x.key, 0, a.ancestor_pos, sign * sum(x.n)
  from (
    select c.area_id, k.dimension, k.day, k.key, count(*) as n from cases c, case_mix(c) k where c.area_pos between lo and hi group by 1, 2, 3, 4
  ) x join area_ancestors a on a.area_id = x.area_id and a.mixed = 1 and a.ancestor_pos not between lo and hi
  group by 1, 2, 3, 4, 6
  on conflict (area_id, dimension, day, key, slot) do update set n = mix_days.n + excluded.n;

  insert into duration_days (area_id, day, slot, area_pos, ${clocks.join(", ")})
  select ancestor_id, day, 0, ancestor_pos, ${arrays}
  from (
    select a.ancestor_id, a.ancestor_pos, x.day, x.clock, x.class, (sign * sum(x.n))::int as n
    from (
      select c.area_id, k.day, k.clock, k.class, count(*) as n from cases c, case_lengths(c) k where c.area_pos between lo and hi group by 1, 2, 3, 4
    ) x join area_ancestors a on a.area_id = x.area_id and a.mixed = 1 and a.ancestor_pos not between lo and hi
    group by 1, 2, 3, 4, 5
  ) net
  group by ancestor_id, day, ancestor_pos
  on conflict (area_id, day, slot) do update set ${joinArrays};
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

export const counting = [
  caseCounts,
  caseMix,
  caseLengths,
  takeLane,
  spread,
  addUp,
  visitCounts,
  countNew,
  countCase,
  countImport,
  countChanges,
  countVisit,
  shiftCounts,
  countGround,
];
