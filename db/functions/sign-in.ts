import { absoluteHours, idleMinutes } from "./entering";

/** Wrong passwords allowed within the minutes: for one account, and from one place against any account. */
export const triesEach = 5;
export const triesFromOnePlace = 60;
export const lockMinutes = 15;
/** Sessions one account may have at once; the oldest gives way. */
const sessionsEach = 10;

const header = "security definer set search_path = pg_catalog, public, pg_temp";

const holds = `g.revoked_at is null and daterange(g.starts_on, g.ends_on, '[]') @> local_day(now())`;

/** Notes a try unless as many as allowed failed lately; answers the seconds to wait, 0 when it may go on. */
const noteTry = `
create or replace function note_try(bucket text, allowed int) returns int
language plpgsql ${header} as $$
declare
  since timestamptz := clock_timestamp() - interval '${lockMinutes} minutes';
  tries timestamptz[];
begin
  insert into sign_in_failures (key, failures) values (bucket, '[]') on conflict (key) do nothing;
  select array(select t::timestamptz from jsonb_array_elements_text(f.failures) t where t::timestamptz > since order by 1)
    into tries from sign_in_failures f where f.key = bucket for update;
  if cardinality(tries) >= allowed then
    return greatest(1, ceil(extract(epoch from tries[cardinality(tries) - allowed + 1] - since)))::int;
  end if;
  update sign_in_failures f set failures = to_jsonb(tries || clock_timestamp()) where f.key = bucket;
  return 0;
end $$`;

/**
 * Begins a sign-in before any password is hashed. The try is noted as failed at once, so that tries sent together cannot
 * pass together; \`open_session\` takes it back. A place from which the account signed in within 30 days has a count of
 * its own, so that nobody is locked out of an office by guesses made elsewhere.
 */
const beginSignIn = `
create or replace function begin_sign_in(given_login text, place text) returns table (account_id uuid, password_hash text, wait_seconds int)
language plpgsql ${header} as $$
declare
  bucket text := 'account:' || given_login;
  wait int;
begin
  if exists (select 1 from sign_in_failures where key = 'known:' || given_login || ':' || place and (failures ->> 0)::timestamptz > now() - interval '30 days') then
    bucket := bucket || ':' || place;
  end if;
  wait := note_try(bucket, ${triesEach});
  if wait = 0 then
    wait := note_try('place:' || place, ${triesFromOnePlace});
  end if;
  return query select a.id, case when wait = 0 then a.password_hash end, wait
    from (select 1) one left join accounts a on a.login = given_login and a.disabled_at is null;
end $$`;

/** Forgets the failures of an account from a place after the right password, and that it is known there. */
const forgive = `
create or replace function forgive(given_login text, place text) returns void
language plpgsql ${header} as $$
begin
  delete from sign_in_failures where key in ('account:' || given_login, 'account:' || given_login || ':' || place);
  update sign_in_failures f set failures = f.failures - -1 where key = 'place:' || place;
  insert into sign_in_failures (key, failures) values ('known:' || given_login || ':' || place, to_jsonb(array[clock_timestamp()]))
  on conflict (key) do update set failures = excluded.failures;
  delete from sign_in_failures where (failures ->> -1)::timestamptz < now() - case when key like 'known:%' then interval '30 days' else interval '1 day' end;
end $$`;

/**
 * Opens a session under the first grant that holds and ends the one before it in the same browser; null where the
 * account is disabled or holds nothing today. The id is random: whoever has it, is in.
 */
const openSession = `
create or replace function open_session(account uuid, place text, previous uuid) returns uuid
language plpgsql ${header} as $$
declare
  opened uuid := gen_random_uuid();
  found_grant uuid;
begin
  select g.id into found_grant from accounts a join grants g on g.account_id = a.id and ${holds}
  where a.id = account and a.disabled_at is null order by g.created_at, g.id limit 1;
  if found_grant is null then
    return null;
  end if;
  perform forgive((select login from accounts where id = account), place);
  update sessions set ended_at = now() where id = previous and ended_at is null;
  update sessions set ended_at = now() where ended_at is null and account_id = account and id not in (
    select id from sessions where account_id = account and ended_at is null order by created_at desc limit ${sessionsEach - 1});
  delete from sessions where account_id = account and created_at < now() - interval '7 days';
  insert into sessions (id, account_id, grant_id) values (opened, account, found_grant);
  perform note_account_event(account, found_grant, 'account.signed-in');
  return opened;
end $$`;

/** The trace of what an account does before or beside acting under a grant. */
const noteAccountEvent = `
create or replace function note_account_event(account uuid, under uuid, action text) returns void
language sql ${header} as $$
  insert into events (subject_id, id, subject, action, area_pos, account_id, by, role, at, detail)
  select a.id, gen_random_uuid(), 'account', note_account_event.action, r.pos, a.id, a.name, g.role, clock_timestamp(), '{}'
  from accounts a join grants g on g.id = under join areas r on r.id = g.area_id where a.id = account
$$`;

/** A wrong password for an account that exists stands in its trace; how often is bounded by the tries allowed. */
const noteFailure = `
create or replace function note_failure(account uuid) returns void
language sql ${header} as $$
  select note_account_event(account, (select id from grants where account_id = account order by created_at, id limit 1), 'account.sign-in-failed')
$$`;

const endSession = `
create or replace function end_session(session uuid) returns void
language plpgsql ${header} as $$
declare
  ended sessions;
begin
  update sessions set ended_at = now() where id = session and ended_at is null returning * into ended;
  if ended.id is not null then
    perform note_account_event(ended.account_id, ended.grant_id, 'account.signed-out');
  end if;
end $$`;

/** The account an identity provider speaks of: by its subject, else by the verified e-mail as login; never a new one. */
const accountOfIdentity = `
create or replace function account_of_identity(subject text, email text) returns uuid
language plpgsql ${header} as $$
declare
  found_account uuid;
begin
  select id into found_account from accounts where oidc_subject = subject and disabled_at is null;
  if found_account is null and email is not null then
    update accounts set oidc_subject = subject where login = email and oidc_subject is null and disabled_at is null returning id into found_account;
  end if;
  return found_account;
end $$`;

/** The grants of the one who acts, with the names of areas that the present grant may not see. */
const myGrants = `
create or replace function my_grants() returns table (id uuid, role text, area text, unit text)
language sql stable ${header} as $$
  select g.id, g.role, r.name, u.name
  from grants g join areas r on r.id = g.area_id left join units u on u.id = g.unit_id
  where g.account_id = current_setting('app.account')::uuid and ${holds}
  order by g.created_at, g.id
$$`;

/** Goes on under another grant of the same account. */
const switchGrant = `
create or replace function switch_grant(session uuid, target uuid) returns boolean
language plpgsql ${header} as $$
declare
  account uuid := current_setting('app.account')::uuid;
begin
  if not exists (select 1 from grants g where g.id = target and g.account_id = account and ${holds}) then
    return false;
  end if;
  update sessions set grant_id = target where id = session and account_id = account and ended_at is null;
  if not found then
    return false;
  end if;
  perform note_account_event(account, target, 'account.switched');
  return true;
end $$`;

/** Ends every session of an account but one; for its owner and for those who may disable or revoke. */
const endSessions = `
create or replace function end_sessions(account uuid, but uuid) returns int
language plpgsql ${header} as $$
declare
  ended int;
begin
  if account <> current_setting('app.account')::uuid and current_setting('app.role') not in ('sysadmin', 'secadmin') then
    raise exception 'not for this role' using errcode = '42501';
  end if;
  update sessions set ended_at = now() where account_id = account and ended_at is null and id is distinct from but;
  get diagnostics ended = row_count;
  return ended;
end $$`;

/**
 * How much of what an account holds lies in the tree of the one who asks: all, some or none. What was revoked counts only
 * where nothing else is left; an account without grants is within reach of every administrator.
 */
const accountReach = `
create or replace function account_reach(account uuid) returns text
language sql stable ${header} as $$
  select case when coalesce(bool_and(inside), true) then 'all' when bool_or(inside) then 'some' else 'none' end
  from (
    select r.pos between current_setting('app.tree_lo')::int and current_setting('app.tree_hi')::int as inside,
      g.revoked_at, bool_and(g.revoked_at is not null) over () as all_revoked
    from grants g join areas r on r.id = g.area_id where g.account_id = account
  ) held where revoked_at is null or all_revoked
$$`;

/** The hash of the one who acts, to be compared before a change. */
const myPasswordHash = `
create or replace function my_password_hash() returns text
language sql stable ${header} as $$ select password_hash from accounts where id = current_setting('app.account')::uuid $$`;

const setMyPassword = `
create or replace function set_my_password(hash text) returns void
language sql ${header} as $$ update accounts set password_hash = hash where id = current_setting('app.account')::uuid $$`;

/** What the sign-in page of a demo offers; null elsewhere. */
const demoAccounts = `
create or replace function demo_accounts() returns jsonb
language sql stable ${header} as $$ select value from settings where key = 'demo' $$`;

/** Sessions that still hold, for the page of one account: how many, and when last seen. */
const sessionsOf = `
create or replace function sessions_of(account uuid) returns table (created_at timestamptz, seen_at timestamptz)
language plpgsql stable ${header} as $$
begin
  if current_setting('app.role') not in ('sysadmin', 'secadmin') and account <> current_setting('app.account')::uuid then
    return;
  end if;
  return query select s.created_at, s.seen_at from sessions s where s.account_id = account and s.ended_at is null
    and s.seen_at > now() - interval '${idleMinutes} minutes' and s.created_at > now() - interval '${absoluteHours} hours'
    order by s.created_at desc;
end $$`;

export const signIn = [
  accountReach,
  noteTry,
  beginSignIn,
  forgive,
  noteAccountEvent,
  openSession,
  noteFailure,
  endSession,
  accountOfIdentity,
  myGrants,
  switchGrant,
  endSessions,
  myPasswordHash,
  setMyPassword,
  demoAccounts,
  sessionsOf,
];

export const signInCallable = {
  staff: [
    "account_reach(uuid)",
    "my_grants()",
    "switch_grant(uuid, uuid)",
    "end_sessions(uuid, uuid)",
    "my_password_hash()",
    "set_my_password(text)",
    "sessions_of(uuid)",
  ],
  visitor: [
    "begin_sign_in(text, text)",
    "open_session(uuid, text, uuid)",
    "note_failure(uuid)",
    "end_session(uuid)",
    "account_of_identity(text, text)",
    "demo_accounts()",
  ],
} as const;
