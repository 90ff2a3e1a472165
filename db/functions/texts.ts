import { joined } from "../schema/columns";

/** Everything that is neither a letter nor a digit. */
const between =
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

/** All whole pieces of the words; a shorter one at the end only where the one before it does not reach as far. */
const textQuery = `
create or replace function text_query(terms text[]) returns tsquery
language sql immutable parallel safe as $$
  select string_agg(distinct '''' || piece || '''' || case when length(piece) < whole then ':*' else '' end, ' & ')::tsquery
  from unnest(terms) term, ${runs("term")}, generate_series(1, length(r)) i,
    lateral (select substr(r, i, ${lengthAt("i")}) as piece, ${lengthAt("i")} as whole) p
  where length(piece) = whole or i = 1 or i - 2 + ${lengthAt("i - 1")} < length(r)
$$`;

/** The same of a row and of what is asked for: small letters of the alphabet, whatever the language of the server. */
const caseText = `
create or replace function case_text(title text, body text, place text) returns text
language sql immutable parallel safe as $$ select lower(concat_ws(chr(10), title, body, place) collate "C") $$`;

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
    ${appendTexts("c.id = subject and (before is null or (before ->> 'title', before ->> 'body', before ->> 'place') is distinct from (c.title, c.body, c.place))")};
  end if;
end $$`;

const foldTexts = `
create or replace function fold_texts() returns void
language sql as $$
  with gone as (delete from text_changes returning case_id)
  insert into case_texts (case_id, text)
  select c.id, case_text(c.title, c.body, c.place) from cases c where c.id in (select case_id from gone)
  on conflict (case_id) do update set text = excluded.text where case_texts.text <> excluded.text
$$`;

const fillTexts = `
create or replace function fill_texts() returns void
language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  insert into case_texts (case_id, text)
  select c.id, case_text(c.title, c.body, c.place) from cases c
$$`;

const literal = ["\\", "%", "_"].reduce((term, sign) => `replace(${term}, '${sign}', '\\${sign}')`, "term");
const holdsAll = (text: string) => `${text} like all (select '%' || ${literal} || '%' from unnest(terms) term)`;
const mine = `c.area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int
    and ${joined("c.id")}`;

/**
 * Which cases of the actor's scope hold all the words, or bear the number. The policies would keep the index from
 * answering, for it must not be asked about rows that are not to be seen: so the owner asks it, within the same scope.
 */
const foundCases = `
create or replace function found_cases(terms text[], numbered bigint) returns setof uuid
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp set plan_cache_mode = force_generic_plan as $$
begin
  return query
  select c.id from case_texts t join cases c on c.id = t.case_id
  where array_to_tsvector(text_grams(t.text)) @@ text_query(terms) and ${holdsAll("t.text")} and ${mine}
    and not exists (select 1 from text_changes n where n.case_id = c.id)
  union
  select c.id from text_changes n join cases c on c.id = n.case_id
  where ${holdsAll("case_text(c.title, c.body, c.place)")} and ${mine}
  union
  select c.id from cases c where c.number = numbered and ${mine};
end $$`;

export const texts = [textGrams, textQuery, caseText, noteTexts, foldTexts, fillTexts, foundCases];
