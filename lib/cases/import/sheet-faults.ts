import type { Rejection } from "../../exchange/report";
import type { TableRow } from "../../exchange/table";
import type { Cell } from "./sheet-columns";

/** What is wrong with one row. */
export class Faults {
  readonly list: Rejection[] = [];
  constructor(private readonly row: TableRow) {}

  add({ column, value }: Cell, reason: string, values: Record<string, string | number> = {}): void {
    this.list.push({ ...this.row, column, value: value.slice(0, 200), reason, values });
  }
}
