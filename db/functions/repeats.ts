import { repeatDays } from "../../lib/cases/repeats";
import { between } from "./texts";

/** A place as it was typed, however wide its characters and whatever stands between them. */
const placeKey = `
create or replace function place_key(place text) returns text
language sql immutable parallel safe as $$ select regexp_replace(lower(normalize(place, nfkc) collate "C"), '${between}', '', 'g') $$`;

/** Whether the same matter was heard before at the same place of the same area: that one may have been merged, but was not void. */
const repeatsEarlier = `(
    c.placed and c.category_code is not null and place_key(c.place) <> '' and exists (
      select 1 from cases e
      where e.area_pos = c.area_pos and e.registered_at between c.registered_at - interval '${repeatDays} days' and c.registered_at
        and (e.registered_at, e.id) < (c.registered_at, c.id) and e.placed and e.category_code = c.category_code
        and e.validity in ('valid', 'duplicate') and place_key(e.place) = place_key(c.place)
    )
  )`;

const mark = (where: string) =>
  `update cases c set repeats = not c.repeats where ${where} and c.repeats <> ${repeatsEarlier}`;

/** Lays down of what was registered, or put right, whether it repeats an earlier one, by what is known of that now. */
const markRepeats = `
create or replace function mark_repeats(counts text, subject uuid, before jsonb) returns void
language plpgsql as $$
begin
  if counts = 'import' then
    ${mark("c.import_id = subject")};
  elsif counts = 'cases' then
    ${mark("c.id in (select (b ->> 'id')::uuid from jsonb_array_elements(before) b)")};
  elsif counts = 'case' then
    if before is null or exists (select from cases c where c.id = subject
      and (before ->> 'category_code', before ->> 'place', (before ->> 'area_id')::uuid) is distinct from (c.category_code, c.place, c.area_id)) then
      ${mark("c.id = subject")};
    end if;
  end if;
end $$`;

const fillRepeats = `
create or replace function fill_repeats() returns void
language sql as $$ ${mark("true")} $$`;

export const repeats = [placeKey, markRepeats, fillRepeats];
