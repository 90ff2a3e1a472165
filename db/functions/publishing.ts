import { countedLevels } from "../../lib/areas/model";
import { coarsening } from "./coarsening";
import { grouping } from "./grouping";
import { veiling } from "./veil";

const counted = countedLevels.map((level) => `'${level}'`).join(", ");

/** Groups with fewer answers are not told. */
const disclosureThreshold = `
create or replace function disclosure_threshold() returns int
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select greatest(5, coalesce((
    select (value #>> '{}')::int from settings where key = 'disclosureThreshold' and jsonb_typeof(value) = 'number'), 10))
$$`;

/** The limit of a round: that under which it was published, or that of today if it is stricter. */
const roundThreshold = `
create or replace function round_threshold(mine rounds) returns int
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select greatest(disclosure_threshold(), mine.threshold)
$$`;

/**
 * What is counted: items, senses, all senses together, each after those it is made of; the options of a choice follow
 * from one another. Keys of one pattern are hidden in
 * the same areas, and wherever a pattern they follow is.
 */
const listKeys = `
create or replace function list_keys(instrument uuid) returns void
language plpgsql as $$
begin
  create temp table pattern_keys on commit drop as
  select a.key,
    case when i.code is null then a.key
      when i.sense is null or (not i.scored and (i.kind = 'choice' or i.shown_if is not null)) then split_part(a.key, '=', 1)
      else i.sense || ' items' end as pattern,
    case when a.key = 'overall' then (select array_agg(distinct p.sense order by p.sense) from person_scores p)
      when i.sense is null then '{}' else array[i.sense] end as following,
    case when a.key = 'overall' then '{}' when i.code is null then '{overall}' when i.scored then array[i.sense]
      when i.kind = 'choice' then (select array_agg(split_part(a.key, '=', 1) || '=' || option) from generate_series(1, i.high) option) else '{}' end as makes,
    case when a.key = 'overall' then 2 when i.code is null then 1 else 0 end as rank,
    case when i.kind = 'choice' then 0 else coalesce(i.low, 0) end as low, case when i.kind = 'choice' then 1 else coalesce(i.high, 100) end as high
  from (select distinct key from atoms) a
  left join instrument_items i on i.instrument_id = instrument and split_part(a.key, '=', 1) = 'item.' || i.code;
end $$`;

/** Sums of every area and key that is shown. */
const sumShown = `
create or replace function sum_shown() returns void
language plpgsql as $$
begin
  create temp table shown on commit drop as
  with counted as (
    select x.ancestor_id as area_id, sum(f.n) as n
    from (select base, count(*) as n from forms group by 1) f join area_ancestors x on x.area_id = f.base group by 1
  ), spared as (
    select x.ancestor_id as area_id, u.item, sum(u.n) as n from unasked u join area_ancestors x on x.area_id = u.area_id group by 1, 2
  )
  select t.area_id, t.pos, t.last, t.level, t.residents, a.key, k.low, k.high, sum(a.n)::int as n,
    (f.n - sum(a.n) - coalesce(s.n, 0))::int as missing, coalesce(s.n, 0)::int as unasked,
    sum(a.total) as total, sum(a.squares) as squares, sum(a.top)::int as top
  from atoms a join pattern_keys k on k.key = a.key
  join area_ancestors x on x.area_id = a.area_id join tree_nodes t on t.area_id = x.ancestor_id
  join nodes n on n.pattern = k.pattern and n.area_id = t.area_id and not n.hidden
  join counted f on f.area_id = t.area_id
  left join spared s on s.area_id = t.area_id and s.item = split_part(a.key, '=', 1)
  group by t.area_id, t.pos, t.last, t.level, t.residents, a.key, k.low, k.high, f.n, s.n;
  create index on shown (key, area_id);
  analyze shown;
end $$`;

/**
 * Every value weighted by the residents of the communities, with their finite populations. Communities that are not
 * shown, or not exactly, are one stratum together, so that the weighted value says nothing that the exact sums do not.
 */
const weighShown = `
create or replace function weigh_shown() returns void
language plpgsql as $$
begin
  insert into weighed
  with parts as (
    select p.area_id, p.key, c.n, c.total, c.squares, c.residents
    from linked p join around x on x.ancestor_id = p.area_id join linked c on c.area_id = x.area_id and c.key = p.key
    where p.mean_state = 0 and c.mean_state = 0 and c.spread_state = 0 and c.level = 'community'
  ), living as (
    select x.ancestor_id as area_id, coalesce(sum(t.residents), 0) as residents
    from tree_nodes t join around x on x.area_id = t.area_id where t.level = 'community' group by 1
  ), rests as (
    select p.area_id, p.key, p.n - coalesce(sum(c.n), 0) as n, p.total - coalesce(sum(c.total), 0) as total,
      p.squares - coalesce(sum(c.squares), 0) as squares,
      coalesce(l.residents, 0) - coalesce(sum(c.residents), 0) as residents
    from linked p left join living l on l.area_id = p.area_id left join parts c on c.area_id = p.area_id and c.key = p.key
    where p.mean_state = 0
    group by p.area_id, p.key, p.n, p.total, p.squares, l.residents
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

/** Of a sample, from sums of sums. */
const variance = (from: string) =>
  `(sum(${from}.squares) - sum(${from}.total) * sum(${from}.total) / sum(${from}.n)) / (sum(${from}.n) - 1)`;

/**
 * Cronbach's alpha of each sense over the persons who answered all of its items, in areas with many such persons where
 * no item of it is coarse or held back.
 */
const rateReliability = `
create or replace function rate_reliability(fewest int) returns void
language plpgsql as $$
begin
  create temp table reliable on commit drop as
  with asked as (
    select sense, count(distinct code) as items from mark_rows where scored group by 1 having count(distinct code) > 1
  ), given as (
    select m.base, m.sense, m.person, m.code, m.share, a.items, count(*) over (partition by m.base, m.sense, m.person) as n
    from mark_rows m join asked a on a.sense = m.sense where m.scored
  ), complete as materialized (
    select * from given where n = items
  ), persons as (
    select base, sense, items, count(*) as n, sum(sum) as total, sum(sum * sum) as squares
    from (select base, sense, items, person, sum(share) as sum from complete group by 1, 2, 3, 4) each group by 1, 2, 3
  ), answered as (
    select base, sense, code, count(*) as n, sum(share) as total, sum(share * share) as squares from complete group by 1, 2, 3
  ), told as (
    select l.area_id, l.key, x.area_id as base
    from linked l join around x on x.ancestor_id = l.area_id
    where l.mean_state = 0 and l.spread_state = 0 and not exists (
      select 1 from pattern_keys k left join linked i on i.key = k.key and i.area_id = l.area_id
      where l.key = any(k.makes) and coalesce(greatest(i.mean_state, i.spread_state), 1) > 0)
  ), totals as (
    select l.area_id, l.key, p.items, ${variance("p")} as variance
    from told l join persons p on p.base = l.base and p.sense = l.key group by 1, 2, 3 having sum(p.n) >= 3 * fewest
  ), parts as (
    select l.area_id, l.key, a.code, ${variance("a")} as variance
    from told l join answered a on a.base = l.base and a.sense = l.key group by 1, 2, 3 having sum(a.n) > 1
  )
  select t.area_id, t.key, (t.items / (t.items - 1.0) * (1 - sum(v.variance) / nullif(t.variance, 0)))::float8 as alpha
  from totals t join parts v on v.area_id = t.area_id and v.key = t.key
  group by t.area_id, t.key, t.items, t.variance;
end $$`;

/**
 * The cells as they are told: what is coarse within its bounds, in place of a variance that would tell the same that of
 * the round as a whole, and nothing of what is held back.
 */
const tellCells = `
create or replace function tell_cells(mine rounds) returns void
language plpgsql as $$
begin
  insert into round_cells (round_id, area_id, area_pos, key, n, missing, unasked, mean, mean_coarse, variance, top, coarse, alpha,
    weighted_mean, weighted_variance, weighted_df, effective_n)
  select mine.id, area_id, pos, key, n, missing, unasked,
    case when mean_state = 0 then mean else low + span * least(0.95, greatest(0.05, round((mean - low) / span * 20) / 20)) end, mean_state > 0,
    case when spread_state = 0 then variance else usual end,
    case when spread_state = 0 then top when is_extreme then least(greatest(top, ceil(0.05 * n)), floor(0.95 * n)) end,
    spread_state > 0 and is_extreme,
    case when spread_state = 0 and mean_state = 0 then alpha end,
    w_mean, case when spread_state = 0 then w_variance when w_mean is not null then usual / effective_n end, df, effective_n
  from (
    select l.*, l.high - l.low as span, l.total / l.n as mean, tells_spread(l.n, l.top) as is_extreme, v.variance,
      coalesce(whole.variance, 0.0475 * power(l.high - l.low, 2)) as usual, w.mean as w_mean, w.variance as w_variance, w.df, w.effective_n, r.alpha
    from linked l
    cross join lateral (select greatest(0, (l.squares - l.total * l.total / l.n) / (l.n - 1)) as variance) v
    left join (
      select key, greatest(0, (squares - total * total / n) / (n - 1)) as variance from linked
      where area_id = mine.area_id and mean_state = 0 and spread_state = 0) whole on whole.key = l.key
    left join weighed w on w.area_id = l.area_id and w.key = l.key
    left join reliable r on r.area_id = l.area_id and r.key = l.key
    where l.mean_state < 2
  ) told;
end $$`;

/** Computes what may be known of a round, keeps only that, and publishes it; one that is still open ends with it. */
const publishRound = `
create or replace function publish_round(given uuid, at timestamptz) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  mine rounds;
  fewest int;
  step record;
begin
  select * into mine from rounds where id = given for update;
  fewest := round_threshold(mine);
  perform count_atoms(given);
  create temp table tree_nodes on commit drop as
  select id as area_id, parent_id, pos, last, level, case when closed_on < mine.closes_on then null else residents end as residents
  from areas where pos between mine.area_pos and mine.area_last and level in (${counted});
  create index on tree_nodes (area_id);
  analyze tree_nodes;
  create temp table around on commit drop as
  select x.area_id, x.ancestor_id from tree_nodes t join area_ancestors x on x.area_id = t.area_id;
  analyze around;
  perform list_keys(mine.instrument_id);
  create temp table nodes (pattern text, area_id uuid, parent_id uuid, pos int, n bigint, own boolean, own_n bigint, free bigint, hidden boolean) on commit drop;
  create index on nodes (pattern, area_id);
  create index on nodes (pattern, parent_id);
  for step in select distinct pattern, following from pattern_keys order by following, pattern loop
    perform veil_pattern(step.pattern, step.following, fewest);
  end loop;
  analyze nodes;
  perform sum_shown();
  perform coarsen_shown(fewest);
  create temp table weighed (area_id uuid, key text, mean float8, variance float8, df float8, effective_n float8) on commit drop;
  if mine.mode = 'drawn' then
    perform weigh_shown();
  end if;
  perform rate_reliability(fewest);

  delete from round_cells where round_id = given;
  perform tell_cells(mine);
  perform tell_groups(mine, fewest);
  update rounds set published_at = at, threshold = fewest, closed_at = coalesce(closed_at, at), closes_on = greatest(opens_on, least(closes_on, local_day(coalesce(closed_at, at)))),
    asked = coalesce((select array_agg(distinct code order by code) from mark_rows), '{}')
  where id = given;
  drop table forms, mark_rows, unasked_rows, unasked, person_scores, atoms, tree_nodes, around, pattern_keys, nodes, shown, linked, weighed, reliable;
end $$`;

/**
 * Publishes a round anew under a limit that was raised. What is told then was told before: nothing that the new limit
 * would choose otherwise, nothing more exactly, and nothing of areas that have other people by now.
 */
const tightenRound = `
create or replace function tighten_round(given uuid) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  create temp table told_before on commit drop as select * from round_cells where round_id = given;
  perform publish_round(r.id, r.published_at) from rounds r where r.id = given;
  delete from round_cells c where c.round_id = given and not exists (
    select from told_before b
    where b.area_id = c.area_id and b.key = c.key and (b.n, b.missing, b.unasked) = (c.n, c.missing, c.unasked)
      and (c.mean_coarse or (not b.mean_coarse and abs(b.mean - c.mean) < 1e-9))
      and (c.coarse or not b.coarse) and (c.top is null or b.top is not null));
  update round_cells c set alpha = null
  from told_before b where c.round_id = given and b.area_id = c.area_id and b.key = c.key and b.alpha is null;
  drop table told_before;
end $$`;

/** Brings every published round to the limit of today, where that is stricter; one that was lowered changes nothing of them. */
const tightenRounds = `
create or replace function tighten_rounds() returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  perform tighten_round(r.id) from rounds r where r.published_at is not null and r.threshold is distinct from round_threshold(r);
end $$`;

export const publishing = [
  disclosureThreshold,
  roundThreshold,
  ...veiling,
  ...coarsening,
  ...grouping,
  listKeys,
  sumShown,
  weighShown,
  rateReliability,
  tellCells,
  publishRound,
  tightenRound,
  tightenRounds,
  "drop function if exists sum_shown(uuid)",
];
