import { z } from "zod";
import { sentSheet } from "../../exchange/input";
import { type Matching, sourceWritten } from "./matching";

const column = "column.";

/** The name of the field that tells the column of an item. */
export const columnField = (code: string): string => `${column}${code}`;

/** A sheet of paper forms for a round; as long as it names no column, they are found by their headers. */
export const formsInput = z
  .object({ id: z.uuid(), area: z.string().max(300).default(""), ...sentSheet })
  .catchall(z.string().max(300))
  .transform(({ id, file, skip, accepted, area, ...fields }) => ({
    ...{ id, file, skip, accepted },
    matching: matchingIn(fields, area),
  }));

function matchingIn(fields: Record<string, unknown>, area: string): Matching | null {
  const columns = Object.entries(fields).flatMap(([name, header]) =>
    name.startsWith(column) ? [[name.slice(column.length), String(header)] as const] : [],
  );
  return columns.length === 0 ? null : { columns: Object.fromEntries(columns), area: sourceWritten(area) };
}
