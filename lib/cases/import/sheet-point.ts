import type { TableRow } from "../../exchange/table";
import { type Axis, type DegreesForm, readDegrees, readPoint } from "../../exchange/written-point";
import { isSwapped } from "../../shapes/model";
import { pointInWgs84 } from "../../shapes/systems";
import type { CaseMapping } from "./mapping";
import type { Cell, ReadCell } from "./sheet-columns";
import type { Faults } from "./sheet-faults";

/** In WGS-84. */
export type Point = { lon: number; lat: number };

type MappedPoint = NonNullable<CaseMapping["area"]["point"]>;

/** The columns that hold a point; what is wrong with it as a whole is told of the last. */
export function pointColumns(point: MappedPoint): string[] {
  return "column" in point ? [point.column] : [point.lon, point.lat];
}

/** Longitude and latitude go together; where they can only be the other way round, that is said. */
export function pointReader(mapped: MappedPoint | undefined, cell: ReadCell, form: DegreesForm) {
  if (!mapped) return () => null;
  const read = "column" in mapped ? cellPoint(mapped, cell, form) : columnsPoint(mapped, cell, form);
  return (row: TableRow, faults: Faults): Point | null => {
    const found = read(row);
    if (found === null || isNowhere(found)) return null;
    const wrong = "wrong" in found ? found.wrong : beyondOf(found);
    if (wrong) faults.add(wrong.cell, wrong.reason);
    return "point" in found && !wrong ? pointInWgs84(found.point, mapped.system) : null;
  };
}

/** 0, 0 is what many exports write for no point. */
const isNowhere = (found: Exclude<Found, null>) => "point" in found && found.point.lon === 0 && found.point.lat === 0;

type Wrong = { cell: Cell; reason: string };
type Found = { point: Point; cells: Record<Axis, Cell> } | { wrong: Wrong } | null;

function cellPoint(
  { column, order }: Extract<MappedPoint, { column: string }>,
  cell: ReadCell,
  { comma }: DegreesForm,
) {
  return (row: TableRow): Found => {
    const one = cell(row, [column]);
    if (one.value === "") return null;
    const point = readPoint(one.value, { comma, order });
    if (point === "empty") return null;
    return "fault" in point
      ? { wrong: { cell: one, reason: `case.import.point.${point.fault}` } }
      : { point, cells: { lon: one, lat: one } };
  };
}

function columnsPoint({ lon, lat }: Extract<MappedPoint, { lon: string }>, cell: ReadCell, form: DegreesForm) {
  return (row: TableRow): Found => {
    const cells = { lon: cell(row, [lon]), lat: cell(row, [lat]) };
    const written = Object.values(cells);
    if (written.every(({ value }) => value === "")) return null;
    const blank = written.find(({ value }) => value === "");
    return blank ? { wrong: { cell: blank, reason: "case.half-point" } } : anglesOf(cells, form);
  };
}

function anglesOf(cells: Record<Axis, Cell>, form: DegreesForm): Found {
  const [lon, lat] = [readDegrees(cells.lon.value, form), readDegrees(cells.lat.value, form)];
  if (!lon || !lat) return { wrong: { cell: lon ? cells.lat : cells.lon, reason: "case.import.degrees" } };
  const isCrossed = lon.axis === "lat" || lat.axis === "lon";
  if (isCrossed) return { wrong: { cell: cells.lat, reason: "case.import.swapped" } };
  return { point: { lon: lon.value, lat: lat.value }, cells };
}

function beyondOf({ point: { lon, lat }, cells }: Extract<Found, { point: Point }>): Wrong | null {
  if (isSwapped(lon, lat)) return { cell: cells.lat, reason: "case.import.swapped" };
  if (Math.abs(lat) > 90) return { cell: cells.lat, reason: "case.import.latitude" };
  return Math.abs(lon) > 180 ? { cell: cells.lon, reason: "case.import.longitude" } : null;
}
