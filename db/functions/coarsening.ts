/**
 * A figure that would tell what everybody in a group answered is published as a bound. So that the exact one does not
 * follow from the others, what can be worked out by subtraction must be a mixture of at least two groups. There are two
 * aspects: `mean` (the sum of the marks) and `spread` (the top box, and the squares). A state of 0 is exact, 1 coarse,
 * 2 held back.
 */
const aspects = ["mean", "spread"] as const;
type Aspect = (typeof aspects)[number];

const sums = ["n", "total", "squares", "top"] as const;
const each = (write: (sum: string) => string) => sums.map(write).join(", ");

/** Everybody, or all but one, on the same side of the top box. */
const tellsSpread = `
create or replace function tells_spread(n numeric, top numeric) returns boolean
language sql immutable as $$ select n > 0 and (top <= 1 or top >= n - 1) $$`;

/** All answers alike but for one step of one person, or a mean beyond 5 and 95 % of the scale among few; of a share the mean tells what the spread does. */
const tellsMean = `
create or replace function tells_mean(n numeric, total numeric, squares numeric, low numeric, high numeric, fewest int) returns boolean
language sql immutable as $$
  select n > 0 and (squares - total * total / n < power((high - low) / 4, 2)
    or (n < 3 * fewest and total / n not between low + 0.05 * (high - low) and high - 0.05 * (high - low))
    or (high - low = 1 and tells_spread(n, total - n * low)))
$$`;

const tells = (aspect: Aspect, of: string, row: string) =>
  aspect === "mean"
    ? `tells_mean(${of}n, ${of}total, ${of}squares, ${row}.low, ${row}.high, fewest)`
    : `tells_spread(${of}n, ${of}top)`;

/** Each shown cell with the nearest shown area above it, and what lies in it beyond the shown areas below. */
const linkShown = `
create or replace function link_shown(fewest int) returns void
language plpgsql as $$
begin
  create temp table linked on commit drop as
  select s.*, (
      select x.ancestor_id from area_ancestors x join shown p on p.area_id = x.ancestor_id and p.key = s.key
      where x.area_id = s.area_id and x.ancestor_id <> s.area_id order by x.ancestor_pos desc limit 1) as above,
    0 as depth, ${each((sum) => `${sum} as rest_${sum}`)}, ${each((sum) => `0::numeric as open_${sum}`)}, 0 as open_parts,
    0 as mean_state, 0 as spread_state
  from shown s;
  create index on linked (key, area_id);
  create index on linked (key, above);
  update linked l set ${each((sum) => `rest_${sum} = l.${sum} - b.${sum}`)}
  from (select key, above, ${each((sum) => `sum(${sum}) as ${sum}`)} from linked where above is not null group by 1, 2) b
  where b.key = l.key and b.above = l.area_id;
  update linked l set depth = (select count(*) from area_ancestors x where x.area_id = l.area_id);
  update linked l set mean_state = 1 where ${tells("mean", "l.", "l")};
  analyze linked;
end $$`;

/** What anybody could work out below a cell that is not exact: its own rest, and what is open in the cells below. */
const openOf = (cell: string) => `
  select ${each((sum) => `${cell}.rest_${sum} + coalesce(sum(c.open_${sum}), 0) as ${sum}`)},
    (${cell}.rest_n > 0)::int + coalesce(sum(c.open_parts), 0) as parts
  from linked c where c.key = ${cell}.key and c.above = ${cell}.area_id`;

const setOpen = (aspect: Aspect) => `
  update linked l set ${each((sum) => `open_${sum} = case when l.${aspect}_state = 0 then 0 else o.${sum} end`)},
    open_parts = case when l.${aspect}_state = 0 then 0 else o.parts end
  from linked m, lateral (${openOf("m")}) o`;

/** What an exact cell lays open tells too much: a group that is alike, or one coarse cell alone. */
const isOpenTo = (aspect: Aspect, cell: string) =>
  `${tells(aspect, "o.", cell)} or (o.parts = 1 and ${cell}.rest_n = 0)`;

/** Holds back the smallest exact cell below one, and on down until something that is not exact lies below it; answers whether there was any. */
const holdBack = (aspect: Aspect) => `
create or replace function hold_back_${aspect}(named text, area uuid) returns boolean
language plpgsql as $$
declare
  path uuid[] := '{}';
  at uuid := area;
  step uuid;
begin
  loop
    select l.area_id into step from linked l where l.key = named and l.above = at and l.${aspect}_state = 0 order by l.n, l.pos limit 1;
    exit when step is null;
    path := step || path;
    at := step;
    update linked l set ${aspect}_state = 2 where l.key = named and l.area_id = at;
    exit when exists (
      select 1 from linked l where l.key = named and ((l.area_id = at and l.rest_n > 0) or (l.above = at and l.${aspect}_state > 0)));
  end loop;
  foreach step in array path loop
    ${setOpen(aspect)} where l.key = named and l.area_id = step and m.key = l.key and m.area_id = l.area_id;
  end loop;
  return cardinality(path) > 0;
end $$`;

/** From the bottom up over the keys given: where an exact cell would tell of those below it, more is held back, or it is coarse itself. */
const coarsen = (aspect: Aspect) => `
create or replace function coarsen_${aspect}(named text[], fewest int) returns void
language plpgsql as $$
declare
  layer int;
  cell record;
begin
  update linked set ${each((sum) => `open_${sum} = 0`)}, open_parts = 0 where key = any(named);
  for layer in select distinct depth from linked where key = any(named) order by 1 desc loop
    for cell in
      select m.key, m.area_id from linked m, lateral (${openOf("m")}) o
      where m.key = any(named) and m.depth = layer and m.${aspect}_state = 0
        and exists (select 1 from linked c where c.key = m.key and c.above = m.area_id) and (${isOpenTo(aspect, "m")})
    loop
      loop
        if not hold_back_${aspect}(cell.key, cell.area_id) then
          update linked set ${aspect}_state = 1 where key = cell.key and area_id = cell.area_id;
          exit;
        end if;
        exit when not exists (
          select 1 from linked m, lateral (${openOf("m")}) o where m.key = cell.key and m.area_id = cell.area_id and (${isOpenTo(aspect, "m")}));
      end loop;
    end loop;
    ${setOpen(aspect)}
    where l.key = any(named) and l.depth = layer and m.key = l.key and m.area_id = l.area_id and l.${aspect}_state > 0;
  end loop;
end $$`;

/** Items first, then the senses that follow from them, then all senses together; the spread wherever the mean is not exact. */
const coarsenShown = `
create or replace function coarsen_shown(fewest int) returns void
language plpgsql as $$
declare
  named text[];
  spread int;
begin
  perform link_shown(fewest);
  for turn in 0..2 loop
    select array_agg(distinct k.key) into named from pattern_keys k where k.rank = turn;
    for pass in 1..20 loop
      update linked l set mean_state = 1
      where l.mean_state = 0 and exists (
        select 1 from linked c join pattern_keys k on k.key = c.key
        where c.area_id = l.area_id and c.mean_state > 0 and l.key = any(k.makes));
      get diagnostics spread = row_count;
      exit when pass > 1 and spread = 0;
      perform coarsen_mean(named, fewest);
    end loop;
  end loop;
  update linked l set spread_state = case when l.mean_state > 0 then l.mean_state when ${tells("spread", "l.", "l")} then 1 else 0 end;
  perform coarsen_spread((select array_agg(distinct key) from pattern_keys), fewest);
end $$`;

export const coarsening = [
  tellsSpread,
  tellsMean,
  linkShown,
  ...aspects.flatMap((aspect) => [holdBack(aspect), coarsen(aspect)]),
  coarsenShown,
];
