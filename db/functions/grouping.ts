/**
 * What persons of each group made of each sense, by the smallest counted area, two questions crossed; group 0 did not say
 * which it is, and of one question alone everybody is of group 0 of the second. Only sums by one question are ever told.
 */
const countGroups = `
create or replace function count_groups(asked text[]) returns void
language plpgsql as $$
begin
  create temp table group_atoms on commit drop as
  select p.base as area_id, p.sense, coalesce(f.mark, 0)::int as first, coalesce(s.mark, 0)::int as second,
    count(*)::int as n, sum(p.score) as total, sum(p.score * p.score) as squares
  from person_scores p
  left join mark_rows f on f.person = p.person and f.code = asked[1]
  left join mark_rows s on s.person = p.person and s.code = asked[2]
  group by 1, 2, 3, 4;
  create temp table group_parts on commit drop as
  select a.area_id, a.sense, q.code, case q.at when 1 then a.first else a.second end as option,
    sum(a.n)::int as n, sum(a.total) as total, sum(a.squares) as squares
  from group_atoms a cross join unnest(asked) with ordinality q (code, at) group by 1, 2, 3, 4;
  create temp table group_sums on commit drop as
  select x.ancestor_id as area_id, a.sense, a.code, a.option, sum(a.n)::int as n, sum(a.total) as total, sum(a.squares) as squares
  from group_parts a join area_ancestors x on x.area_id = a.area_id join tree_nodes t on t.area_id = x.ancestor_id group by 1, 2, 3, 4;
  create index on group_parts (area_id, sense);
  create index on group_sums (area_id, sense, code, option);
  analyze group_atoms;
  analyze group_parts;
  analyze group_sums;
end $$`;

/**
 * The fewest people of a place in \`crossed\` whose answers any sum or difference of its groups is made of: whichever groups
 * of both questions are put to one side and the others to the other, so many are in between.
 */
const leastCuts = `
create or replace function least_cuts() returns table (place uuid, sense text, n int)
language plpgsql as $$
begin
  return query
  with sides as (
    select f.sense, f.first, row_number() over (partition by f.sense order by f.first desc)::int - 1 as bit, count(*) over (partition by f.sense)::int as width
    from (select distinct a.sense, a.first from group_atoms a) f
  ), placed as (
    select c.place, c.sense, c.second, s.bit, s.width, c.n from crossed c join sides s on s.sense = c.sense and s.first = c.first
  ), present as (
    select p.place, p.sense, bit_or(1 << p.bit) as bits from placed p group by 1, 2
  ), split as (
    select c.place, c.sense, m.chosen, c.second,
      coalesce(sum(c.n) filter (where m.chosen >> c.bit & 1 = 1), 0) as inside, coalesce(sum(c.n) filter (where m.chosen >> c.bit & 1 = 0), 0) as outside
    from placed c join present p on p.place = c.place and p.sense = c.sense
    cross join lateral generate_series(0, (1 << c.width - 1) - 1) m (chosen)
    where m.chosen = 0 or (m.chosen & p.bits > 0 and (~m.chosen) & p.bits > 0)
    group by 1, 2, 3, 4
  ), cuts as (
    select s.place, s.sense, case when s.chosen = 0 then min(s.outside) else sum(least(s.inside, s.outside)) end as n
    from split s group by s.place, s.sense, s.chosen
  )
  select c.place, c.sense, min(c.n)::int from cuts c group by 1, 2;
end $$`;

/**
 * How firmly the groups of a smallest area hang together: \`tie\` by the crossed groups that do not tell what everybody in
 * them said, \`n\` by all people, where the area has some of every group together with the groups that are largest in the
 * round. Areas with such a frame in common hang together with each other too.
 */
const tieGroups = `
create or replace function tie_groups(fewest int) returns void
language plpgsql as $$
begin
  create temp table crossed on commit drop as
  select a.area_id as place, a.sense, a.first, a.second, case when tells_mean(a.n, a.total, a.squares, 0, 100, fewest) then 0 else a.n end as n
  from group_atoms a;
  create temp table group_bases on commit drop as
  select c.place as area_id, c.sense, c.n as tie, 0 as n from least_cuts() c;
  update crossed c set n = a.n from group_atoms a
  where a.area_id = c.place and a.sense = c.sense and a.first = c.first and a.second = c.second;
  update group_bases b set n = c.n
  from least_cuts() c join (
    select distinct on (a.sense) a.sense, a.first, a.second from group_atoms a group by 1, 2, 3 order by 1, sum(a.n) desc, 2, 3
  ) f on f.sense = c.sense
  where b.area_id = c.place and b.sense = c.sense and (
      select count(*) from group_atoms a where a.area_id = c.place and a.sense = c.sense and (a.first = f.first or a.second = f.second)
    ) = (select count(distinct a.first) + count(distinct a.second) - 1 from group_atoms a where a.sense = c.sense);
end $$`;

/** Areas that are told nothing by group: where the sense as a whole, or how many are of which group, is not told exactly. */
const spareAreas = `
create or replace function spare_areas(named text, asked text[]) returns void
language plpgsql as $$
begin
  create temp table spared on commit drop as
  select t.area_id from tree_nodes t
  where not exists (select from linked l where l.key = named and l.area_id = t.area_id and l.mean_state = 0 and l.spread_state = 0)
    or exists (
      select from pattern_keys k left join linked l on l.key = k.key and l.area_id = t.area_id
      where split_part(k.key, '=', 1) in (select 'item.' || code from unnest(asked) code)
        and coalesce(greatest(l.mean_state, l.spread_state), 1) > 0);
end $$`;

/**
 * Every area with how firmly its groups hang together: all groups are hidden in the same areas. One smallest area alone
 * never reaches the limit, so that what is hidden together hangs together in at least two: then every sum that follows,
 * of areas and of groups of either question, holds at least as many people.
 */
const plantGroups = `
create or replace function plant_groups(named text, fewest int) returns void
language plpgsql as $$
begin
  delete from nodes where pattern = 'groups';
  insert into nodes (pattern, area_id, parent_id, pos, n, own, own_n, free, hidden)
  select 'groups', t.area_id, t.parent_id, t.pos, sum(s.n), bool_or(s.area_id = t.area_id),
    coalesce(sum(least(s.n, fewest - 1)) filter (where s.area_id = t.area_id), 0), sum(least(s.n, fewest - 1)),
    exists (select from spared p where p.area_id = t.area_id) or (bool_and(s.area_id = t.area_id) and min(s.tie) < fewest)
  from group_bases s join area_ancestors x on x.area_id = s.area_id join tree_nodes t on t.area_id = x.ancestor_id
  where s.sense = named
  group by t.area_id, t.parent_id, t.pos;
end $$`;

/**
 * Adds the areas that would tell what everybody in a group said: in all of it that is not shown below, or in those parts
 * that hang together. Whether there were any.
 */
const spareTelling = `
create or replace function spare_telling(named text, fewest int) returns boolean
language plpgsql as $$
declare
  before int := (select count(*) from spared);
begin
  create temp table homes on commit drop as
  select b.area_id, b.n, (
    select x.ancestor_id from area_ancestors x join nodes o on o.pattern = 'groups' and o.area_id = x.ancestor_id and not o.hidden
    where x.area_id = b.area_id order by x.ancestor_pos desc limit 1) as home
  from group_bases b where b.sense = named;
  insert into spared
  select distinct r.home
  from (
    select h.home, sum(p.n) as n, sum(p.total) as total, sum(p.squares) as squares
    from homes h join group_parts p on p.area_id = h.area_id and p.sense = named
    where h.home is not null
    group by h.home, p.code, p.option
  ) r
  where tells_mean(r.n, r.total, r.squares, 0, 100, fewest);
  delete from crossed;
  insert into crossed
  select h.home, named, a.first, a.second,
    case when tells_mean(sum(a.n), sum(a.total), sum(a.squares), 0, 100, fewest) then 0 else sum(a.n) end
  from homes h join group_atoms a on a.area_id = h.area_id and a.sense = named
  where h.home is not null and h.n > 0
  group by h.home, a.first, a.second;
  insert into spared select c.place from least_cuts() c where c.n < fewest;
  drop table homes;
  return (select count(*) from spared) > before;
end $$`;

/** Tells each sense by the groups of the questions that the questionnaire names, where that is safe: exactly, or not at all. */
const tellGroups = `
create or replace function tell_groups(mine rounds, fewest int) returns void
language plpgsql as $$
declare
  asked text[];
  named text;
begin
  select array_agg(m.code order by m.options, m.code) into asked
  from instruments i join (select code, count(distinct mark) as options from mark_rows group by code) m on m.code = any(i.group_by)
  where i.id = mine.instrument_id;
  if asked is null then
    return;
  end if;
  perform count_groups(asked);
  perform tie_groups(fewest);
  for named in select distinct sense from group_atoms order by 1 loop
    perform spare_areas(named, asked);
    loop
      perform plant_groups(named, fewest);
      perform veil_nodes('groups', fewest);
      exit when not spare_telling(named, fewest);
    end loop;
    insert into round_cells (round_id, area_id, area_pos, key, n, missing, mean, variance)
    select mine.id, s.area_id, o.pos, named || '@' || s.code || '=' || s.option, s.n, 0, s.total / s.n,
      greatest(0, (s.squares - s.total * s.total / s.n) / (s.n - 1))
    from group_sums s join nodes o on o.pattern = 'groups' and o.area_id = s.area_id and not o.hidden where s.sense = named;
    drop table spared;
  end loop;
  drop table group_atoms, group_parts, group_sums, group_bases, crossed;
end $$`;

export const grouping = [
  countGroups,
  leastCuts,
  tieGroups,
  spareAreas,
  plantGroups,
  spareTelling,
  tellGroups,
  "drop function if exists count_groups(text)",
  "drop function if exists spare_areas(text, text, int)",
];
