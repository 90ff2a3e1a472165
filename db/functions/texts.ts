import { joined } from "../schema/columns";
import { casesOf } from "./case-lines";

/** Everything that is neither a letter nor a digit. */
export const between =
  "[\\u0001-\\u002f\\u003a-\\u0060\\u007b-\\u00bf\\u00d7\\u00f7\\u2000-\\u2bff\\u3000-\\u3004\\u3007-\\u3020\\ufe10-\\ufe6f\\uff00-\\uff0f\\uff1a-\\uff20\\uff3b-\\uff40\\uff5b-\\uff65]+";
const runs = (of: string) => `string_to_table(regexp_replace(${of}, '${between}', ' ', 'g'), ' ') r`;
/** Two characters of Chinese tell as much as three letters. */
const lengthAt = (i: string) => `case when ascii(substr(r, ${i}, 1)) < 128 then 3 else 2 end`;

/** A piece begins at every character, the last of a run being shorter: so one character finds all that begin with it. */
const textGrams = `
create or replace function text_grams(given text) returns text[]
language sql immutable parallel safe cost 100 as $$
  select array(select substr(r, i, ${lengthAt("i")}) from ${runs("given")}, generate_series(1, length(r)) i)
$$`;

/** All whole pieces of a word; a shorter one at the end only where the one before it does not reach as far. */
const wordQuery = `
  select string_agg(distinct '''' || piece || '''' || case when length(piece) < whole then ':*' else '' end, ' & ') as pieces
  from ${runs("way")}, generate_series(1, length(r)) i,
    lateral (select substr(r, i, ${lengthAt("i")}) as piece, ${lengthAt("i")} as whole) p
  where length(piece) = whole or i = 1 or i - 2 + ${lengthAt("i - 1")} < length(r)`;

/** All words, each in one of the ways it may stand in a text, which are the lines of a term. */
const textQuery = `
create or replace function text_query(terms text[]) returns tsquery
language sql immutable parallel safe as $$
  select string_agg('(' || ways || ')', ' & ')::tsquery
  from unnest(terms) term, lateral (
    select string_agg('(' || w.pieces || ')', ' | ') as ways
    from string_to_table(term, chr(10)) way, lateral (${wordQuery}) w
  ) t
$$`;

/** Small letters of the alphabet, whatever the language of the server. Every part is immutable, so a query takes it in whole. */
const caseText = `
create or replace function case_text(title text, body text, place text) returns text
language sql immutable parallel safe as $$ select lower((title || chr(10) || body || chr(10) || coalesce(place, '')) collate "C") $$`;

const columns = "case_id, area_pos, registered_at, text";

const appendTexts = (where: string) => `insert into text_changes (case_id) select c.id from cases c where ${where}`;

const noteTexts = `
create or replace function note_texts(counts text, subject uuid, before jsonb) returns void
language plpgsql as $$
begin
  if counts = 'import' then
    ${appendTexts("c.import_id = subject")};
  elsif counts = 'cases' then
    ${appendTexts("c.id in (select (b ->> 'id')::uuid from jsonb_array_elements(before) b)")};
  elsif counts = 'case' then
    ${appendTexts("c.id = subject and (before ->> 'title', before ->> 'body', before ->> 'place', (before ->> 'area_pos')::int) is distinct from (c.title, c.body, c.place, c.area_pos)")};
  end if;
end $$`;

const foldTexts = `
create or replace function fold_texts(fresh uuid[]) returns void
language sql as $$
  with gone as (delete from text_changes returning case_id)
  insert into case_texts (${columns})
  select (f.c).id, (f.c).area_pos, (f.c).registered_at, case_text((f.c).title, (f.c).body, (f.c).place)
  from ${casesOf("(select case_id from gone union select unnest(fresh))")}
  on conflict (case_id) do update set (area_pos, registered_at, text) = (excluded.area_pos, excluded.registered_at, excluded.text)
    where (case_texts.area_pos, case_texts.registered_at, case_texts.text) <> (excluded.area_pos, excluded.registered_at, excluded.text)
$$`;

const fillTexts = `
create or replace function fill_texts() returns void
language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  insert into case_texts (${columns})
  select c.id, c.area_pos, c.registered_at, case_text(c.title, c.body, c.place) from cases c
$$`;

const literal = ["\\", "%", "_"].reduce((term, sign) => `replace(${term}, '${sign}', '\\${sign}')`, "term");
/** The ways of a term stay lines. */
const pattern = `'%' || replace(${literal}, chr(10), '%' || chr(10) || '%') || '%'`;
/** What is written in one way only is held against a text at once. */
const holding = (text: string) =>
  `${text} like all (patterns) and (choices = '{}' or not exists (select from unnest(choices) c where not ${text} like any (string_to_array(c, chr(10)))))`;
const inScope = (alias: string) =>
  `${alias}.area_pos between greatest(lo, current_setting('app.lo')::int) and least(hi, current_setting('app.hi')::int)`;

/**
 * Which cases of a range, within the actor's scope, hold all the words, or bear the number. The policies would keep the
 * index from answering, for it must not be asked about rows that are not to be seen: so the owner asks it, within the
 * same scope. The texts know where and when, so that of what is found no case has to be read.
 */
const foundCases = `
create or replace function found_cases(terms text[], numbered bigint, lo int, hi int) returns table (id uuid, registered_at timestamptz, area_pos int)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp set plan_cache_mode = force_generic_plan as $$
declare
  wanted tsquery := text_query(terms);
  patterns text[] := array(select ${pattern} from unnest(terms) term where position(chr(10) in term) = 0);
  choices text[] := array(select ${pattern} from unnest(terms) term where position(chr(10) in term) > 0);
begin
  return query
  select t.case_id, t.registered_at, t.area_pos from case_texts t
  where array_to_tsvector(text_grams(t.text)) @@ wanted and ${holding("t.text")} and ${inScope("t")} and ${joined("t.case_id")}
    and not exists (select 1 from text_changes n where n.case_id = t.case_id)
  union
  select (f.c).id, (f.c).registered_at, (f.c).area_pos
  from ${casesOf("(select case_id from text_changes union select case_id from fresh_cases)")}
  where ${holding("case_text((f.c).title, (f.c).body, (f.c).place)")} and ${inScope("(f.c)")} and ${joined("(f.c).id")}
  union
  select c.id, c.registered_at, c.area_pos from cases c where c.number = numbered and ${inScope("c")} and ${joined("c.id")};
end $$`;

export const texts = [
  textGrams,
  textQuery,
  caseText,
  noteTexts,
  foldTexts,
  fillTexts,
  foundCases,
  "drop function if exists found_cases(text[], bigint)",
];
