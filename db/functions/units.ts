/** The units of the actor's part of the tree and of the areas above it: whom its requests may be given to. */
const unitsAround = `
create or replace function units_around() returns setof uuid
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select u.id from areas mine join areas a on a.pos between mine.pos and mine.last or (a.pos <= mine.pos and a.last >= mine.last)
    join units u on u.area_id = a.id
  where mine.id = nullif(current_setting('app.area', true), '')::uuid
$$`;

export const units = [unitsAround];
