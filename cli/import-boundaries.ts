import { importBoundaries } from "../lib/areas/import/boundaries";
import { resolveArea } from "../lib/areas/queries";
import { coordinateSystems } from "../lib/shapes/model";
import { type Call, type Command, oneOf, Usage } from "./command";
import { withOperator } from "./context";
import { readGiven } from "./files";
import { applyOptions, importOptions, printReport } from "./import-areas";
import { allowLongWork } from "./long-work";

export const importBoundariesCommand: Command = {
  name: "import boundaries",
  summary: "cli.summary.importBoundaries",
  takes: ["FILE"],
  options: {
    system: { type: "string", about: "cli.option.system", needed: true },
    name: { type: "string", about: "cli.option.nameKey" },
    code: { type: "string", about: "cli.option.codeKey" },
    ...importOptions,
  },
  run: runImport,
};

async function runImport(call: Call): Promise<number> {
  const { options } = call;
  const path = call.args[0] ?? "";
  const system = oneOf(options, "system", coordinateSystems);
  if (!system) throw new Usage("cli.optionNeeded", { name: "system" });
  const { text, ...file } = readGiven(path);
  const report = await withOperator(options.text("as"), async (ctx) => {
    await allowLongWork(ctx);
    const into = options.text("into");
    const intoId = into === undefined ? ctx.actor.areaId : (await resolveArea(ctx, into)).id;
    const keys = { name: options.text("name"), code: options.text("code") };
    return importBoundaries(ctx, { text, file, system, keys, intoId, ...applyOptions(call) });
  });
  return printReport(call, path, report);
}
