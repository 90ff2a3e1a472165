import { env } from "../lib/env";
import { codeOf, Refusal } from "../lib/errors";
import { oneLine } from "../lib/exchange/report";
import { type Call, type Command, helpOf, oneOf, printRefusal, readArguments, Usage } from "./command";
import { commands } from "./commands";
import { languages, sayIn } from "./words";

type Output = Pick<Call, "print" | "tell">;
type Speaking = Output & Pick<Call, "say">;

/** Exit codes: 0 done, 1 refused, different or failed, 2 not understood. */
export async function runWords(words: string[], { print, tell }: Output): Promise<number> {
  const language = languages.find((known) => known === languageIn(words)) ?? "zh-CN";
  const say = sayIn(language);
  const command = commandIn(words);
  if (!command) return overview(words, { say, print, tell });
  try {
    const { args, options } = readArguments(command, words.slice(command.name.split(" ").length));
    oneOf(options, "lang", languages);
    if (options.has("help")) {
      print(helpOf(command, say));
      return 0;
    }
    return await command.run({ args, options, say, print, tell });
  } catch (error) {
    return failed(error, { say, print, tell, json: words.includes("--json") });
  }
}

function languageIn(words: string[]): string | undefined {
  const at = words.indexOf("--lang");
  return at >= 0 ? words[at + 1] : words.find((word) => word.startsWith("--lang="))?.slice("--lang=".length);
}

/** The command with the most words that the call begins with. */
function commandIn(words: string[]): Command | undefined {
  const called = commands.filter(({ name }) => name.split(" ").every((word, index) => words[index] === word));
  return called.sort((a, b) => b.name.length - a.name.length)[0];
}

function overview(words: string[], { say, print, tell }: Speaking): number {
  const optionAt = words.findIndex((word) => word.startsWith("-"));
  const first = words.find((word) => !word.startsWith("-"));
  const isAsked = words.length === 0 || words.includes("--help") || words.includes("-h") || first === "help";
  const lines = commands.map(({ name, takes, summary }) => `  ${[name, ...takes].join(" ").padEnd(30)}${say(summary)}`);
  if (isAsked) print([say("cli.usage", { usage: "cli COMMAND …" }), say("cli.commands"), ...lines].join("\n"));
  else
    tell(
      say("cli.unknownCommand", {
        name: words.slice(0, optionAt < 0 ? 2 : Math.min(optionAt, 2)).join(" "),
      }),
    );
  return isAsked && words.length > 0 ? 0 : 2;
}

function failed(error: unknown, { say, print, tell, json }: Speaking & { json: boolean }): number {
  if (error instanceof Usage) {
    tell(oneLine(say(error.key, error.values)));
    return 2;
  }
  if (error instanceof Refusal) {
    printRefusal(error, { say, print, tell }, json);
    return 1;
  }
  tell(isBusy(error) ? say("cli.busy") : say("cli.failed", { text: messageOf(error) }));
  if (env.DEBUG && error instanceof Error) tell(error.stack ?? "");
  return 1;
}

/** Another job holds what this one needs: the tree while it is renumbered, or rows that are being written. */
const isBusy = (error: unknown) => ["40001", "40P01", "55P03"].includes(codeOf(error) ?? "");

/** What went wrong at the bottom, without the query around it. */
function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? messageOf(error.cause) : error.message;
}
