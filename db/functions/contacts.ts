import { defaultSettings } from "../../lib/settings/model";

/** How many contacts the actor has looked at since an instant; whoever counts waits for who counts for the same account. */
const countReveals = `
create or replace function count_reveals(since timestamptz) returns int
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  perform pg_advisory_xact_lock(133136, hashtext(current_setting('app.account')));
  return (
    select count(*) from events
    where at >= since and account_id = current_setting('app.account')::uuid and action = 'case.contact-revealed'
  );
end $$`;

/** Erases every contact whose case was closed long enough ago, and says how many. It takes nothing, so anybody may call it. */
const eraseContacts = `
create or replace function erase_contacts() returns int
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  days int := coalesce((select value::int from settings where key = 'contactDays'), ${defaultSettings.contactDays});
  erased int;
begin
  update case_contacts k set sealed = null, erased_at = now()
  from cases c
  where c.id = k.case_id and k.sealed is not null
    and coalesce(c.closed_at, c.voided_at) < now() - days * interval '1 day';
  get diagnostics erased = row_count;
  return erased;
end $$`;

/** What is kept within the part of the tree of whoever asks, when the next is due, and what was erased; nothing of what a contact says. */
const contactReport = `
create or replace function contact_report() returns table (kept int, next_at timestamptz, erased int, lately int, last_at timestamptz)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select count(k.sealed)::int,
    min(coalesce(c.closed_at, c.voided_at)) filter (where k.sealed is not null)
      + coalesce((select value::int from settings where key = 'contactDays'), ${defaultSettings.contactDays}) * interval '1 day',
    count(k.erased_at)::int,
    (count(*) filter (where k.erased_at > now() - interval '30 days'))::int,
    max(k.erased_at)
  from case_contacts k join cases c on c.id = k.case_id
  where k.area_pos between current_setting('app.tree_lo')::int and current_setting('app.tree_hi')::int
$$`;

export const contacts = [countReveals, eraseContacts, contactReport];
