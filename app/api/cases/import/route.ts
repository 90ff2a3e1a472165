import { authorize } from "@/lib/access/guard";
import { importCases } from "@/lib/cases/import/import";
import { getSource } from "@/lib/cases/import/queries";
import { caseHeader } from "@/lib/cases/import/sheet-columns";
import { mappingOf, sheetInput } from "@/lib/cases/import/source";
import { Refusal } from "@/lib/errors";
import { streamTable } from "@/lib/exchange/table-stream";
import { route } from "@/lib/next/route";
import { shownReport } from "@/lib/next/shown-report";

const patience = 60_000;

/** Reads a sheet of a source: what would come of it; and writes it only where the very same sheet was looked at before. */
export const POST = route(
  sheetInput,
  async (ctx, { source, file, skip, accepted }) => {
    authorize(ctx.actor, "case.import");
    const { columns } = await getSource(ctx, source);
    const bytes = Buffer.from(await file.arrayBuffer());
    const mapping = mappingOf(source, columns);
    const pieces = async function* () {
      yield bytes;
    };
    const sheet = await streamTable(pieces, {}, caseHeader(mapping));
    if (accepted !== undefined && accepted !== sheet.hash)
      throw new Refusal("conflict", "case.sheet.otherSheet", {}, "file");
    const report = await importCases(ctx, {
      sheet,
      file: file.name,
      mapping,
      intoId: ctx.actor.areaId,
      apply: accepted !== undefined,
      skipRejected: skip,
      progress: () => {},
    });
    const { details: _, ...shown } = report;
    return { hash: sheet.hash, ...(await shownReport(shown)) };
  },
  patience,
);
