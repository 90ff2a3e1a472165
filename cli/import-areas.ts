import { readDecisions } from "../lib/areas/import/decisions";
import { importAreas } from "../lib/areas/import/import";
import { isAreaHeader, reachesAbove, readAreaSheet } from "../lib/areas/import/sheet";
import { undecidedCsv } from "../lib/areas/import/undecided";
import { codeSchemes } from "../lib/areas/model";
import { resolveArea } from "../lib/areas/queries";
import { localDay } from "../lib/calendar/zone";
import type { ImportReport, Say } from "../lib/exchange/report";
import { rejectedCsv, reportJson, reportText } from "../lib/exchange/report";
import { readTable } from "../lib/exchange/table";
import { type Call, type Command, isGivenDay, type Options, oneOf, Usage } from "./command";
import { widenTop, withOperator } from "./context";
import { besideOf, readGiven, refuseUnwritable, writeGiven } from "./files";
import { allowLongWork } from "./long-work";

export const importOptions: Command["options"] = {
  apply: { type: "boolean", about: "cli.option.apply" },
  "skip-rejected": { type: "boolean", about: "cli.option.skipRejected" },
  rejected: { type: "string", about: "cli.option.rejected" },
  into: { type: "string", about: "cli.option.into" },
};

export const importAreasCommand: Command = {
  name: "import areas",
  summary: "cli.summary.importAreas",
  takes: ["FILE"],
  options: {
    scheme: { type: "string", about: "cli.option.scheme" },
    ...importOptions,
    decide: { type: "string", about: "cli.option.decide" },
    undecided: { type: "string", about: "cli.option.undecided" },
    from: { type: "string", about: "cli.option.validFrom" },
    to: { type: "string", about: "cli.option.validTo" },
  },
  run: runImport,
};

async function runImport(call: Call): Promise<number> {
  const { options, say, tell } = call;
  const path = call.args[0] ?? "";
  const scheme = oneOf(options, "scheme", codeSchemes) ?? "nbs";
  const days = { from: dayOption(options, "from"), to: dayOption(options, "to") };
  if (days.from && days.to && days.from > days.to) throw new Usage("cli.days");
  const { text, ...file } = readGiven(path);
  const table = readTable(text, {}, isAreaHeader);
  const decide = options.text("decide");
  const decisions = decide === undefined ? new Map() : readDecisions(readTable(readGiven(decide).text), scheme);
  if (options.text("as") === undefined && options.text("into") === undefined)
    await widenTop((top) => reachesAbove(readAreaSheet(table, scheme).entries, top));
  const { report, undecided } = await withOperator(options.text("as"), async (ctx) => {
    await allowLongWork(ctx);
    const into = options.text("into");
    return importAreas(ctx, {
      table,
      file,
      scheme,
      decisions,
      ...applyOptions(call),
      from: days.from ?? localDay(ctx.now),
      to: days.to ?? null,
      intoId: into === undefined ? ctx.actor.areaId : (await resolveArea(ctx, into)).id,
    });
  });
  const undecidedPath = options.text("undecided");
  if (undecidedPath !== undefined) {
    writeGiven(undecidedPath, undecidedCsv(undecided));
    tell(say("cli.undecidedKept", { file: undecidedPath }));
  }
  return printReport(call, path, report);
}

/** What an import may do, once it is sure that its by-products find a place. */
export function applyOptions({ args, options }: Pick<Call, "args" | "options">) {
  const skipRejected = options.has("skip-rejected");
  const rejected = options.text("rejected") ?? (skipRejected ? besideOf(args[0] ?? "", "rejected") : undefined);
  for (const path of [rejected, options.text("undecided"), options.text("explain")])
    if (path !== undefined) refuseUnwritable(path);
  return { apply: options.has("apply") || skipRejected, skipRejected };
}

/** Prints what came of a file, keeps its rejected rows, and answers the exit code. */
export function printReport({ options, say, print, tell }: Call, path: string, report: ImportReport): number {
  const isKept =
    report.rejections.length > 0 && (options.has("skip-rejected") || options.text("rejected") !== undefined);
  print(options.has("json") ? reportJson(report, say) : reportText(report, say));
  if (isKept) keepRejected({ say, tell }, options.text("rejected") ?? besideOf(path, "rejected"), report);
  const isRefused = options.has("apply") && !report.applied;
  return isRefused || (!report.applied && report.rejected > 0) ? 1 : 0;
}

function keepRejected(
  { say, tell }: { say: Say; tell: (text: string) => void },
  file: string,
  report: ImportReport,
): void {
  writeGiven(file, rejectedCsv(report, say));
  tell(say("cli.rejectedKept", { file }));
}

function dayOption(options: Options, name: string): string | undefined {
  const day = options.text(name);
  if (day !== undefined && !isGivenDay(day)) throw new Usage("cli.optionValue", { name, value: day });
  return day;
}
