import { resolveArea } from "../lib/areas/queries";
import { type CaseImport, importCases } from "../lib/cases/import/import";
import { caseMapping } from "../lib/cases/import/mapping";
import type { CaseImportReport } from "../lib/cases/import/run";
import { caseHeader } from "../lib/cases/import/sheet-columns";
import { readMapping } from "../lib/exchange/mapping";
import type { Say } from "../lib/exchange/report";
import { streamTable } from "../lib/exchange/table-stream";
import { writeCsv } from "../lib/exchange/write";
import type { Call, Command } from "./command";
import { withOperator } from "./context";
import { readGiven, streamGiven, writeGiven } from "./files";
import { applyOptions, importOptions, printReport } from "./import-areas";
import { allowLongWork } from "./long-work";

/** Bytes from which a look at the whole file takes a while. */
const longFile = 16 * 1024 * 1024;

export const importCasesCommand: Command = {
  name: "import cases",
  summary: "cli.summary.importCases",
  takes: ["FILE"],
  options: {
    map: { type: "string", about: "cli.option.map", needed: true },
    ...importOptions,
    into: { type: "string", about: "cli.option.intoQueue" },
    explain: { type: "string", about: "cli.option.explain" },
  },
  run: runImport,
};

async function runImport(call: Call): Promise<number> {
  const { options, say, tell } = call;
  const path = call.args[0] ?? "";
  const mapping = readMapping(caseMapping, readGiven(options.text("map") ?? "").text);
  const { name, bytes, size } = streamGiven(path);
  if (size > longFile) tell(say("cli.looking", { file: name }));
  const sheet = await streamTable(bytes, {}, caseHeader(mapping));
  const input: Omit<CaseImport, "intoId"> = {
    sheet,
    file: name,
    mapping,
    ...applyOptions(call),
    progress: everySecond((n, step) => tell(say(step === "read" ? "cli.rowsRead" : "cli.rowsCounted", { n }))),
  };
  const report = await withOperator(options.text("as"), async (ctx) => {
    await allowLongWork(ctx);
    const into = options.text("into");
    const intoId = into === undefined ? ctx.actor.areaId : (await resolveArea(ctx, into)).id;
    return importCases(ctx, { ...input, intoId });
  });
  const explain = options.text("explain");
  if (explain !== undefined) {
    writeGiven(explain, differencesCsv(report, say));
    tell(say("cli.explained", { file: explain, n: report.details.differences.length }));
  }
  return printReport(call, path, report);
}

/** Every row whose mark or place says something else than the rest of it. */
function differencesCsv({ details }: CaseImportReport, say: Say): string {
  const rows = details.differences.map(({ line, id, what, said, found }) => [
    line,
    id,
    what,
    said,
    what === "flag" ? say(`case.import.times.${found}`) : found,
  ]);
  return writeCsv(["line", "id", "what", "said", "found"], rows);
}

function everySecond(tell: CaseImport["progress"]): CaseImport["progress"] {
  let last = performance.now();
  return (n, step) => {
    if (step === "read" && performance.now() - last < 1000) return;
    last = performance.now();
    tell(n, step);
  };
}
