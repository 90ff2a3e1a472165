import { sql } from "drizzle-orm";
import { date, doublePrecision, index, integer, pgTable, pgView, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { clocks, dayCounters, groundCounters, mixDimensions } from "../../lib/counters/model";
import { areas } from "./areas";
import { inScope, inTree, noUnit, readable } from "./columns";

function columns<K extends string, C>(keys: readonly K[], column: () => C): Record<K, C> {
  // Object.fromEntries forgets the names of its keys; they are built right here.
  return Object.fromEntries(keys.map((key) => [key, column()])) as Record<K, C>;
}

/** What a change counts: a counter of a case, or in the mix of a dimension, or in a class of a clock. */
const changed = ["case", ...mixDimensions, ...clocks] as const;

/**
 * Changes of the counts of an area, appended with the change of the record: nobody waits for a row that counts a whole
 * city. `fold_counts` moves them into the sums; until then every reader adds them in, so no count is ever behind.
 */
export const countChanges = pgTable(
  "count_changes",
  {
    areaId: uuid().notNull(),
    areaPos: integer().notNull(),
    day: date().notNull(),
    what: text({ enum: changed }).notNull(),
    key: text().notNull(),
    n: integer().notNull(),
  },
  () => [readable("count_changes", sql`${inScope()} and ${noUnit}`)],
);

/**
 * Cases that were registered and not moved since: they count as they stand, and their text is read as it stands, until
 * `fold_counts` has taken them. A move takes its case out first and appends instead.
 */
export const freshCases = pgTable("fresh_cases", { caseId: uuid().primaryKey(), areaPos: integer().notNull() }, () => [
  readable("fresh_cases", sql`${inScope()} and ${noUnit}`),
]);

const dayColumns = {
  areaId: uuid()
    .notNull()
    .references(() => areas.id),
  day: date().notNull(),
  areaPos: integer().notNull(),
  ...columns(dayCounters, () => integer().notNull().default(0)),
};

/** What was folded of an area and a day. */
export const daySums = pgTable("day_sums", dayColumns, (t) => [
  primaryKey({ columns: [t.areaId, t.day] }),
  readable("day_sums", sql`${inScope()} and ${noUnit}`),
]);

const mixColumns = {
  areaId: uuid()
    .notNull()
    .references(() => areas.id),
  dimension: text({ enum: mixDimensions }).notNull(),
  day: date().notNull(),
  key: text().notNull(),
  areaPos: integer().notNull(),
  n: integer().notNull(),
};

/** The same in a street or larger area, by category. */
export const mixSums = pgTable("mix_sums", mixColumns, (t) => [
  primaryKey({ columns: [t.areaId, t.dimension, t.day, t.key] }),
  readable("mix_sums", sql`${inScope()} and ${noUnit}`),
]);

const durationColumns = {
  areaId: uuid()
    .notNull()
    .references(() => areas.id),
  day: date().notNull(),
  areaPos: integer().notNull(),
  ...columns(clocks, () => integer().array().notNull()),
};

/** How many in a street or larger area took how long: in each array the classes of duration, the shortest first. */
export const durationSums = pgTable("duration_sums", durationColumns, (t) => [
  primaryKey({ columns: [t.areaId, t.day] }),
  readable("duration_sums", sql`${inScope()} and ${noUnit}`),
]);

const listed = (parts: readonly string[]) => sql.raw(parts.join(", "));
const change = "area_id, day, what, key, n";
const unfolded = sql.raw(
  `(select ${change} from count_changes union all select ${change} from fresh_counts()) c join area_ancestors a on a.area_id = c.area_id where c.what`,
);

/** What was counted in an area on a day: the sums and what is not folded yet, in rows to be added up. */
export const areaDays = pgView("area_days", {
  areaId: uuid().notNull(),
  day: date().notNull(),
  areaPos: integer().notNull(),
  ...columns(dayCounters, () => integer().notNull()),
})
  .with({ securityInvoker: true })
  .as(
    sql`select area_id, day, area_pos, ${listed(dayCounters)} from day_sums union all select a.ancestor_id, c.day, a.ancestor_pos, ${listed(dayCounters.map((key) => `case when c.key = '${key}' then c.n else 0 end`))} from ${unfolded} = 'case'`,
  );

export const mixDays = pgView("mix_days", {
  areaId: uuid().notNull(),
  dimension: text({ enum: mixDimensions }).notNull(),
  day: date().notNull(),
  key: text().notNull(),
  areaPos: integer().notNull(),
  n: integer().notNull(),
})
  .with({ securityInvoker: true })
  .as(
    sql`select area_id, dimension, day, key, area_pos, n from mix_sums union all select a.ancestor_id, c.what, c.day, c.key, a.ancestor_pos, c.n from ${unfolded} in (${listed(mixDimensions.map((what) => `'${what}'`))}) and a.mixed = 1`,
  );

export const durationDays = pgView("duration_days", {
  areaId: uuid().notNull(),
  day: date().notNull(),
  areaPos: integer().notNull(),
  ...columns(clocks, () => integer().array().notNull()),
})
  .with({ securityInvoker: true })
  .as(
    sql`select area_id, day, area_pos, ${listed(clocks)} from duration_sums union all select a.ancestor_id, c.day, a.ancestor_pos, ${listed(clocks.map((clock) => `case when c.what = '${clock}' then array_fill(0, array[c.key::int]) || c.n else '{}' end`))} from ${unfolded} in (${listed(clocks.map((what) => `'${what}'`))}) and a.mixed = 1`,
  );

/** Changes of the stock (grids, officers, households, stations) by day; the sum up to a day is what stands. */
export const groundDays = pgTable(
  "ground_days",
  {
    areaId: uuid()
      .notNull()
      .references(() => areas.id),
    day: date().notNull(),
    areaPos: integer().notNull(),
    ...columns(groundCounters, () => doublePrecision().notNull().default(0)),
  },
  (t) => [
    primaryKey({ columns: [t.areaId, t.day] }),
    index("ground_days_pos_idx").on(t.areaPos),
    readable("ground_days", inTree()),
  ],
);
