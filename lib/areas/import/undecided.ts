import { writeCsv } from "../../exchange/write";
import type { Undecided } from "./planning";

/** The rows that wait for a decision, as a sheet to fill in and hand back. */
export function undecidedCsv(undecided: readonly Undecided[]): string {
  const rows = undecided.map(({ entry, parent, candidates }) => [
    entry.code ?? entry.name,
    "",
    candidates.map((area) => area.allCodes[0] ?? area.id).join("; "),
    entry.name,
    parent,
  ]);
  return writeCsv(["code", "decision", "area", "name", "parent"], rows);
}
