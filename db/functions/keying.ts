import { boxed } from "./answering";

const definer = "language plpgsql security definer set search_path = pg_catalog, public, pg_temp";

/** A pile in the actor's scope that is not finished, of a round that is not closed; refused otherwise. */
const ownPile = `
create or replace function own_pile(pile uuid) returns paper_batches
${definer} as $$
declare
  mine paper_batches;
begin
  select p.* into mine from paper_batches p
  where p.id = pile and p.finished_at is null and current_setting('app.unit') = ''
    and p.area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int
  for update;
  if mine.id is null then
    raise exception 'no such pile to be keyed in the scope of the actor' using errcode = 'P0002';
  end if;
  return mine;
end $$`;

/** Keeps a form of a pile: keyed again under its number it takes the place of what was keyed before. */
const keyForm = `
create or replace function key_form(pile uuid, nth int, marks jsonb, words jsonb) returns text
${definer} as $$
declare
  mine paper_batches := own_pile(pile);
  form record;
begin
  select * into form from read_form((select r.instrument_id from rounds r where r.id = mine.round_id), marks, words);
  if form.marks is null then
    return 'unfit';
  end if;
  insert into paper_forms as f (batch_id, number, marks, words) values (mine.id, nth, form.marks, form.words)
  on conflict (batch_id, number) do update set marks = excluded.marks, words = excluded.words;
  return 'kept';
end $$`;

/** Compares the marks of a second reading of a form with the first, counts once how far they agree, and tells the items that differ. */
const checkForm = `
create or replace function check_form(pile uuid, nth int, marks jsonb) returns jsonb
${definer} as $$
declare
  mine paper_batches := own_pile(pile);
  instrument uuid := (select r.instrument_id from rounds r where r.id = mine.round_id);
  before jsonb;
  asked jsonb := only_asked(instrument, marks, marks);
  different jsonb;
begin
  if not marks_fit(instrument, marks) then
    return jsonb_build_object('state', 'unfit');
  end if;
  select f.marks into before from paper_forms f where f.batch_id = mine.id and f.number = nth;
  if before is null then
    return jsonb_build_object('state', 'missing');
  end if;
  select coalesce(jsonb_agg(i.code order by i.position, i.code), '[]') into different from instrument_items i
  where i.instrument_id = instrument and i.kind <> 'text' and before -> i.code is distinct from asked -> i.code;
  update paper_forms f set compared = (select count(*) from instrument_items i where i.instrument_id = instrument and i.kind <> 'text'), differing = jsonb_array_length(different)
  where f.batch_id = mine.id and f.number = nth and f.compared is null;
  return jsonb_build_object('state', 'kept', 'differing', different);
end $$`;

/** Forms and marks of a pile, and how far two readings agree; of the marks themselves nothing. */
const pileTotals = `
create or replace function pile_totals(pile uuid) returns table (forms int, last int, marks int, checked int, compared int, differing int)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select count(*)::int, coalesce(max(f.number), 0), coalesce(sum((select count(*) from jsonb_object_keys(f.marks))), 0)::int,
    count(f.compared)::int, coalesce(sum(f.compared), 0)::int, coalesce(sum(f.differing), 0)::int
  from paper_batches p join paper_forms f on f.batch_id = p.id
  where p.id = pile and current_setting('app.unit') = ''
    and p.area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int
$$`;

/**
 * Puts the forms of a pile among the answers, in no order of theirs, and keeps its totals alone. They go in tens, as those
 * that were sent do; what is left of the last ten waits in the box of the community.
 */
const emptyPile = `
create or replace function empty_pile(pile uuid, finished timestamptz) returns void
${definer} as $$
declare
  mixed int[];
  whole int;
begin
  perform await_tree();
  update paper_batches p set finished_at = finished, forms = t.forms, checked = t.checked, compared = t.compared, differing = t.differing
  from pile_totals(pile) t where p.id = pile;
  select array_agg(f.number order by gen_random_uuid()) into mixed from paper_forms f where f.batch_id = pile;
  whole := cardinality(mixed) / ${boxed} * ${boxed};
  insert into answers (round_id, id, area_id, area_pos, marks)
  select x.round_id, x.key, a.id, a.pos, x.marks
  from (
    select p.round_id, gen_random_uuid() as key, f.marks, (
      select u.ancestor_id from area_ancestors u where u.area_id = p.area_id order by u.ancestor_pos desc limit 1) as base
    from paper_batches p join paper_forms f on f.batch_id = p.id where p.id = pile and f.number = any(mixed[1:whole])
  ) x join areas a on a.id = x.base order by x.key;
  perform box_answer(p.round_id, p.area_id, f.marks, '{}')
  from paper_batches p join paper_forms f on f.batch_id = p.id where p.id = pile and f.number = any(mixed[whole + 1:]);
  perform box_words(p.round_id, p.area_id, f.words) from paper_batches p join paper_forms f on f.batch_id = p.id where p.id = pile;
  delete from paper_forms f where f.batch_id = pile;
end $$`;

const finishPile = `
create or replace function finish_pile(pile uuid, finished timestamptz) returns void
${definer} as $$
declare
  mine paper_batches := own_pile(pile);
begin
  perform empty_pile(mine.id, finished);
end $$`;

/** Notes that a sheet of forms came into a round that is not closed, by one digest over all of it; false where it came before. */
const takeSheet = `
create or replace function take_sheet(round uuid, digest text) returns boolean
${definer} as $$
begin
  if not exists (
    select from rounds r where r.id = round and r.closed_at is null and current_setting('app.unit') = ''
      and r.area_pos <= current_setting('app.hi')::int and r.area_last >= current_setting('app.lo')::int
  ) then
    raise exception 'no such round to be keyed in the scope of the actor' using errcode = 'P0002';
  end if;
  insert into answer_receipts (round_id, receipt) values (round, digest) on conflict do nothing;
  return found;
end $$`;

export const keying = [
  ownPile,
  keyForm,
  checkForm,
  pileTotals,
  emptyPile,
  finishPile,
  takeSheet,
  "drop function if exists key_form(uuid, int, jsonb)",
];

export const keyingCallable = [
  "key_form(uuid, int, jsonb, jsonb)",
  "check_form(uuid, int, jsonb)",
  "pile_totals(uuid)",
  "finish_pile(uuid, timestamptz)",
  "take_sheet(uuid, text)",
] as const;
