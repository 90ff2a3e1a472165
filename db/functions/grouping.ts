/** What persons of each group made of each sense, by the smallest counted area; group 0 did not say which it is. */
const countGroups = `
create or replace function count_groups(asked text) returns void
language plpgsql as $$
begin
  create temp table group_atoms on commit drop as
  select p.base as area_id, p.sense, coalesce(m.mark, 0)::int as option, count(*)::int as n, sum(p.score) as total, sum(p.score * p.score) as squares
  from person_scores p left join mark_rows m on m.person = p.person and m.code = asked group by 1, 2, 3;
  create temp table group_sums on commit drop as
  select x.ancestor_id as area_id, a.sense, a.option, sum(a.n)::int as n, sum(a.total) as total, sum(a.squares) as squares
  from group_atoms a join area_ancestors x on x.area_id = a.area_id join tree_nodes t on t.area_id = x.ancestor_id group by 1, 2, 3;
  create index on group_atoms (area_id, sense);
  create index on group_sums (area_id, sense, option);
  analyze group_atoms;
  analyze group_sums;
  create temp table group_bases on commit drop as
  select b.area_id, b.sense, min(coalesce(a.n, 0)) as n
  from (select distinct area_id, sense from group_atoms) b
  join (select distinct sense, option from group_atoms) o on o.sense = b.sense
  left join group_atoms a on a.area_id = b.area_id and a.sense = b.sense and a.option = o.option group by 1, 2;
end $$`;

/**
 * Areas that are told nothing by group: where the sense as a whole, or how many are of which group, is not told exactly,
 * where a group is too small, or where its figure would tell what everybody in it said.
 */
const spareAreas = `
create or replace function spare_areas(named text, asked text, fewest int) returns void
language plpgsql as $$
begin
  create temp table spared on commit drop as
  select t.area_id from tree_nodes t
  where not exists (select from linked l where l.key = named and l.area_id = t.area_id and l.mean_state = 0 and l.spread_state = 0)
    or exists (
      select from pattern_keys k left join linked l on l.key = k.key and l.area_id = t.area_id
      where split_part(k.key, '=', 1) = 'item.' || asked and coalesce(greatest(l.mean_state, l.spread_state), 1) > 0)
    or exists (
      select from (select distinct option from group_atoms where sense = named) o
      left join group_sums s on s.area_id = t.area_id and s.sense = named and s.option = o.option
      where case when o.option = 0 then s.n < fewest else coalesce(s.n, 0) < fewest end or tells_mean(s.n, s.total, s.squares, 0, 100, fewest));
end $$`;

/**
 * Every area with the least of its groups: all groups are hidden in the same areas. One smallest area alone never reaches
 * the limit, so that in what is hidden together at least two have people of every group: then from the sums of areas and
 * of groups no single cell follows.
 */
const plantGroups = `
create or replace function plant_groups(named text, fewest int) returns void
language plpgsql as $$
begin
  delete from nodes where pattern = 'groups';
  insert into nodes (pattern, area_id, parent_id, pos, n, own, own_n, free, hidden)
  select 'groups', t.area_id, t.parent_id, t.pos, sum(s.n), bool_or(s.area_id = t.area_id),
    coalesce(sum(least(s.n, fewest - 1)) filter (where s.area_id = t.area_id), 0), sum(least(s.n, fewest - 1)),
    exists (select from spared p where p.area_id = t.area_id)
  from group_bases s join area_ancestors x on x.area_id = s.area_id join tree_nodes t on t.area_id = x.ancestor_id
  where s.sense = named
  group by t.area_id, t.parent_id, t.pos;
end $$`;

/**
 * Adds the areas that would tell of what is hidden below them: of a group in all that is not shown there, or in the parts
 * of it that have people of every group, everybody is alike, or too few. Whether there were any.
 */
const spareTelling = `
create or replace function spare_telling(named text, fewest int) returns boolean
language plpgsql as $$
begin
  insert into spared
  select distinct r.home
  from (
    select h.home, a.option, sum(a.n) as n, sum(a.total) as total, sum(a.squares) as squares
    from (
      select b.area_id, b.n, (
        select x.ancestor_id from area_ancestors x join nodes o on o.pattern = 'groups' and o.area_id = x.ancestor_id and not o.hidden
        where x.area_id = b.area_id order by x.ancestor_pos desc limit 1) as home
      from group_bases b where b.sense = named
    ) h join group_atoms a on a.area_id = h.area_id and a.sense = named
    cross join (values (true), (false)) c (complete)
    where h.home is not null and (h.n > 0 or not c.complete)
    group by h.home, a.option, c.complete
  ) r
  where r.n between 1 and fewest - 1 or tells_mean(r.n, r.total, r.squares, 0, 100, fewest);
  return found;
end $$`;

/** Tells each sense by the groups of the question that the questionnaire names, where that is safe: exactly, or not at all. */
const tellGroups = `
create or replace function tell_groups(mine rounds, fewest int) returns void
language plpgsql as $$
declare
  asked text;
  named text;
begin
  select i.group_by into asked from instruments i where i.id = mine.instrument_id and i.group_by in (select code from mark_rows);
  if asked is null then
    return;
  end if;
  perform count_groups(asked);
  for named in select distinct sense from group_atoms order by 1 loop
    perform spare_areas(named, asked, fewest);
    loop
      perform plant_groups(named, fewest);
      perform veil_nodes('groups', fewest);
      exit when not spare_telling(named, fewest);
    end loop;
    insert into round_cells (round_id, area_id, area_pos, key, n, missing, mean, variance)
    select mine.id, s.area_id, o.pos, named || '@' || asked || '=' || s.option, s.n, 0, s.total / s.n,
      greatest(0, (s.squares - s.total * s.total / s.n) / (s.n - 1))
    from group_sums s join nodes o on o.pattern = 'groups' and o.area_id = s.area_id and not o.hidden where s.sense = named;
    drop table spared;
  end loop;
  drop table group_atoms, group_sums, group_bases;
end $$`;

export const grouping = [countGroups, spareAreas, plantGroups, spareTelling, tellGroups];
