import { publishing } from "./publishing";

const definer = "language plpgsql security definer set search_path = pg_catalog, public, pg_temp";

/** The round of an actor, if it lies in the scope; refused otherwise, also where no scope was set. */
const ownRound = `
create or replace function own_round(round uuid) returns rounds
${definer} as $$
declare
  mine rounds;
begin
  select * into mine from rounds
  where id = round and area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = ''
  for update;
  if mine.id is null then
    raise exception 'no such round in the scope of the actor' using errcode = 'P0002';
  end if;
  return mine;
end $$`;

/**
 * Adds answers to an open round: rows of { area, marks }, where marks name items of its instrument and lie on their
 * scales. They get random keys, are stored in the order of those, and know no place smaller than the community, so that
 * nothing tells who came when or from which house.
 */
const addAnswers = `
create or replace function add_answers(round uuid, given jsonb) returns int
${definer} as $$
declare
  mine rounds := own_round(round);
  added int;
begin
  if mine.closed_at is not null then
    raise exception 'the round is closed' using errcode = 'P0003';
  end if;
  if exists (
    select 1 from jsonb_array_elements(given) g left join areas a on a.id = (g ->> 'area')::uuid
    where a.id is null or a.pos not between mine.area_pos and mine.area_last
  ) then
    raise exception 'an answer from outside the round' using errcode = 'P0002';
  end if;
  if exists (
    select 1 from jsonb_array_elements(given) g, jsonb_each(g -> 'marks') m
    left join instrument_items i on i.instrument_id = mine.instrument_id and i.code = m.key and i.kind <> 'text'
    where i.code is null or jsonb_typeof(m.value) <> 'number' or not (m.value #>> '{}')::numeric between i.low and i.high
  ) then
    raise exception 'a mark that is not on the scale' using errcode = '22003';
  end if;
  insert into answers (round_id, id, area_id, area_pos, marks)
  select mine.id, x.id, b.ancestor_id, b.ancestor_pos, x.marks
  from (select gen_random_uuid() as id, (g ->> 'area')::uuid as area,
      only_asked(mine.instrument_id, g -> 'marks', g -> 'marks') as marks from jsonb_array_elements(given) g) x
  join (
    select distinct on (area_id) area_id, ancestor_id, ancestor_pos from area_ancestors
    where area_id in (select (g ->> 'area')::uuid from jsonb_array_elements(given) g) order by area_id, ancestor_pos desc
  ) b on b.area_id = x.area order by x.id;
  get diagnostics added = row_count;
  return added;
end $$`;

/** How many answered where, as far as the actor's scope goes, those that still wait in a box among them. */
const answersIn = `
create or replace function answers_in(round uuid) returns table (area_id uuid, n bigint)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  with given as (
    select a.area_id, a.area_pos, count(*) as n from answers a where a.round_id = round group by 1, 2
    union all
    select b.area_id, a.pos, jsonb_array_length(b.waiting) from answer_boxes b join areas a on a.id = b.area_id where b.round_id = round
  )
  select g.area_id, g.n from given g where current_setting('app.unit') = ''
    and g.area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int
$$`;

/** How many have answered, in steps of ten: all that is told of a round while it is open. */
const countAnswers = `
create or replace function count_answers(round uuid) returns int
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select coalesce(sum(n), 0)::int / 10 * 10 from answers_in(round)
$$`;

/** The same for each community, or larger area, in which was answered. */
const tallyAnswers = `
create or replace function tally_answers(round uuid) returns table (area_id uuid, answers int)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select x.area_id, sum(x.n)::int / 10 * 10 from answers_in(round) x group by x.area_id
$$`;

/** From here on no answer is taken; there are no results yet. */
const closeRound = `
create or replace function close_round(round uuid, closed timestamptz) returns void
${definer} as $$
declare
  mine rounds := own_round(round);
begin
  if mine.closed_at is not null then
    raise exception 'the round is closed' using errcode = 'P0003';
  end if;
  perform empty_pile(p.id, closed) from paper_batches p where p.round_id = mine.id and p.finished_at is null;
  perform clear_round(mine.id);
  update rounds r set closed_at = closed, closes_on = greatest(r.opens_on, least(r.closes_on, local_day(closed))) where r.id = mine.id;
end $$`;

/** Computes the results of a closed round; what somebody opened, or brought in a file, somebody else publishes. */
const releaseRound = `
create or replace function release_round(round uuid, released timestamptz) returns void
${definer} as $$
declare
  mine rounds := own_round(round);
  acting uuid := current_setting('app.account')::uuid;
begin
  if mine.closed_at is null or mine.published_at is not null or mine.opened_by = acting then
    raise exception 'the round is not to be published now or by this account' using errcode = 'P0003';
  end if;
  perform publish_round(mine.id, released);
  update rounds r set published_by = acting where r.id = mine.id;
end $$`;

/** Takes back what an imported file had brought, so that a mended one can follow; whoever brings that is its author. */
const emptyRound = `
create or replace function empty_round(round uuid) returns void
${definer} as $$
declare
  mine rounds := own_round(round);
begin
  if mine.source_key is null then
    raise exception 'only an imported round is emptied' using errcode = 'P0003';
  end if;
  delete from round_cells where round_id = round;
  delete from answers where round_id = round;
  delete from answer_texts where round_id = round;
  update rounds set closed_at = null, published_at = null, published_by = null, asked = '{}',
    opened_by = current_setting('app.account')::uuid
  where id = round;
end $$`;

export const rounds = [
  ownRound,
  addAnswers,
  answersIn,
  countAnswers,
  tallyAnswers,
  ...publishing,
  closeRound,
  releaseRound,
  emptyRound,
];
