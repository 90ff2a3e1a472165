import { countedLevels, spareNumbers } from "../../lib/areas/model";
import { treeLock } from "./locks";
import { ofCases, positioned, reaching } from "./positions";

const counted = countedLevels.map((level) => `'${level}'`).join(", ");

const spare = Object.entries(spareNumbers)
  .map(([level, n]) => `when '${level}' then ${n}`)
  .join(" ");

const spareOf = `
create or replace function spare_of(level text) returns int
language sql immutable as $$ select case level ${spare} end $$`;

/** Waits for the tree, and looks up again where the area of the actor lies. */
const holdTree = `
create or replace function hold_tree() returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  perform pg_advisory_xact_lock(${treeLock});
  perform follow_tree();
end $$`;

const followTree = `
create or replace function follow_tree() returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  mine areas;
begin
  select * into mine from areas where id = nullif(current_setting('app.area', true), '')::uuid;
  if mine.id is null then
    return;
  end if;
  perform set_config('app.tree_lo', mine.pos::text, true), set_config('app.tree_hi', mine.last::text, true);
  if current_setting('app.lo')::int <= current_setting('app.hi')::int then
    perform set_config('app.lo', mine.pos::text, true), set_config('app.hi', mine.last::text, true);
  end if;
end $$`;

/**
 * Called by every write that carries a position: while the tree is being renumbered it waits a second without holding
 * up the one who renumbers, and is then told to come again.
 */
const awaitTree = `
create or replace function await_tree() returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  for attempt in 1..20 loop
    if pg_try_advisory_xact_lock_shared(${treeLock}) then
      return;
    end if;
    perform pg_sleep(0.05);
  end loop;
  raise exception 'the tree is being renumbered' using errcode = '40001';
end $$`;

const reposition = positioned
  .map(
    (table) =>
      `update ${table} t set area_pos = n.pos from numbering n where n.id = t.area_id and t.area_pos <> n.pos;`,
  )
  .join("\n  ");

const followCases = ofCases
  .map(
    (table) =>
      `update ${table} t set area_pos = c.area_pos from cases c where c.id = t.case_id and t.area_pos <> c.area_pos`,
  )
  .join(";\n  ");

const reach = reaching
  .map(
    (table) =>
      `update ${table} t set area_last = n.last from numbering n where n.id = t.area_id and t.area_last <> n.last;`,
  )
  .join("\n  ");
const shiftOfReach = reaching
  .map(
    (table) =>
      `update ${table} set area_last = area_last + step where area_pos between moved.pos + step and moved.last + step;`,
  )
  .join("\n    ");

/** Numbers the whole tree depth-first, eight numbers a node and the spare ones at its end; every row follows its area. */
const numberAreas = `
create or replace function number_areas() returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  perform pg_advisory_xact_lock(${treeLock});
  create temp table numbering on commit drop as
  with recursive tree as (
    select id, level, pos, array[row_number() over (order by name, id)] as path from areas where parent_id is null
    union all
    select a.id, a.level, a.pos, t.path || row_number() over (partition by a.parent_id order by a.pos, a.name, a.id)
    from areas a join tree t on a.parent_id = t.id
  ), walk as (
    select id, pos, path, 8 as width, true as enters from tree
    union all
    select id, pos, path || 9223372036854775807, spare_of(level), false from tree
  ), placed as (
    select id, pos, enters, sum(width) over (order by path) as upto from walk
  )
  select id, pos as old, (max(upto) filter (where enters) - 7)::int as pos, max(upto)::int as last from placed group by id, pos;
  create index on numbering (id);
  analyze numbering;

  update areas a set pos = n.pos, last = n.last from numbering n where n.id = a.id and (a.pos <> n.pos or a.last <> n.last);
  raise notice 'positions';
  ${reposition}
  ${followCases};
  update case_requests t set to_pos = n.pos from numbering n where n.id = t.to_area_id and t.to_pos <> n.pos;
  update events t set area_pos = n.pos from numbering n where t.area_pos = n.old and n.old <> n.pos;
  ${reach}
  raise notice 'ancestors';
  perform note_ancestors();
  perform note_laid('tree');
  drop table numbering;
  perform follow_tree();
end $$`;

/** Every area from \`lo\` to \`hi\` learns who counts it. */
const noteAncestors = `
create or replace function note_ancestors(lo int default 0, hi int default 2147483647) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  create temp table wanted on commit drop as
  with recursive up as (
    select id as area_id, id as ancestor_id from areas where pos between lo and hi
    union all
    select up.area_id, a.parent_id from up join areas a on a.id = up.ancestor_id where a.parent_id is not null
  )
  select up.area_id, up.ancestor_id, a.pos as ancestor_pos,
    (case when a.level = 'community' then 0 else 1 end)::smallint as mixed
  from up join areas a on a.id = up.ancestor_id where a.level in (${counted});
  analyze wanted;

  delete from area_ancestors x using areas a
  where a.id = x.area_id and a.pos between lo and hi
    and not exists (select 1 from wanted w where w.area_id = x.area_id and w.ancestor_id = x.ancestor_id);
  insert into area_ancestors select * from wanted
  on conflict (area_id, ancestor_id) do update set ancestor_pos = excluded.ancestor_pos, mixed = excluded.mixed
  where (area_ancestors.ancestor_pos, area_ancestors.mixed) <> (excluded.ancestor_pos, excluded.mixed);
  drop table wanted;
end $$`;

/**
 * Adds areas below areas of the actor's tree (or a first root). Rows: id, parent_id, level, name, plain_name, kind,
 * households, residents, opened_on, closed_on, party_from. A few rows take spare numbers; otherwise the tree is numbered anew.
 */
const addAreas = `
create or replace function add_areas(given jsonb) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  item record;
  parent areas;
  start int;
  room boolean := jsonb_array_length(given) <= 64;
begin
  perform pg_advisory_xact_lock(${treeLock});
  if exists (
    select 1 from jsonb_to_recordset(given) r (id uuid, parent_id uuid)
    where not exists (select 1 from jsonb_to_recordset(given) o (id uuid) where o.id = r.parent_id)
      and not exists (select 1 from areas a where a.id = r.parent_id and a.pos between nullif(current_setting('app.tree_lo', true), '')::int and nullif(current_setting('app.tree_hi', true), '')::int)
      and not (r.parent_id is null and not exists (select 1 from areas))
  ) then
    raise exception 'parent outside the tree of the actor' using errcode = 'P0002';
  end if;
  for item in
    select r.*, row_number() over () as n
    from jsonb_to_recordset(given) r (id uuid, parent_id uuid, level text, name text, plain_name text, kind text, households int, residents int, opened_on date, closed_on date, party_from date)
  loop
    if room then
      select * into parent from areas where id = item.parent_id for update;
      start := coalesce((select max(last) from areas where parent_id = item.parent_id), parent.pos + 7) + 1;
      room := parent.id is not null and start + 7 + spare_of(item.level) <= parent.last;
    end if;
    if not room then
      start := 2000000000 + item.n;
    end if;
    insert into areas (id, parent_id, level, name, plain_name, pos, last, kind, households, residents, opened_on, closed_on, party_from)
    values (item.id, item.parent_id, item.level, item.name, item.plain_name, start, start + case when room then 7 + spare_of(item.level) else 0 end,
      item.kind, item.households, item.residents, coalesce(item.opened_on, '2000-01-01'), item.closed_on, item.party_from);
    if room then
      perform note_ancestors(start, start);
    end if;
  end loop;
  if not room then
    perform number_areas();
  end if;
  if jsonb_array_length(given) <= 64 then
    perform count_ground(x.id) from (select a.id from jsonb_to_recordset(given) r (id uuid) join areas a on a.id = r.id order by a.pos desc) x;
  else
    perform fill_ground();
  end if;
end $$`;

const shiftOf = (tables: readonly string[]) =>
  tables
    .map((table) => `update ${table} set area_pos = area_pos + step where area_pos between moved.pos and moved.last;`)
    .join("\n    ");
const shift = shiftOf(positioned);
const shiftOfCases = shiftOf(ofCases);

/**
 * Hangs an area, with everything below it, under another parent; records, figures and scopes follow in the same
 * transaction. It takes spare numbers of its new parent; where there are none the tree is numbered anew.
 */
const moveArea = `
create or replace function move_area(area uuid, target uuid) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  moved areas;
  parent areas;
  start int;
  step int;
begin
  perform hold_tree();
  select * into moved from areas where id = area and pos between current_setting('app.tree_lo')::int and current_setting('app.tree_hi')::int for update;
  select * into parent from areas where id = target and pos between current_setting('app.tree_lo')::int and current_setting('app.tree_hi')::int for update;
  if moved.id is null or parent.id is null then
    raise exception 'area outside the tree of the actor' using errcode = 'P0002';
  end if;
  if parent.pos between moved.pos and moved.last then
    raise exception 'an area cannot hang under itself' using errcode = 'P0003';
  end if;
  raise notice 'counts';
  perform shift_counts(moved.pos, moved.last, -1);
  update areas set parent_id = target where id = area;
  start := coalesce((select max(last) from areas where parent_id = target and id <> area), parent.pos + 7) + 1;
  if start + (moved.last - moved.pos) <= parent.last then
    step := start - moved.pos;
    raise notice 'positions';
    update areas set pos = pos + step, last = last + step where pos between moved.pos and moved.last;
    ${shift}
    ${shiftOfCases}
    update case_requests set to_pos = to_pos + step where to_pos between moved.pos and moved.last;
    update events set area_pos = area_pos + step where area_pos between moved.pos and moved.last;
    ${shiftOfReach}
    raise notice 'ancestors';
    perform note_ancestors(start, start + (moved.last - moved.pos));
    perform note_laid('tree');
    perform follow_tree();
  else
    perform number_areas();
  end if;
  select * into moved from areas where id = area;
  raise notice 'counts';
  perform shift_counts(moved.pos, moved.last, 1);
  raise notice 'ground';
  perform fill_ground();
end $$`;

export const tree = [
  spareOf,
  followTree,
  holdTree,
  awaitTree,
  noteAncestors,
  numberAreas,
  addAreas,
  moveArea,
  "drop function if exists note_positions()",
  "drop function if exists note_ancestors()",
];
