import { countedLevels } from "../../lib/areas/model";

const counted = countedLevels.map((level) => `'${level}'`).join(", ");

const threshold = `greatest(5, coalesce((
    select (value #>> '{}')::int from settings where key = 'disclosureThreshold' and jsonb_typeof(value) = 'number'), 10))`;

/** Sums by the smallest counted area an answer belongs to: item by item, and per person for each sense (at least ¾ of its items). */
const countAtoms = `
create or replace function count_atoms(given uuid) returns void
language plpgsql as $$
begin
  create temp table mark_rows on commit drop as
  with bases as (
    select distinct on (x.area_id) x.area_id, x.ancestor_id as base
    from area_ancestors x where x.area_id in (select area_id from answers where round_id = given)
    order by x.area_id, x.ancestor_pos desc
  ), marks as (
    select a.id as person, b.base, r.instrument_id, m.key as code, (m.value #>> '{}')::numeric as mark
    from answers a join bases b on b.area_id = a.area_id join rounds r on r.id = a.round_id cross join lateral jsonb_each(a.marks) m
    where a.round_id = given
  )
  select m.person, m.base, m.code, m.mark, i.sense, i.scored,
    case when i.reversed then i.high - m.mark else m.mark - i.low end / (i.high - i.low) as share,
    case when i.reversed then i.top_from - m.mark else m.mark - i.top_from end / (i.high - i.low) as above
  from marks m join instrument_items i on i.instrument_id = m.instrument_id and i.code = m.code;
  analyze mark_rows;

  create temp table atoms on commit drop as
  select base as area_id, 'item.' || code as key, count(*)::int as n, sum(mark) as total, sum(mark * mark) as squares,
    (count(*) filter (where above >= 0))::int as top
  from mark_rows group by 1, 2
  union all
  select base, sense, count(*)::int, sum(score), sum(score * score), (count(*) filter (where upper))::int
  from (
    select m.person, m.base, m.sense, 100 * avg(m.share) as score, sum(m.above) >= -1e-9 as upper
    from mark_rows m
    join (select sense, count(distinct code) as items from mark_rows where scored group by 1) asked on asked.sense = m.sense
    where m.scored group by m.person, m.base, m.sense, asked.items having count(*) * 4 >= asked.items * 3
  ) persons
  group by 1, 2;
  analyze atoms;
end $$`;

/** Every area with what a pattern of keys counts there: the least n of its keys, so that one limit holds for all. */
const plantNodes = `
create or replace function plant_nodes(named text, following text, fewest int) returns void
language plpgsql as $$
begin
  with sizes as (
    select p.area_id, min(coalesce(a.n, 0)) as n
    from (select distinct a.area_id from atoms a join pattern_keys k on k.key = a.key and k.pattern = named) p
    cross join (select key from pattern_keys where pattern = named) k
    left join atoms a on a.area_id = p.area_id and a.key = k.key
    group by 1
  )
  insert into nodes (pattern, area_id, parent_id, pos, n, own, own_n, free, hidden)
  select named, t.area_id, t.parent_id, t.pos, sum(s.n), bool_or(s.area_id = t.area_id),
    coalesce(sum(s.n) filter (where s.area_id = t.area_id), 0), sum(s.n),
    sum(s.n) < fewest or exists (select 1 from nodes o where o.pattern = following and o.area_id = t.area_id and o.hidden)
  from sizes s join area_ancestors x on x.area_id = s.area_id join tree_nodes t on t.area_id = x.ancestor_id
  group by t.area_id, t.parent_id, t.pos;
end $$`;

/** What lies open below an area: its own answers and those of hidden areas, without what a shown area below it holds. */
const freeNode = `
create or replace function free_node(named text, area uuid) returns void
language plpgsql as $$
begin
  update nodes n set free = n.own_n + coalesce((
    select sum(c.free) from nodes c where c.pattern = named and c.parent_id = area and c.hidden), 0)
  where n.pattern = named and n.area_id = area
    and exists (select 1 from nodes c where c.pattern = named and c.parent_id = area);
end $$`;

/** Hides the smallest area shown below one, and on down until something that nobody is told lies below it; answers whether there was any. */
const veilBelow = `
create or replace function veil_below(named text, area uuid) returns boolean
language plpgsql as $$
declare
  path uuid[] := '{}';
  fallen uuid := area;
  step uuid;
begin
  loop
    select c.area_id into step from nodes c where c.pattern = named and c.parent_id = fallen and not c.hidden order by c.n, c.pos limit 1;
    exit when step is null;
    path := step || path;
    fallen := step;
    update nodes c set hidden = true where c.pattern = named and c.area_id = fallen;
    exit when exists (
      select 1 from nodes c where c.pattern = named and ((c.area_id = fallen and c.own) or (c.parent_id = fallen and c.hidden)));
  end loop;
  foreach step in array path loop
    perform free_node(named, step);
  end loop;
  return cardinality(path) > 0;
end $$`;

/**
 * Decides what is hidden of a pattern. Areas below the limit are. An area that is shown, less all that is shown below
 * it, must leave nothing, or a group that reaches the limit and is not one hidden area alone; else its smallest shown
 * child is hidden too, or where there is none the area itself. From the bottom up, each area once.
 */
const veilPattern = `
create or replace function veil_pattern(named text, following text, fewest int) returns void
language plpgsql as $$
declare
  node record;
  rest record;
begin
  perform plant_nodes(named, following, fewest);
  for node in
    select * from nodes n where pattern = named and exists (select 1 from nodes c where c.pattern = named and c.parent_id = n.area_id)
    order by pos desc
  loop
    select count(*) as parts, coalesce(sum(c.free), 0) + node.own_n as n into rest
    from nodes c where c.pattern = named and c.parent_id = node.area_id and c.hidden;
    if not node.hidden and (rest.parts > 0 or node.own) and (rest.n < fewest or (rest.parts = 1 and not node.own)) then
      if not veil_below(named, node.area_id) then
        update nodes n set hidden = true where n.pattern = named and n.area_id = node.area_id;
      end if;
    end if;
    perform free_node(named, node.area_id);
  end loop;
end $$`;

/** Sums of every area and key that is shown. */
const sumShown = `
create or replace function sum_shown(given uuid) returns void
language plpgsql as $$
begin
  create temp table shown on commit drop as
  with forms as (
    select x.ancestor_id as area_id, count(*) as n from answers a join area_ancestors x on x.area_id = a.area_id where a.round_id = given group by 1
  )
  select t.area_id, t.pos, t.last, t.level, t.residents, a.key, sum(a.n)::int as n, (f.n - sum(a.n))::int as missing,
    sum(a.total) as total, sum(a.squares) as squares, sum(a.top)::int as top
  from atoms a join pattern_keys k on k.key = a.key
  join area_ancestors x on x.area_id = a.area_id join tree_nodes t on t.area_id = x.ancestor_id
  join nodes n on n.pattern = k.pattern and n.area_id = t.area_id and not n.hidden
  join forms f on f.area_id = t.area_id
  group by t.area_id, t.pos, t.last, t.level, t.residents, a.key, f.n;
  create index on shown (key, pos);
  analyze shown;
end $$`;

/**
 * Every value weighted by the residents of the communities, with their finite populations. Communities that are not shown are one
 * stratum together, so that the weighted value says nothing that the shown sums do not.
 */
const weighShown = `
create or replace function weigh_shown() returns void
language plpgsql as $$
begin
  create temp table weighed on commit drop as
  with parts as (
    select p.area_id, p.key, c.n, c.total, c.squares, c.residents
    from shown p join shown c on c.key = p.key and c.level = 'community' and c.pos between p.pos and p.last
  ), rests as (
    select p.area_id, p.key, p.n - coalesce(sum(c.n), 0) as n, p.total - coalesce(sum(c.total), 0) as total,
      p.squares - coalesce(sum(c.squares), 0) as squares,
      (select coalesce(sum(t.residents), 0) from tree_nodes t where t.level = 'community' and t.pos between p.pos and p.last) - coalesce(sum(c.residents), 0) as residents
    from shown p left join parts c on c.area_id = p.area_id and c.key = p.key
    group by p.area_id, p.key, p.n, p.total, p.squares, p.pos, p.last
  ), strata as (
    select * from parts union all select * from rests where n > 0 and residents > 0
  ), terms as (
    select area_id, key, n::float8 as n, residents::float8 as residents, residents / sum(residents) over whole as weight, total / n as mean,
      greatest(0, (squares - total * total / n) / (n - 1) / n * case when n > residents * 0.05 then 1 - n::numeric / residents else 1 end) as error,
      bool_and(coalesce(residents >= n and n > 1, false)) over whole as sound
    from strata window whole as (partition by area_id, key)
  )
  select area_id, key, sum(weight * mean)::float8 as mean, sum(weight * weight * error)::float8 as variance,
    coalesce(sum(weight * weight * error) ^ 2 / nullif(sum((weight * weight * error) ^ 2 / (n - 1)::numeric), 0), sum(n) - 1)::float8 as df,
    (1 / sum(weight * weight / n::numeric))::float8 as effective_n
  from terms where sound group by 1, 2;
end $$`;

/** Computes what may be known of a round, keeps only that, and publishes it; one that is still open ends with it. */
const publishRound = `
create or replace function publish_round(given uuid, at timestamptz) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  mine rounds;
  fewest int := ${threshold};
  step record;
begin
  select * into mine from rounds where id = given for update;
  perform count_atoms(given);
  create temp table tree_nodes on commit drop as
  select id as area_id, parent_id, pos, last, level, case when closed_on < mine.closes_on then null else residents end as residents
  from areas where pos between mine.area_pos and mine.area_last and level in (${counted});
  create index on tree_nodes (area_id);
  create temp table pattern_keys on commit drop as
  select distinct a.key, coalesce(i.sense || ' items', a.key) as pattern, i.sense as following
  from atoms a left join instrument_items i on i.instrument_id = mine.instrument_id and a.key = 'item.' || i.code;
  create temp table nodes (pattern text, area_id uuid, parent_id uuid, pos int, n bigint, own boolean, own_n bigint, free bigint, hidden boolean) on commit drop;
  create index on nodes (pattern, area_id);
  create index on nodes (pattern, parent_id);
  for step in select distinct pattern, following from pattern_keys order by following nulls first, pattern loop
    perform veil_pattern(step.pattern, step.following, fewest);
  end loop;
  perform sum_shown(given);
  if mine.mode = 'drawn' then
    perform weigh_shown();
  else
    create temp table weighed (area_id uuid, key text, mean float8, variance float8, df float8, effective_n float8) on commit drop;
  end if;

  delete from round_cells where round_id = given;
  insert into round_cells (round_id, area_id, area_pos, key, n, missing, mean, variance, top, coarse, weighted_mean, weighted_variance, weighted_df, effective_n)
  select given, area_id, pos, key, n, missing,
    case when coarse then least(greatest(mean, low + 0.05 * (high - low)), high - 0.05 * (high - low)) else mean end,
    case when coarse then greatest(variance, power((high - low) / 20.0, 2) / n) else variance end,
    case when coarse then least(greatest(top, ceil(0.05 * n)), floor(0.95 * n)) else top end, coarse,
    case when not coarse then w_mean end, w_variance, df, effective_n
  from (
    select *, variance = 0 or top in (0, n) or (n < 3 * fewest and (
      top not between 0.05 * n and 0.95 * n or mean not between low + 0.05 * (high - low) and high - 0.05 * (high - low))) as coarse
    from (
      select s.*, s.total / s.n as mean, case when s.n > 1 then greatest(0, (s.squares - s.total * s.total / s.n) / (s.n - 1)) else 0 end as variance,
        coalesce(i.low, 0) as low, coalesce(i.high, 100) as high, w.mean as w_mean, w.variance as w_variance, w.df, w.effective_n
      from shown s left join instrument_items i on i.instrument_id = mine.instrument_id and s.key = 'item.' || i.code
      left join weighed w on w.area_id = s.area_id and w.key = s.key
    ) sums
  ) told;
  update rounds set published_at = at, closed_at = coalesce(closed_at, at), closes_on = greatest(opens_on, least(closes_on, local_day(coalesce(closed_at, at)))),
    asked = coalesce((select array_agg(distinct code order by code) from mark_rows), '{}')
  where id = given;
  drop table mark_rows, atoms, tree_nodes, pattern_keys, nodes, shown, weighed;
end $$`;

export const veiling = [countAtoms, plantNodes, freeNode, veilBelow, veilPattern, sumShown, weighShown, publishRound];
