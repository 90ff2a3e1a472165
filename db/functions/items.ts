import { mostWords } from "../../lib/senses/items";

const reading = "security definer set search_path = pg_catalog, public, pg_temp";

/** Whether an item is put to who gave these marks. */
const isAsked = `
create or replace function is_asked(shown_if jsonb, marks jsonb) returns boolean
language sql immutable parallel safe as $$
  select shown_if is null or coalesce((shown_if -> 'marks') @> (marks -> (shown_if ->> 'item')), false)
$$`;

/** The codes of the items that are put to who gave these marks; a mark of an item that is not asked asks for no other. */
const askedItems = `
create or replace function asked_items(instrument uuid, marks jsonb) returns text[]
language plpgsql stable ${reading} as $$
declare
  item instrument_items;
  kept jsonb := '{}';
  asked text[] := '{}';
begin
  for item in
    select * from instrument_items i where i.instrument_id = asked_items.instrument order by i.position, i.code
  loop
    if is_asked(item.shown_if, kept) then
      asked := asked || item.code;
      kept := kept || jsonb_strip_nulls(jsonb_build_object(item.code, marks -> item.code));
    end if;
  end loop;
  return asked;
end $$`;

/** What was given to items, marks or words, without what was not asked by the rules of the items. */
const onlyAsked = `
create or replace function only_asked(instrument uuid, marks jsonb, given jsonb) returns jsonb
language sql stable ${reading} as $$
  select case when not exists (
    select 1 from instrument_items i where i.instrument_id = only_asked.instrument and i.shown_if is not null
  ) then given else coalesce((
    select jsonb_object_agg(g.key, g.value) from jsonb_each(given) g where g.key = any(asked_items(instrument, marks))), '{}') end
$$`;

/** Marks of items that take them, on their scales, in whole numbers. */
const marksFit = `
create or replace function marks_fit(instrument uuid, marks jsonb) returns boolean
language sql stable ${reading} as $$
  select jsonb_typeof(marks) = 'object' and not exists (
    select 1 from jsonb_each(marks) m
    left join instrument_items i on i.instrument_id = marks_fit.instrument and i.code = m.key and i.kind <> 'text'
    where i.code is null or jsonb_typeof(m.value) <> 'number' or not (m.value #>> '{}')::numeric between i.low and i.high
      or (m.value #>> '{}')::numeric <> trunc((m.value #>> '{}')::numeric))
$$`;

/** Words for items that take them, not too many. */
const wordsFit = `
create or replace function words_fit(instrument uuid, words jsonb) returns boolean
language sql stable ${reading} as $$
  select jsonb_typeof(words) = 'object' and not exists (
    select 1 from jsonb_each(words) w
    left join instrument_items i on i.instrument_id = words_fit.instrument and i.code = w.key and i.kind = 'text'
    where i.code is null or jsonb_typeof(w.value) <> 'string' or char_length(w.value #>> '{}') not between 1 and ${mostWords})
$$`;

export const items = [isAsked, askedItems, onlyAsked, marksFit, wordsFit];
