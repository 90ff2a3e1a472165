import { withoutNumbers } from "../../concealed";
import type { TableRow } from "../../exchange/table";
import { unwanted } from "../../typed";
import type { CaseMapping } from "./mapping";
import type { ReadCell } from "./sheet-columns";
import type { Faults } from "./sheet-faults";

const longest = { title: 120, body: 2000, place: 200 };

/** A title that is too long for a line moves into the text; a text that is too long is no text of ours. */
export function textReader(mapping: CaseMapping, cell: ReadCell) {
  return (row: TableRow, faults: Faults) => {
    const [title, body, place] = [cell(row, mapping.title), cell(row, mapping.body), cell(row, mapping.place)];
    const line = plainText(title.value).replace(/\s+/g, " ");
    const where = plainText(place.value);
    const isLong = lettersOf(line) > longest.title;
    const text = isLong ? joined(line, plainText(body.value)) : plainText(body.value);
    const check = (found: typeof title, length: number, most: number) => {
      if (length > most) faults.add(found, "case.import.long", { most, found: length });
    };
    if (line === "") faults.add(title, "case.import.titleMissing");
    check(isLong ? title : body, lettersOf(text), longest.body);
    check(place, lettersOf(where), longest.place);
    return {
      title: isLong ? `${[...line].slice(0, longest.title - 1).join("")}…` : line,
      body: text,
      place: where || null,
    };
  };
}

const lettersOf = (text: string) => [...text].length;
const joined = (line: string, text: string) => (text === "" || text === line ? line : `${line}\n${text}`);

/** Text as it is kept: no control characters but line ends and tabs, none that turn the direction of reading. */
function plainText(written: string): string {
  return withoutNumbers(written.normalize("NFC").replace(unwanted, "").trim());
}
