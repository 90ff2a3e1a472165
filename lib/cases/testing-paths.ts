import { sql } from "drizzle-orm";
import { as, type World } from "../testing";

/** Cases that were changed more or less often than their history tells. */
export function untraced(world: World) {
  return world.owner.execute(sql`
    select c.id, c.version, array_agg(e.action) as told
    from cases c left join events e on e.subject_id = c.id and e.action not like 'case.asked-%'
      and e.action not in ('case.refused', 'case.lapsed', 'case.joined', 'case.registered', 'case.came', 'case.answered-whistle')
    where c.area_pos between ${city(world).pos} and ${city(world).last}
    group by c.id, c.version having count(e.id) <> c.version - 1`);
}

/** Joint is what a unit was called to, unless all calls were taken back; what is closed waits for nobody. */
export function wronglyJoint(world: World) {
  return world.owner.execute(sql`
    select c.id, c.state, c.joint, array_agg(w.end_reason) as ends from cases c left join whistles w on w.case_id = c.id
    where c.area_pos between ${city(world).pos} and ${city(world).last}
    group by c.id having c.joint <> (count(w.id) filter (where w.end_reason is distinct from 'withdrawn') > 0)
      or bool_or(w.id is not null and c.closed_at is not null and w.answered_at is null and w.ended_at is null)`);
}

/** A unit leads what it signed and nobody took back since; all else is led by the office that received it. */
export function wronglyLed(world: World) {
  return world.owner.execute(sql`
    select c.id, c.state, c.lead_unit_id, last.action from cases c
    left join lateral (select e.action, e.at from events e where e.subject_id = c.id
      and e.action in ('case.signed', 'case.returned', 'case.transferred') order by e.at desc, e.id desc limit 1) last on true
    left join lateral (select a.unit_id from assignments a where a.case_id = c.id and a.signed_at = last.at limit 1) task on true
    where c.area_pos between ${city(world).pos} and ${city(world).last}
      and c.lead_unit_id is distinct from case when last.action = 'case.signed' then task.unit_id end`);
}

/** What was sent to a unit was so when it was sent first; a sending that was taken back was none. */
export function wronglySent(world: World) {
  return world.owner.execute(sql`
    select c.id, c.state, c.dispatched_at from cases c
    where c.area_pos between ${city(world).pos} and ${city(world).last}
      and c.dispatched_at is distinct from (select min(a.dispatched_at) from assignments a
        where a.case_id = c.id and a.end_reason is distinct from 'recalled')`);
}

/** Nobody alone takes out of the rates what is late. */
export function wronglyLeft(world: World) {
  return world.owner.execute(sql`
    select c.id, c.validity, c.close_reason from cases c
    where c.area_pos between ${city(world).pos} and ${city(world).last} and c.validity <> 'valid'
      and least(c.deferred_at, c.voided_at) > c.close_due_at
      and not exists (select 1 from events e where e.subject_id = c.id and e.action = 'case.voided' and e.at = c.voided_at)`);
}

const city = (world: World) => as(world, "staff", "试城").actor;
