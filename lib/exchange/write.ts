const formula = /^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/;
const plainNumber = /^[+-]?\d+(\.\d+)?$/;

/** A sheet of text that spreadsheets open as it is: UTF-8 with BOM, and no cell that a spreadsheet would compute. */
export function writeCsv(
  columns: readonly string[],
  rows: Iterable<readonly (string | number | null)[]>,
  separator = ",",
): string {
  const lineOf = (cells: readonly (string | number | null)[]) =>
    cells.map((cell) => csvCell(cell, separator)).join(separator);
  const lines = [lineOf(columns)];
  for (const row of rows) lines.push(lineOf(row));
  return `\uFEFF${lines.join("\r\n")}\r\n`;
}

function csvCell(cell: string | number | null, separator: string): string {
  const text = cell === null ? "" : String(cell);
  const safe = formula.test(text) && !plainNumber.test(text) ? `'${text}` : text;
  return /[",\r\n;\t']/.test(safe) || safe.includes(separator) || safe !== safe.trim()
    ? `"${safe.replaceAll('"', '""')}"`
    : safe;
}
