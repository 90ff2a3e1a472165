/** What the actor's unit was given to do for topics of its part of the tree and of the areas above it, and of a topic no more. */
const unitTasks = `
create or replace function unit_tasks() returns table (topic_id uuid, id uuid, task text, topic text, area_name text, due_on date, added_at timestamptz)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select k.topic_id, k.id, k.task, t.title, a.name, k.due_on, k.added_at
  from areas mine join areas a on a.pos between mine.pos and mine.last or (a.pos <= mine.pos and a.last >= mine.last)
    join topic_tasks k on k.area_id = a.id join topics t on t.id = k.topic_id
  where mine.id = nullif(current_setting('app.area', true), '')::uuid and k.unit_id = nullif(current_setting('app.unit', true), '')::uuid
    and k.done_on is null and t.closed_on is null
$$`;

export const topics = [unitTasks];
