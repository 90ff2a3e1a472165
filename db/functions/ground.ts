import { stationFields } from "../../lib/areas/model";

const life = (row: string) => `daterange(${row}.opened_on, ${row}.closed_on, '[]')`;
const isGrid = (row: string) =>
  `${row}.level = 'grid' and not exists (select 1 from areas up where up.id = ${row}.parent_id and up.level = 'grid')`;

/** A span of days as two changes: one more on its first day, one less on the day after its last. */
const steps = (key: string, spans: string) => `
  select area_id, case when edge = 1 then lower(span) else upper(span) end as day, '${key}' as key, edge::float8 as n
  from (${spans}) s (area_id, span), (values (1), (-1)) e (edge)
  where not isempty(span) and (edge = 1 or not upper_inf(span))`;

const amount = (key: string, rows: string) =>
  `select area_id, day, '${key}' as key, n::float8 from (${rows}) a (area_id, day, n) where n <> 0`;

const householdsIn = (row: string) => `(
  select coalesce(sum(grids.households), 0) from areas grids
  where grids.parent_id = ${row}.id and grids.level = 'grid' and grids.closed_on is null)`;

/**
 * The stock of the areas that meet a condition over \`areas\`, as changes (area, day, key, n): grids with a full-time
 * officer or a party group count from the first to the last day of it, within the life of the grid.
 */
export function foundOn(where: string): string {
  return [
    steps("grids", `select id, ${life("areas")} from areas where ${isGrid("areas")} and ${where}`),
    steps(
      "grids_staffed",
      `select id, unnest(m * multirange(${life("areas")})) from areas
       join (select area_id, range_agg(daterange(starts_on, ends_on, '[]')) m from officers where kind = 'full_time' group by 1) o on o.area_id = id
       where ${isGrid("areas")} and ${where}`,
    ),
    steps(
      "grids_party",
      `select id, daterange(party_from, party_to, '[]') * ${life("areas")} from areas where party_from is not null and ${isGrid("areas")} and ${where}`,
    ),
    steps("communities", `select id, ${life("areas")} from areas where level = 'community' and ${where}`),
    steps(
      "communities_gridded",
      `select id, unnest(m * multirange(${life("areas")})) from areas
       join (select parent_id, range_agg(${life("g")}) m from areas g where g.level = 'grid' group by 1) g on g.parent_id = id
       where level = 'community' and ${where}`,
    ),
    amount(
      "households",
      `select id, opened_on, greatest(coalesce(households, 0), ${householdsIn("areas")}) from areas where level = 'community' and ${where}`,
    ),
    amount(
      "households_gridded",
      `select id, opened_on, ${householdsIn("areas")} from areas where level = 'community' and ${where}`,
    ),
    amount("residents", `select id, opened_on, residents from areas where level = 'community' and ${where}`),
    amount(
      "area_m2",
      `select id, opened_on, area_m2 from areas where level = 'community' and covered_m2 is not null and ${where}`,
    ),
    amount(
      "covered_m2",
      `select id, opened_on, covered_m2 from areas where level = 'community' and area_m2 is not null and ${where}`,
    ),
    ...stationFields.map((field) =>
      steps(
        `stations_${field}`,
        `select area_id, daterange(stations.opened_on, stations.closed_on, '[]') from stations join areas on areas.id = area_id where field = '${field}' and ${where}`,
      ),
    ),
  ].join("\n  union all\n");
}
