import { areaLevels, isPlace } from "../../lib/areas/model";
import { moves } from "../../lib/cases/model";
import { ofCases } from "./positions";

const quoted = (words: readonly string[]) => words.map((word) => `'${word}'`).join(", ");
const unresolved = quoted(moves.transfer.from);
const places = quoted(areaLevels.filter(isPlace));

/** Where a case may be handed to beyond the actor's own part of the tree: the area above, and those beside. */
const neighbours = `
create or replace function neighbours() returns table (id uuid, name text, level text, pos int)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select a.id, a.name, a.level, a.pos
  from areas mine join areas a on a.id = mine.parent_id or (a.parent_id = mine.parent_id and a.id <> mine.id)
  where mine.id = nullif(current_setting('app.area', true), '')::uuid and a.closed_on is null
  order by a.pos
$$`;

/** Whether the actor answers for an area: in its business scope, and for no single unit. */
const answersFor = (pos: string) =>
  `${pos} between current_setting('app.lo')::int and current_setting('app.hi')::int and current_setting('app.unit') = ''`;

/** What others would hand to the actor's area: as much of it as is needed to say yes or no. */
const incoming = `
create or replace function incoming_transfers() returns table (
  case_id uuid, request uuid, number bigint, title text, place text, category_code text, urgent boolean, close_due_at timestamptz,
  reason text, asked_by uuid, asked_name text, asked_at timestamptz, due_at timestamptz, from_name text, to_area_id uuid, to_name text
)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select c.id, r.id, c.number, c.title, c.place, c.category_code, c.urgent, c.close_due_at,
    r.reason, r.asked_by, r.asked_name, r.asked_at, r.due_at, f.name, t.id, t.name
  from case_requests r join cases c on c.id = r.case_id join areas f on f.id = c.area_id join areas t on t.id = r.to_area_id
  where r.kind = 'transfer' and r.decided_at is null and ${answersFor("r.to_pos")}
  order by r.due_at, r.id
$$`;

const follow = ofCases
  .map((table) => `update ${table} set area_pos = target.pos where case_id = found.id;`)
  .join("\n  ");

/**
 * Takes a case over, or leaves it where it is. The row as it stood is answered, for the counts; nothing where there is
 * no such request for the actor's area. All that belongs to the case goes along; what units were to do ends.
 */
const answer = `
create or replace function answer_transfer(of_case uuid, request uuid, said text, at timestamptz) returns table (before jsonb, pos int, reason text, asked_name text, from_name text)
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  found cases;
  asked case_requests;
  target areas;
begin
  perform await_tree();
  select * into found from cases c where c.id = of_case for update;
  select * into asked from case_requests r
  where r.case_id = of_case and r.id = request and r.kind = 'transfer' and r.decided_at is null and r.due_at >= answer_transfer.at
    and r.asked_by <> current_setting('app.account')::uuid and ${answersFor("r.to_pos")}
  for update;
  if asked.id is null or found.state not in (${unresolved}) or said not in ('granted', 'refused') then
    return;
  end if;
  update case_requests r set outcome = said, decided_at = answer_transfer.at, decided_by = current_setting('app.account')::uuid
  where r.case_id = of_case and r.id = request;
  select * into target from areas a where a.id = asked.to_area_id;
  if said = 'refused' then
    return query select null::jsonb, found.area_pos, asked.reason, asked.asked_name, target.name;
    return;
  end if;
  update cases c set area_id = target.id, area_pos = target.pos, placed = target.level in (${places}),
    state = case when c.accepted_at is null then 'registered' else 'accepted' end,
    unit_id = null, lead_unit_id = null, sign_due_at = null, signed_at = null, transferred_count = c.transferred_count + 1,
    version = c.version + 1
  where c.id = of_case;
  update assignments a set ended_at = answer_transfer.at, end_reason = 'transferred' where a.case_id = of_case and a.ended_at is null;
  update whistles w set ended_at = answer_transfer.at, end_reason = 'transferred'
  where w.case_id = of_case and w.answered_at is null and w.ended_at is null;
  update case_requests r set outcome = 'lapsed', decided_at = answer_transfer.at where r.case_id = of_case and r.decided_at is null;
  ${follow}
  update events e set area_pos = target.pos where e.subject_id = of_case;
  return query select to_jsonb(found), target.pos, asked.reason, asked.asked_name, (select a.name from areas a where a.id = found.area_id);
end $$`;

export const transfers = [neighbours, incoming, answer];
