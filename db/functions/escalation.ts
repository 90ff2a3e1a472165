import { type CaseClock, caseClocks, clockNames, runsFor } from "../../lib/cases/clocks";
import { atOnce } from "../../lib/escalation/model";

/** Nobody signs in as it: under this name the trace keeps what the rules did. */
const byRule = { id: "00000000-0000-7000-8000-000000000134", login: "escalation-rules", name: "升级规则" };

/** What is needed to say how late is late by so many work hours; a calendar the database has none. */
const needs = `
create or replace function escalation_needs() returns table (work_hours jsonb, late_by int[])
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select (select value from settings where key = 'workHours'),
    array(select distinct r.late_by from escalation_rules r where r.unit = 'work_hour' and r.ended_at is null)
$$`;

/** Running clocks of a kind that a rule for it finds late enough. */
const lateBy = (clock: CaseClock) => {
  const { due, since } = caseClocks[clock];
  return `
    select r.id as rule_id, r.clock, r.late_by, r.unit, r.to_role, a.id as to_area_id, a.name as to_area, c.id as case_id, c.area_pos, c.${due} as due_at
    from rules r
    join cases c on c.area_pos between r.area_pos and r.area_last
    join area_ancestors n on n.area_id = c.area_id
    join areas a on a.id = n.ancestor_id and a.level = r.to_level
    where r.clock = '${clock}' and c.${due} < r.before and ${runsFor(clock, "c.id")}
      and (r.unit = 'work_hour' or ${since} + r.late_by * (c.${due} - ${since}) < now())
      and not exists (select from escalations e where e.case_id = c.id and e.rule_id = r.id)`;
};

/**
 * Brings before whom the rules say what is late enough, once for each case and rule, the longest late first, and leaves
 * the events, the mildest rule first; says how many. `befores` tells by work hours what was due when: never later than
 * as many real hours ago. Where another does the same at this moment it does nothing.
 */
const escalateLate = `
create or replace function escalate_late(befores jsonb) returns int
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  n int;
begin
  if not pg_try_advisory_xact_lock(133137) then
    return 0;
  end if;
  perform await_tree();
  insert into accounts (id, login, name) values ('${byRule.id}', '${byRule.login}', '${byRule.name}') on conflict do nothing;
  with rules as materialized (
    select r.*, case when r.unit = 'times' then now()
      else least((befores ->> r.late_by::text)::timestamptz, now() - r.late_by * interval '1 hour') end as before
    from escalation_rules r where r.ended_at is null
  ), late as (
    ${clockNames.map(lateBy).join(" union all ")}
    order by due_at, case_id limit ${atOnce}
  ), told as (
    insert into escalations (case_id, rule_id, area_pos, clock, to_area_id, to_role, due_at, at)
    select case_id, rule_id, area_pos, clock, to_area_id, to_role, due_at, now() from late
    on conflict do nothing returning case_id, rule_id
  )
  insert into events (subject_id, id, subject, action, area_pos, account_id, by, role, at, detail)
  select l.case_id, gen_random_uuid(), 'case', 'case.escalated', l.area_pos, '${byRule.id}', '${byRule.name}', 'rule',
    now() + (row_number() over (partition by l.case_id order by l.unit = 'times', l.late_by) - 1) * interval '1 ms',
    jsonb_build_object('clock', l.clock, 'lateBy', l.late_by, 'lateUnit', l.unit, 'toRole', l.to_role, 'toName', l.to_area)
  from told t join late l using (case_id, rule_id);
  get diagnostics n = row_count;
  return n;
end $$`;

export const escalation = [needs, escalateLate];
export const escalationCallable = ["escalation_needs()", "escalate_late(jsonb)"] as const;
