import { resolveArea } from "../lib/areas/queries";
import { readMapping } from "../lib/exchange/mapping";
import { readTable } from "../lib/exchange/table";
import { importAnswers } from "../lib/senses/import/import";
import { answerMapping } from "../lib/senses/input";
import type { Call, Command } from "./command";
import { withOperator } from "./context";
import { readGiven } from "./files";
import { applyOptions, importOptions, printReport } from "./import-areas";
import { allowLongWork } from "./long-work";

const most = { rows: 1_000_000, columns: 5000 };

export const importAnswersCommand: Command = {
  name: "import answers",
  summary: "cli.summary.importAnswers",
  takes: ["FILE"],
  options: {
    map: { type: "string", about: "cli.option.mapAnswers", needed: true },
    ...importOptions,
    into: { type: "string", about: "cli.option.intoRound" },
    replace: { type: "boolean", about: "cli.option.replace" },
  },
  run: runImport,
};

async function runImport(call: Call): Promise<number> {
  const { options } = call;
  const path = call.args[0] ?? "";
  const mapping = readMapping(answerMapping, readGiven(options.text("map") ?? "").text);
  const { text, ...file } = readGiven(path);
  const table = readTable(text, { ...most, header: mapping.header });
  const report = await withOperator(options.text("as"), async (ctx) => {
    await allowLongWork(ctx);
    const into = options.text("into");
    const intoId = into === undefined ? ctx.actor.areaId : (await resolveArea(ctx, into)).id;
    return importAnswers(ctx, {
      table,
      file,
      mapping,
      ...applyOptions(call),
      replace: options.has("replace"),
      intoId,
    });
  });
  return printReport(call, path, report);
}
