import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  check,
  date,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import type { MultiPolygon, Polygon } from "geojson";
import { areaLevels, codeSchemes, gridKinds, officerKinds, stationFields, unitKinds } from "../../lib/areas/model";
import { areaPos, at, id, inTree, isRole, readable, writable } from "./columns";

/** The tree. `pos…last` is the range of an area and all below it; records carry the position of their area. */
export const areas = pgTable(
  "areas",
  {
    id: id(),
    parentId: uuid().references((): AnyPgColumn => areas.id),
    level: text({ enum: areaLevels }).notNull(),
    name: text().notNull(),
    /** The name as it is compared: without 社区居委会, 街道办事处 and other endings. */
    plainName: text().notNull(),
    pos: integer().notNull(),
    last: integer().notNull(),
    kind: text({ enum: gridKinds }),
    households: integer(),
    residents: integer(),
    areaM2: doublePrecision("area_m2"),
    coveredM2: doublePrecision("covered_m2"),
    openedOn: date().notNull().default("2000-01-01"),
    closedOn: date(),
    partyFrom: date(),
    partyTo: date(),
    createdAt: at().notNull().defaultNow(),
  },
  (t) => [
    unique("areas_pos_key").on(t.pos),
    index("areas_parent_idx").on(t.parentId),
    index("areas_plain_name_idx").on(t.plainName),
    check("areas_range", sql`${t.pos} > 0 and ${t.last} >= ${t.pos}`),
    check(
      "areas_counts",
      sql`${t.households} >= 0 and ${t.residents} >= 0 and ${t.areaM2} >= 0 and ${t.coveredM2} >= 0`,
    ),
    check("areas_dates", sql`${t.closedOn} >= ${t.openedOn} and ${t.partyTo} >= ${t.partyFrom}`),
    check("areas_kind", sql`${t.kind} is null or ${t.level} = 'grid'`),
    readable("areas", inTree("pos")),
    ...writable("areas", inTree("pos")),
  ],
);

/** Which areas count a row of this area: itself, if it is counted, and those above it. Kept by `number_areas`. */
export const areaAncestors = pgTable(
  "area_ancestors",
  {
    areaId: uuid()
      .notNull()
      .references(() => areas.id),
    ancestorId: uuid()
      .notNull()
      .references(() => areas.id),
    ancestorPos: integer().notNull(),
    /** From the street up the mix of categories and durations is counted too. */
    mixed: smallint().notNull(),
  },
  (t) => [primaryKey({ columns: [t.areaId, t.ancestorId] }), readable("area_ancestors", inTree("ancestor_pos"))],
);

export const areaCodes = pgTable(
  "area_codes",
  {
    id: id(),
    areaId: uuid()
      .notNull()
      .references(() => areas.id),
    areaPos: areaPos(),
    scheme: text({ enum: codeSchemes }).notNull(),
    code: text().notNull(),
    /** What this scheme calls the area, where it is not the name of the area. */
    name: text(),
    validFrom: date().notNull(),
    validTo: date(),
  },
  (t) => [
    index("area_codes_area_idx").on(t.areaId),
    index("area_codes_code_idx").on(t.scheme, t.code),
    check("area_codes_period", sql`${t.validTo} >= ${t.validFrom}`),
    readable("area_codes", inTree()),
    ...writable("area_codes", inTree()),
  ],
);

export const areaPredecessors = pgTable(
  "area_predecessors",
  {
    areaId: uuid()
      .notNull()
      .references(() => areas.id),
    areaPos: areaPos(),
    predecessorId: uuid()
      .notNull()
      .references(() => areas.id),
  },
  (t) => [
    primaryKey({ columns: [t.areaId, t.predecessorId] }),
    readable("area_predecessors", inTree()),
    ...writable("area_predecessors", inTree()),
  ],
);

/** WGS-84. `outline` is the same shape thinned for drawing. */
export const boundaries = pgTable(
  "boundaries",
  {
    areaId: uuid()
      .primaryKey()
      .references(() => areas.id),
    areaPos: areaPos(),
    shape: jsonb().$type<Polygon | MultiPolygon>().notNull(),
    outline: jsonb().$type<Polygon | MultiPolygon>().notNull(),
    drawn: text({ enum: ["imported", "demo"] }).notNull(),
  },
  (t) => [
    index("boundaries_pos_idx").on(t.areaPos),
    readable("boundaries", inTree()),
    ...writable("boundaries", inTree()),
  ],
);

export const officers = pgTable(
  "officers",
  {
    id: id(),
    areaId: uuid()
      .notNull()
      .references(() => areas.id),
    areaPos: areaPos(),
    name: text().notNull(),
    kind: text({ enum: officerKinds }).notNull(),
    startsOn: date().notNull(),
    endsOn: date(),
  },
  (t) => [
    index("officers_pos_idx").on(t.areaPos),
    index("officers_area_idx").on(t.areaId),
    check("officers_dates", sql`${t.endsOn} >= ${t.startsOn}`),
    readable("officers", inTree()),
    ...writable("officers", inTree()),
  ],
);

export const stations = pgTable(
  "stations",
  {
    id: id(),
    areaId: uuid()
      .notNull()
      .references(() => areas.id),
    areaPos: areaPos(),
    name: text().notNull(),
    field: text({ enum: stationFields }).notNull(),
    openedOn: date().notNull(),
    closedOn: date(),
  },
  (t) => [
    index("stations_pos_idx").on(t.areaPos),
    index("stations_area_idx").on(t.areaId),
    check("stations_dates", sql`${t.closedOn} >= ${t.openedOn}`),
    readable("stations", inTree()),
    ...writable("stations", inTree()),
  ],
);

/** Who handles. Small, and known to everybody who dispatches, so every account may read all of it. */
export const units = pgTable(
  "units",
  {
    id: id(),
    areaId: uuid()
      .notNull()
      .references(() => areas.id),
    areaPos: areaPos(),
    name: text().notNull(),
    kind: text({ enum: unitKinds }).notNull(),
    closedOn: date(),
  },
  (t) => [
    unique("units_name_key").on(t.areaId, t.name),
    readable("units", sql`true`),
    ...writable("units", sql`${isRole("official", "sysadmin")} and ${inTree()}`),
  ],
);
