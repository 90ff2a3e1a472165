/** The marks of a round, and which items were not asked of whom by their rules. */
const gatherMarks = `
create or replace function gather_marks(given uuid) returns void
language plpgsql as $$
begin
  create temp table forms on commit drop as
  with given_answers as materialized (
    select a.id, a.area_id, a.marks from answers a where a.round_id = given
  ), bases as materialized (
    select distinct on (x.area_id) x.area_id, x.ancestor_id as base
    from area_ancestors x where x.area_id in (select distinct a.area_id from given_answers a)
    order by x.area_id, x.ancestor_pos desc
  )
  select a.id as person, b.base, r.instrument_id, a.marks
  from given_answers a join bases b on b.area_id = a.area_id cross join rounds r where r.id = given;
  analyze forms;

  create temp table mark_rows on commit drop as
  select m.person, m.base, m.code, m.mark, i.sense, i.scored, i.kind, i.high, i.weight::numeric as weight,
    case when i.reversed then i.high - m.mark else m.mark - i.low end / (i.high - i.low) as share,
    case when i.reversed then i.top_from - m.mark else m.mark - i.top_from end / (i.high - i.low) as above
  from (
    select f.person, f.base, f.instrument_id, m.key as code, (m.value #>> '{}')::numeric as mark from forms f cross join lateral jsonb_each(f.marks) m
  ) m join instrument_items i on i.instrument_id = m.instrument_id and i.code = m.code;
  analyze mark_rows;

  create temp table unasked_rows on commit drop as
  select f.person, f.base, i.code, i.sense, i.scored
  from forms f join instrument_items i on i.instrument_id = f.instrument_id
  where i.shown_if is not null and i.code in (select code from mark_rows) and not is_asked(i.shown_if, f.marks);
  analyze unasked_rows;
end $$`;

/**
 * Sums by the smallest counted area an answer belongs to: item by item, option by option of a choice, per person for each
 * sense by the weights of its items (at least ¾ of those that were asked of that person), and over all senses for
 * persons who have every one that was asked.
 */
const countAtoms = `
create or replace function count_atoms(given uuid) returns void
language plpgsql as $$
begin
  perform gather_marks(given);
  create temp table person_scores on commit drop as
  select m.person, m.base, m.sense, 100 * sum(m.share * m.weight) / sum(m.weight) as score, sum(m.above * m.weight) / sum(m.weight) as above
  from mark_rows m
  join (select sense, count(distinct code) as items from mark_rows where scored group by 1) whole on whole.sense = m.sense
  left join (select person, sense, count(*) as items from unasked_rows where scored group by 1, 2) spared
    on spared.person = m.person and spared.sense = m.sense
  where m.scored group by m.person, m.base, m.sense, whole.items, spared.items
  having count(*) * 4 >= (whole.items - coalesce(spared.items, 0)) * 3;
  analyze person_scores;

  create temp table atoms on commit drop as
  select base as area_id, 'item.' || code as key, count(*)::int as n, sum(mark) as total, sum(mark * mark) as squares,
    (count(*) filter (where above >= 0))::int as top
  from mark_rows where kind = 'scale' group by 1, 2
  union all
  select base, 'item.' || code || '=' || option, count(*)::int, count(*) filter (where mark = option), count(*) filter (where mark = option),
    (count(*) filter (where mark = option))::int
  from mark_rows cross join lateral generate_series(1, high) option where kind = 'choice' group by base, code, option
  union all
  select base, sense, count(*)::int, sum(score), sum(score * score), (count(*) filter (where above >= -1e-9))::int from person_scores group by 1, 2
  union all
  select base, 'overall', count(*)::int, sum(score), sum(score * score), (count(*) filter (where above >= -1e-9))::int
  from (
    select base, avg(score) as score, avg(above) as above from person_scores
    group by person, base having count(*) > 1 and count(*) = (select count(distinct sense) from person_scores)
  ) persons
  group by 1;
  analyze atoms;

  create temp table unasked on commit drop as
  select base as area_id, 'item.' || code as item, count(*) as n from unasked_rows group by 1, 2
  union all
  select base, sense, count(*) from (
    select u.person, u.base, u.sense from unasked_rows u
    join (select sense, count(distinct code) as items from mark_rows where scored group by 1) whole on whole.sense = u.sense
    where u.scored group by u.person, u.base, u.sense, whole.items having count(*) = whole.items
  ) persons
  group by 1, 2;
end $$`;

/** Every area with what a pattern of keys counts there: the least n of its keys, so that one limit holds for all. */
const plantNodes = `
create or replace function plant_nodes(named text, following text[], fewest int) returns void
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
    sum(s.n) < fewest or exists (select 1 from nodes o where o.pattern = any(following) and o.area_id = t.area_id and o.hidden)
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
 * Decides what is hidden of a pattern that is planted. Areas below the limit are. An area that is shown, less all that is
 * shown below it, must leave nothing, or a group that reaches the limit and is not one hidden area alone; else its smallest
 * shown children are hidden too, or where there are none the area itself. From the bottom up, each area once.
 */
const veilNodes = `
create or replace function veil_nodes(named text, fewest int) returns void
language plpgsql as $$
declare
  node record;
  rest record;
begin
  for node in
    select * from nodes n where pattern = named and exists (select 1 from nodes c where c.pattern = named and c.parent_id = n.area_id)
    order by pos desc
  loop
    while not node.hidden loop
      select count(*) as parts, coalesce(sum(c.free), 0) + node.own_n as n into rest
      from nodes c where c.pattern = named and c.parent_id = node.area_id and c.hidden;
      exit when (rest.parts = 0 and not node.own) or (rest.n >= fewest and (rest.parts <> 1 or node.own));
      if not veil_below(named, node.area_id) then
        update nodes n set hidden = true where n.pattern = named and n.area_id = node.area_id;
        exit;
      end if;
    end loop;
    perform free_node(named, node.area_id);
  end loop;
end $$`;

const veilPattern = `
create or replace function veil_pattern(named text, following text[], fewest int) returns void
language plpgsql as $$
begin
  perform plant_nodes(named, following, fewest);
  perform veil_nodes(named, fewest);
end $$`;

export const veiling = [gatherMarks, countAtoms, plantNodes, freeNode, veilBelow, veilNodes, veilPattern];
