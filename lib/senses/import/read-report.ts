import { type ImportReport, type Rejection, rejectedLines } from "../../exchange/report";
import type { Table } from "../../exchange/table";

type Given = { table: Table; file: { name: string } };
type Outside = { rejections: Rejection[]; leftOut: Rejection[] };

/** What a report says of a sheet of answers whatever becomes of it: how much was read, and what stays out, line by line. */
export function readReport({ table, file }: Given, { rejections, leftOut }: Outside) {
  return {
    kind: "answers",
    file: file.name,
    columns: table.columns,
    separator: table.separator,
    applied: false,
    read: table.rows.length + rejectedLines(table.rejections),
    rejected: rejectedLines(rejections),
    leftOut: leftOut.length,
    rejections: [...rejections, ...leftOut].sort((a, b) => a.line - b.line),
  } satisfies Partial<ImportReport>;
}
