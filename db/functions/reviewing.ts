const reading = "language sql stable security definer set search_path = pg_catalog, public, pg_temp";
const definer = "language plpgsql security definer set search_path = pg_catalog, public, pg_temp";

/** Notes of each text how many of its community were asked for it. */
const measureTexts = `
create or replace function measure_texts(round uuid) returns void
language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  update answer_texts t set asked = g.n
  from (
    select a.area_id, i.code, count(*) as n
    from answers a join rounds r on r.id = a.round_id
    join instrument_items i on i.instrument_id = r.instrument_id and i.kind = 'text'
    where a.round_id = measure_texts.round and is_asked(i.shown_if, a.marks) group by 1, 2
  ) g
  where t.round_id = measure_texts.round and t.area_id = g.area_id and t.code = g.code
$$`;

/** The round, where the actor may review what was said in it: closed, in scope, and opened by somebody else. */
const roundInReview = `
create or replace function round_in_review(given uuid) returns setof rounds
${reading} as $$
  select * from rounds r
  where r.id = given and r.closed_at is not null and r.opened_by is distinct from current_setting('app.account')::uuid
    and r.area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = ''
$$`;

/** A place among the texts of a round that says nothing and stays. */
const placeOf = (t: string) => `md5(${t}.round_id::text || ${t}.id::text)`;

/** The texts of groups that reach the limit, each in its place. Of the others nothing is given, not even here. */
const textsInReview = `
create or replace function texts_in_review(round uuid) returns table (id uuid, code text, words text, state text, edited boolean, place text)
${reading} as $$
  select t.id, t.code, t.words, t.state, t.edited, ${placeOf("t")}
  from round_in_review(round) r join answer_texts t on t.round_id = r.id where t.asked >= round_threshold(r)
$$`;

/** How many stand where; those of too small groups in steps of ten. */
const reviewTally = `
create or replace function review_tally(round uuid) returns table (waiting int, approved int, rejected int, few int, has_few boolean)
${reading} as $$
  select count(*) filter (where t.asked >= f.n and t.state = 'waiting')::int, count(*) filter (where t.asked >= f.n and t.state = 'approved')::int,
    count(*) filter (where t.asked >= f.n and t.state = 'rejected')::int, count(*) filter (where t.asked < f.n)::int / 10 * 10, count(*) filter (where t.asked < f.n) > 0
  from round_in_review(round) r join answer_texts t on t.round_id = r.id cross join lateral (select round_threshold(r) as n) f
$$`;

/** Approves words, as they then read, or rejects them, and then they are gone; what was rejected stays so. Whether it was to be decided. */
const decideText = `
create or replace function decide_text(round uuid, text uuid, verdict text, said text, why text) returns boolean
${definer} as $$
declare
  mine rounds := own_round(round);
begin
  update answer_texts t set state = verdict, words = said, reason = why, edited = verdict = 'approved' and t.words <> said
  where t.round_id = mine.id and t.id = decide_text.text and exists (select from texts_in_review(mine.id) v where v.id = t.id)
    and (t.state = 'waiting' or (t.state = 'approved' and verdict = 'rejected'));
  return found;
end $$`;

/**
 * What an area is told of the words of a published round: those of communities that are told every sense the round asked
 * for, where it is told them itself. So the page of a larger area holds nothing that no page of a community does.
 */
const toldTexts = `
create or replace function told_texts(round uuid, area uuid) returns table (code text, state text, words text, edited boolean, place text)
${reading} as $$
  with mine as (
    select r.id, r.instrument_id, r.asked, round_threshold(r) as fewest, v.id as area_id, v.pos, v.last from rounds r join areas v on v.id = area
    where r.id = round and r.published_at is not null and current_setting('app.unit') = ''
      and v.pos between current_setting('app.lo')::int and current_setting('app.hi')::int
  ), said as (
    select t.* from mine m join answer_texts t on t.round_id = m.id and t.area_pos between m.pos and m.last
    where t.asked >= m.fewest
  ), senses as (
    select distinct i.sense from mine m join instrument_items i on i.instrument_id = m.instrument_id
    where i.scored and i.sense is not null and i.code = any(m.asked)
  ), told as (
    select p.area_id from (select area_id from said union select area_id from mine) p
    where not exists (
      select from senses s where not exists (
        select from round_cells c where c.round_id = told_texts.round and c.area_id = p.area_id and c.key = s.sense))
  )
  select t.code, t.state, case when t.state = 'approved' then t.words else '' end, t.edited, ${placeOf("t")}
  from said t where t.area_id in (select area_id from told) and (select area_id from mine) in (select area_id from told)
$$`;

export const reviewing = [measureTexts, roundInReview, textsInReview, reviewTally, decideText, toldTexts];

export const reviewingCallable = [
  "texts_in_review(uuid)",
  "review_tally(uuid)",
  "decide_text(uuid, uuid, text, text, text)",
  "told_texts(uuid, uuid)",
] as const;
