/** Which column of a sheet answers which item, none where it is blank; and whose answers they are: those of one area, or as a column tells. */
export type Matching = { columns: Record<string, string>; area: AreaSource | null };
export type AreaSource = { of: "area"; id: string } | { of: "column"; header: string };

/** As a form writes it. */
export const writtenSource = (source: AreaSource | null): string =>
  source === null ? "" : source.of === "area" ? `area:${source.id}` : `column:${source.header}`;

export function sourceWritten(written: string): AreaSource | null {
  const [of, rest] = written.split(/:(.*)/s);
  if (!rest) return null;
  if (of === "column") return { of, header: rest };
  return of === "area" ? { of, id: rest } : null;
}

const column = "column.";

/** The name of the field that tells the column of an item. */
export const columnField = (code: string): string => `${column}${code}`;

/** The columns that the fields of a form tell. */
export function columnsIn(fields: Record<string, unknown>): Record<string, string> {
  const told = Object.entries(fields).filter(([name]) => name.startsWith(column));
  return Object.fromEntries(told.map(([name, header]) => [name.slice(column.length), String(header)]));
}
