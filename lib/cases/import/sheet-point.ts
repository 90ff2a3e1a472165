import type { TableRow } from "../../exchange/table";
import { type CoordinateSystem, isSwapped } from "../../shapes/model";
import { pointInWgs84 } from "../../shapes/systems";
import type { Cell, ReadCell } from "./sheet-columns";
import type { Faults } from "./sheet-faults";

/** In WGS-84. */
export type Point = { lon: number; lat: number };

type Columns = { lon: string; lat: string; system: CoordinateSystem };

/** Longitude and latitude go together; where they can only be the other way round, that is said. */
export function pointReader(columns: Columns | undefined, cell: ReadCell) {
  return (row: TableRow, faults: Faults): Point | null => {
    if (!columns) return null;
    const [east, north] = [cell(row, [columns.lon]), cell(row, [columns.lat])];
    if (east.value === "" && north.value === "") return null;
    const wrong = blankOf(east, north) ?? unreadOf(east, north) ?? beyondOf(east, north);
    if (wrong) faults.add(wrong.cell, wrong.reason);
    return wrong ? null : pointInWgs84({ lon: degreesOf(east) ?? 0, lat: degreesOf(north) ?? 0 }, columns.system);
  };
}

type Wrong = { cell: Cell; reason: string } | null;

function blankOf(east: Cell, north: Cell): Wrong {
  const blank = [east, north].find(({ value }) => value === "");
  return blank ? { cell: blank, reason: "case.half-point" } : null;
}

function unreadOf(east: Cell, north: Cell): Wrong {
  const unread = [east, north].find((cell) => degreesOf(cell) === null);
  return unread ? { cell: unread, reason: "case.import.degrees" } : null;
}

function beyondOf(east: Cell, north: Cell): Wrong {
  const [lon, lat] = [degreesOf(east) ?? 0, degreesOf(north) ?? 0];
  if (isSwapped(lon, lat)) return { cell: north, reason: "case.import.swapped" };
  if (Math.abs(lat) > 90) return { cell: north, reason: "case.import.latitude" };
  return Math.abs(lon) > 180 ? { cell: east, reason: "case.import.longitude" } : null;
}

function degreesOf({ value }: Cell): number | null {
  const plain = value.normalize("NFKC").replace(/°$/, "");
  return /^[+-]?\d{1,4}(\.\d{1,20})?$/.test(plain) ? Number(plain) : null;
}
