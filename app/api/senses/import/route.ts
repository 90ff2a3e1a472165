import { readTable } from "@/lib/exchange/table";
import { decodeText } from "@/lib/exchange/text";
import { formWords } from "@/lib/next/form-words";
import { route } from "@/lib/next/route";
import { shownReport } from "@/lib/next/shown-report";
import { importForms } from "@/lib/senses/import/forms";
import { formsInput } from "@/lib/senses/import/input";
import { writtenSource } from "@/lib/senses/import/model";

const most = { rows: 10_000 };
const patience = 60_000;

/** Reads a sheet of paper forms for a round: how its columns are understood and what would come of it; and writes it only as it was looked at. */
export const POST = route(
  formsInput,
  async (ctx, { id, file, skip, accepted, matching }) => {
    const table = readTable(decodeText(new Uint8Array(await file.arrayBuffer())).text, most);
    const given = { roundId: id, table, file: { name: file.name }, matching, accepted, skipRejected: skip };
    const { hash, matching: used, ...report } = await importForms(ctx, { ...given, words: await formWords() });
    const headers = [...new Set(report.columns)].filter((header) => header !== "");
    const area = writtenSource(used.area);
    return { hash, headers, columns: used.columns, area, ...(await shownReport(report)) };
  },
  patience,
);
