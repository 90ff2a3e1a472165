import { propertyGroup } from "../../lib/estates/model";
import { estateScopeText } from "../schema/columns";

/** The estates that the actor's unit is a party to today. */
const myEstates = `
create or replace function my_estates() returns setof uuid
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select p.estate_id from estate_parties p
  where p.unit_id = nullif(current_setting('app.unit', true), '')::uuid
    and daterange(p.starts_on, p.ends_on, '[]') @> local_day(now())
$$`;

/**
 * The requests that the three parties of an estate see alike: what it is about, how it stands, who has it and what was
 * answered. Nothing that was written down beside, and nothing of who asked. \`mine\` are those the actor may open.
 */
const estateLedger = `
create or replace function estate_ledger(of_estate uuid) returns table (
  id uuid, number bigint, title text, category_code text, state text, registered_at timestamptz, close_due_at timestamptz,
  deferred boolean, closed_at timestamptz, close_reason text, unit_id uuid, public_reply text, mine boolean
)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select c.id, c.number, c.title, c.category_code, c.state, c.registered_at, c.close_due_at,
    c.deferred_at is not null, c.closed_at, c.close_reason, c.unit_id, c.public_reply,
    current_setting('app.unit') = '' or exists (
      select 1 from assignments a where a.case_id = c.id and a.unit_id = nullif(current_setting('app.unit'), '')::uuid)
  from cases c left join ledger_marks m on m.case_id = c.id
  where exists (select 1 from estates e where e.id = of_estate and ${estateScopeText("e.id", "e.area_pos")})
    and c.id in (
      select k.id from estate_places p join areas a on a.id = p.place_id join cases k on k.area_pos between a.pos and a.last
      where p.estate_id = of_estate and p.ended_on is null)
    and c.validity = 'valid' and coalesce(m.shared, c.category_code like '${propertyGroup}%')
$$`;

export const estates = [myEstates, estateLedger];
