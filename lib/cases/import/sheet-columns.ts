import { Refusal } from "../../errors";
import { columnNamed, type IsHeader, plainHeader, type TableRow } from "../../exchange/table";
import type { CaseMapping } from "./mapping";

export type Cell = { column: string; value: string };

/** The line of a sheet that names the columns of the id and of the time of registration. */
export function caseHeader({ id, registered }: Pick<CaseMapping, "id" | "registered">): IsHeader {
  return (columns) => {
    const known = new Set(columns.map(plainHeader));
    return [id, ...registered.columns].every((header) => known.has(plainHeader(header)));
  };
}

/** What stands in a row under the first of some headers that is not blank there. */
export type ReadCell = (row: TableRow, headers: readonly string[] | undefined) => Cell;

/** Finds the columns that a mapping speaks of; refuses a sheet that lacks one or names it twice. */
export function cellReader(columns: readonly string[], wanted: readonly string[], blank: readonly string[]): ReadCell {
  const places = new Map(wanted.map((header) => [header, columnNamed(header, columns)]));
  const missing = [...places].filter(([, place]) => place < 0).map(([header]) => header);
  if (missing.length > 0) {
    const values = { columns: missing.join(", "), found: columns.join(", ") };
    throw new Refusal("invalid", "exchange.columnMissing", values, "map");
  }
  const empty = new Set(blank);
  const valueAt = (row: TableRow, header: string) => {
    const value = row.cells[places.get(header) ?? -1] ?? "";
    return empty.has(value) ? "" : value;
  };
  return (row, headers = []) => {
    const found = headers.find((header) => valueAt(row, header) !== "") ?? headers[0] ?? "";
    return { column: found, value: found === "" ? "" : valueAt(row, found) };
  };
}
