import { adminRoles } from "../../lib/access/model";
import { laying } from "./laid";
import { treeLock } from "./locks";

/** Minutes without a request, and hours in all, after which a session is over. */
export const idleMinutes = 30;
export const absoluteHours = 12;

// These are called with every request or write: what they ask, and what functions they call ask, is planned once for each connection.

const layingActions = laying.map((action) => `'${action}'`).join(", ");
const admins = adminRoles.map((role) => `'${role}'`).join(", ");

/** Lays down for this transaction who acts and over which range; administrators see no rows of an area. */
const laidScope = (account: string, unit: string, area: string) => `
  perform set_config('app.account', ${account}::text, true), set_config('app.role', role, true),
    set_config('app.unit', coalesce(${unit}::text, ''), true), set_config('app.area', ${area}::text, true),
    set_config('app.lo', case when role in (${admins}) then '1' else pos::text end, true),
    set_config('app.hi', case when role in (${admins}) then '0' else last::text end, true),
    set_config('app.tree_lo', pos::text, true), set_config('app.tree_hi', last::text, true);`;

const setScope = `
create or replace function set_scope(account uuid, role text, unit uuid, area uuid, pos int, last int) returns void
language plpgsql as $$
begin ${laidScope("account", "unit", "area")}
end $$`;

/** Who acts, read afresh for every request: account and grant must hold today. Who is found acts from here on. */
const enter = `
create or replace function enter(session uuid) returns table (
  account_id uuid, name text, locale text, grant_id uuid, role text, unit_id uuid,
  area_id uuid, area_name text, area_level text, pos int, last int, laid bigint
)
language plpgsql security definer set search_path = pg_catalog, public, pg_temp set plan_cache_mode = force_generic_plan as $$
declare
  seen timestamptz;
begin
  select a.id, a.name, a.locale, g.id, g.role, g.unit_id, r.id, r.name, r.level, r.pos, r.last, s.seen_at,
    (select coalesce(sum(v.version), 0) from laid_versions v)
  into account_id, name, locale, grant_id, role, unit_id, area_id, area_name, area_level, pos, last, seen, laid
  from sessions s
  join accounts a on a.id = s.account_id and a.disabled_at is null
  join grants g on g.id = s.grant_id and g.account_id = a.id and g.revoked_at is null
    and daterange(g.starts_on, g.ends_on, '[]') @> local_day(now())
  join areas r on r.id = g.area_id
  where s.id = session and s.ended_at is null
    and s.seen_at > now() - interval '${idleMinutes} minutes' and s.created_at > now() - interval '${absoluteHours} hours';
  if found then
    if seen < now() - interval '1 minute' then
      update sessions s set seen_at = now() where s.id = session and s.seen_at < now() - interval '1 minute';
    end if;
    ${laidScope("account_id", "unit_id", "area_id")}
    return next;
  end if;
end $$`;

/** What an import did to each case stands in the history of that case, which goes along where the case moved. */
const traceImported = `
create or replace function trace_imported(import uuid, before jsonb, at timestamptz, detail jsonb) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  update events e set area_pos = c.area_pos
  from cases c where before is not null and c.id in (select (b ->> 'id')::uuid from jsonb_array_elements(before) b)
    and e.subject_id = c.id and e.subject = 'case' and e.area_pos <> c.area_pos;
  insert into events (subject_id, id, subject, action, area_pos, account_id, by, role, at, detail)
  select c.id, gen_random_uuid(), 'case', 'case.imported', c.area_pos, a.id, a.name, current_setting('app.role'), trace_imported.at,
    jsonb_build_object('file', detail ->> 'file', 'import', import, 'changed', before is not null)
  from cases c, accounts a
  where a.id = current_setting('app.account')::uuid
    and case when before is null then c.import_id = import
      else c.id in (select (b ->> 'id')::uuid from jsonb_array_elements(before) b) end;
end $$`;

/** The one insert into the trace, and the counts that follow from the change it tells of. */
const record = `
create or replace function record(
  subject text, subject_id uuid, event uuid, action text, area_pos int, at timestamptz, detail jsonb, counts text, before jsonb
) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp set plan_cache_mode = force_generic_plan as $$
begin
  if not pg_try_advisory_xact_lock_shared(${treeLock}) then
    perform await_tree();
  end if;
  if record.subject = 'case' and (counts is distinct from 'case' or before is not null) then
    if exists (select 1 from cases c join areas a on a.id = c.area_id where c.id = record.subject_id and c.area_pos <> a.pos) then
      update cases c set area_pos = a.pos from areas a where c.id = record.subject_id and a.id = c.area_id;
    end if;
  end if;
  insert into events (subject_id, id, subject, action, area_pos, account_id, by, role, at, detail)
  select record.subject_id, event, record.subject, record.action, record.area_pos, a.id, a.name, current_setting('app.role'), record.at, record.detail
  from accounts a where a.id = current_setting('app.account')::uuid;
  if not found then
    raise exception 'no account acts';
  end if;
  if action in (${layingActions}) then
    perform note_laid('rules');
  end if;
  if counts = 'case' and before is null then
    perform count_new(subject_id);
    return;
  end if;
  if counts is not null then
    perform mark_repeats(counts, subject_id, before);
    perform note_texts(counts, subject_id, before);
  end if;
  if counts = 'case' then
    perform count_case(before, subject_id);
  elsif counts = 'import' then
    perform count_import(subject_id);
    perform fold_counts();
    perform trace_imported(subject_id, null, record.at, detail);
  elsif counts = 'cases' then
    perform count_changes_of(before);
    perform fold_counts();
    perform trace_imported(subject_id, before, record.at, detail);
  elsif counts = 'visit' then
    perform count_visit((detail ->> 'visit')::uuid);
  elsif counts = 'ground' then
    perform count_ground(subject_id);
  end if;
end $$`;

export const entering = [setScope, enter, traceImported, record];
