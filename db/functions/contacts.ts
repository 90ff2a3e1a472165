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

export const contacts = [countReveals, eraseContacts];
