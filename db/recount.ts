import type { Sql } from "postgres";
import { clocks, dayCounters, groundCounters } from "../lib/counters/model";
import { fillBare } from "./bulk";
import { expectedDays, expectedDurations, expectedGround, expectedMix } from "./functions/expected";

export type Difference = { table: string; area: string; day: string; key: string; counted: number; stored: number };

/** The first count that differs from what the records say, or null; reads every record, as the owner. */
export async function findDifference(owner: Sql): Promise<Difference | null> {
  for (const question of [daysDiffer, mixDiffers, durationsDiffer, groundDiffers]) {
    const [row] = await owner.unsafe<Difference[]>(question);
    if (row) return row;
  }
  return null;
}

/** All that a repair will hold, at once and in the order in which others ask for it: nobody waits in a circle. */
export const holdCounts =
  "lock table areas, fresh_cases, count_changes, day_sums, mix_sums, duration_sums, ground_days, text_changes, case_texts in access exclusive mode";

/** Replaces every count by what the records say. */
export async function repairCounts(owner: Sql): Promise<void> {
  await owner.begin(async (tx) => {
    await tx.unsafe("set local work_mem = '128MB'");
    await tx.unsafe("set local maintenance_work_mem = '256MB'");
    await tx.unsafe(holdCounts);
    await tx.unsafe("select note_ancestors()");
    await tx.unsafe("truncate fresh_cases, count_changes, day_sums, mix_sums, duration_sums");
    await fillBare(tx, ["day_sums", "mix_sums", "duration_sums"], async () => {
      await tx.unsafe(`insert into day_sums (area_id, day, area_pos, ${dayCounters.join(", ")})
        select area_id, day, area_pos, ${dayCounters.join(", ")} from (${expectedDays}) e order by area_pos, day`);
      await tx.unsafe(`insert into mix_sums (area_id, dimension, day, key, area_pos, n)
        select area_id, dimension, day, key, area_pos, n from (${expectedMix}) e order by area_pos, dimension, day`);
      await tx.unsafe(`insert into duration_sums (area_id, day, area_pos, ${clocks.join(", ")})
        select area_id, day, area_pos, ${clocks.join(", ")} from (${expectedDurations}) e order by area_pos, day`);
    });
    await tx.unsafe("truncate text_changes, case_texts");
    await fillBare(tx, ["case_texts"], async () => {
      await tx.unsafe("select fill_texts()");
    });
    await tx.unsafe("select fill_ground()");
    await tx.unsafe("select note_laid('repair')");
  });
  await owner.unsafe("analyze day_sums, mix_sums, duration_sums, ground_days, case_texts");
}

const values = (keys: readonly string[], row: string) =>
  keys.map((key) => `('${key}', ${row}.${key}::float8)`).join(", ");

/** Square metres are added up in another order here; a whole number still differs by one or not at all. */
const compare = (table: string, expected: string, stored: string) => `
  select '${table}' as "table", coalesce(a.name, area_id::text) as area, day::text as day, key,
    coalesce(e.n, 0)::float8 as counted, coalesce(s.n, 0)::float8 as stored
  from (${expected}) e full join (${stored}) s using (area_id, day, key) left join areas a on a.id = area_id
  where abs(coalesce(e.n, 0) - coalesce(s.n, 0)) > 1e-10 * greatest(1, abs(coalesce(e.n, 0)))
  order by day, a.pos, key limit 1`;

const daysDiffer = compare(
  "area_days",
  `select area_id, day, k.key, k.n from (${expectedDays}) x, lateral (values ${values(dayCounters, "x")}) k (key, n) where k.n <> 0`,
  `select area_id, day, k.key, sum(k.n) as n from area_days x, lateral (values ${values(dayCounters, "x")}) k (key, n) where k.n <> 0 group by 1, 2, 3`,
);

const mixDiffers = compare(
  "mix_days",
  `select area_id, day, dimension || ':' || key as key, n from (${expectedMix}) x`,
  "select area_id, day, dimension || ':' || key as key, sum(n) as n from mix_days group by 1, 2, 3",
);

const classes = (rows: string) => `
  select area_id, day, k.clock || ':' || (u.at - 1) as key, sum(u.n) as n
  from (${rows}) x, lateral (values ${clocks.map((clock) => `('${clock}', x.${clock})`).join(", ")}) k (clock, counts),
    unnest(k.counts) with ordinality u (n, at)
  group by 1, 2, 3 having sum(u.n) <> 0`;

const durationsDiffer = compare("duration_days", classes(expectedDurations), classes("select * from duration_days"));

const groundDiffers = compare(
  "ground_days",
  `select area_id, day, k.key, k.n from (${expectedGround}) x, lateral (values ${values(groundCounters, "x")}) k (key, n) where k.n <> 0`,
  `select area_id, day, k.key, k.n from ground_days x, lateral (values ${values(groundCounters, "x")}) k (key, n) where k.n <> 0`,
);
