import { wilson } from "../figures/interval";
import { rateOf } from "../figures/rate";
import { type DefinedFigure, type Definition, definitionOf, definitions } from "./definitions";
import type { Figure, FigureKey } from "./model";
import type { Ground, Median, Promises, Tally } from "./tally";

/** Every figure of cases and visits, by the table of definitions. `basicCredit` is what 基本满意 counts in 满意率. */
export function caseFigures(tally: Tally, basicCredit: number): Figure[] {
  // Object.keys forgets the names of its keys; they are those of the table.
  const keys = Object.keys(definitions) as DefinedFigure[];
  const { opening, counts, hours } = tally;
  return [
    ...keys.map((key) => figureOf(key, definitionOf(key), tally, basicCredit)),
    duration("contact_hours", hours.contact),
    duration("dispatch_hours", hours.dispatch),
    count("opening", opening),
    count("carried", opening + counts.received - counts.finished),
  ];
}

/** The base: what stands at the end of the period, and what was promised by a day of it. A stock is counted whole, so it has no interval. */
export function groundFigures(ground: Ground, promises: Promises): Figure[] {
  return [
    stockRate("grids_staffed", ground.grids_staffed, ground.grids),
    stockRate("grids_party", ground.grids_party, ground.grids),
    stockRate("area_covered", ground.covered_m2, ground.area_m2),
    stockRate("households_covered", ground.households_gridded, ground.households),
    stockRate("communities_gridded", ground.communities_gridded, ground.communities),
    count("stations_open", ground.stations_residents + ground.stations_property + ground.stations_office),
    count("stations_residents", ground.stations_residents),
    count("stations_property", ground.stations_property),
    count("stations_office", ground.stations_office),
    notInUse("volunteer_hours", "count"),
    promisesKept(promises),
    notInUse("services_near", "rate"),
  ];
}

export function figureOf(key: FigureKey, definition: Definition, tally: Tally, basicCredit: number): Figure {
  const { counts, pending } = tally;
  const total = (keys: Definition["of"]) => keys.reduce((sum, counter) => sum + counts[counter], 0);
  const whole = total(definition.of);
  if (definition.kind === "count") return count(key, whole, definition.in ? total(definition.in) : null);

  const denominator = total(definition.in ?? definition.of);
  const excluded = Object.fromEntries(
    Object.entries(definition.out ?? {}).map(([why, counter]) => [why, counts[counter]]),
  );
  if (definition.notDue) excluded.not_due = pending[definition.notDue];
  const credited = basicCredit * total(definition.credited ?? []);
  const interval = denominator === 0 ? null : wilson(whole, denominator);
  return { ...rate(key, whole + credited, denominator, excluded), interval };
}

function rate(key: FigureKey, numerator: number, denominator: number, excluded: Record<string, number>): Figure {
  const { value } = rateOf(numerator, denominator, excluded);
  const state = value === null ? "none" : "ok";
  return { key, kind: "rate", state, value, numerator, denominator, excluded, interval: null };
}

function promisesKept({ kept, due, notDue }: Promises): Figure {
  const interval = due === 0 ? null : wilson(kept, due);
  return { ...rate("promises_kept", kept, due, { not_due: notDue }), interval };
}

function stockRate(key: FigureKey, numerator: number, denominator: number): Figure {
  return rate(key, Math.min(numerator, denominator), denominator, {});
}

function count(key: FigureKey, value: number, denominator: number | null = null): Figure {
  return { key, kind: "count", state: "ok", value, numerator: value, denominator, excluded: {}, interval: null };
}

function duration(key: FigureKey, { value, n }: Median): Figure {
  const state = value === null ? "none" : "ok";
  return { key, kind: "hours", state, value, numerator: null, denominator: n, excluded: {}, interval: null };
}

function notInUse(key: FigureKey, kind: "count" | "rate"): Figure {
  return { key, kind, state: "off", value: null, numerator: null, denominator: null, excluded: {}, interval: null };
}
