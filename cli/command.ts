import { parseArgs } from "node:util";
import { isDay } from "../lib/calendar/zone";
import type { Refusal } from "../lib/errors";
import { oneLine, type Say } from "../lib/exchange/report";

export type OptionType = "string" | "boolean";

/** One command: how it is called, what it takes, and what it does. `run` answers the exit code. */
export type Command = {
  name: string;
  /** Key of the line that tells what it does. */
  summary: string;
  /** What follows the name, such as FILE; a bracketed word may be left out. */
  takes: string[];
  /** Each option with its type and the key of its explanation. */
  options: Record<string, { type: OptionType; about: string; needed?: true }>;
  run: (call: Call) => Promise<number>;
};

export type Call = {
  args: string[];
  options: Options;
  say: Say;
  print: (text: string) => void;
  tell: (text: string) => void;
};

export type Options = { text: (name: string) => string | undefined; has: (name: string) => boolean };

/** Something is wrong with how a command was written: exit code 2. */
export class Usage extends Error {
  constructor(
    readonly key: string,
    readonly values: Record<string, string> = {},
  ) {
    super(key);
  }
}

export const commonOptions: Command["options"] = {
  json: { type: "boolean", about: "cli.option.json" },
  lang: { type: "string", about: "cli.option.lang" },
  as: { type: "string", about: "cli.option.as" },
  help: { type: "boolean", about: "cli.option.help" },
};

export function usageOf(command: Command): string {
  const needed = Object.entries(command.options).flatMap(([name, { needed }]) => (needed ? [`--${name} …`] : []));
  return ["cli", command.name, ...command.takes, ...needed].join(" ");
}

export function helpOf(command: Command, say: Say): string {
  const options = Object.entries({ ...command.options, ...commonOptions }).map(([name, { type, about }]) => {
    const written = `--${name}${type === "string" ? " …" : ""}`;
    return `  ${written.padEnd(20)}${say(about)}`;
  });
  return [say(command.summary), say("cli.usage", { usage: usageOf(command) }), say("cli.options"), ...options].join(
    "\n",
  );
}

type Read = { args: string[]; options: Options };

/** Reads what follows the name of a command; anything unknown is refused. */
export function readArguments(command: Command, words: string[]): Read {
  const options = Object.fromEntries(
    Object.entries({ ...command.options, ...commonOptions }).map(([name, { type }]) => [name, { type }]),
  );
  const { values, positionals } = parsed({ args: words, options, allowPositionals: true, strict: true });
  const read: Read = {
    args: positionals,
    options: {
      text: (name) => (typeof values[name] === "string" ? values[name] : undefined),
      has: (name) => values[name] === true,
    },
  };
  if (read.options.has("help")) return read;
  const fewest = command.takes.filter((word) => !word.startsWith("[")).length;
  if (positionals.length < fewest || positionals.length > command.takes.length) {
    throw new Usage("cli.arguments", { usage: usageOf(command) });
  }
  for (const [name, { needed }] of Object.entries(command.options)) {
    if (needed && values[name] === undefined) throw new Usage("cli.optionNeeded", { name });
  }
  return read;
}

type Parsed = { values: Record<string, unknown>; positionals: string[] };

function parsed(config: NonNullable<Parameters<typeof parseArgs>[0]>): Parsed {
  try {
    return parseArgs(config);
  } catch (error) {
    if (!(error instanceof TypeError) || !("code" in error)) throw error;
    const name = /'(-[^' ]+)/.exec(error.message)?.[1] ?? "";
    if (error.code === "ERR_PARSE_ARGS_UNKNOWN_OPTION") throw new Usage("cli.unknownOption", { name });
    const option = /--([\w-]+)/.exec(error.message)?.[1] ?? "";
    throw new Usage(/does not take/.test(error.message) ? "cli.optionBare" : "cli.optionEmpty", { name: option });
  }
}

/** Days that exist, in the years that a database and a calendar both know. */
export const isGivenDay = (text: string): boolean => isDay(text) && text >= "0001" && text < "9990";

/** One of a closed list of words, or what stands where the option is not given. */
export function oneOf<const T extends string>(options: Options, name: string, words: readonly T[]): T | undefined {
  const written = options.text(name);
  if (written === undefined) return undefined;
  const word = words.find((known) => known === written);
  if (!word) throw new Usage("cli.optionOneOf", { name, value: written, words: words.join(", ") });
  return word;
}

export function printRefusal(
  error: Refusal,
  { say, print, tell }: Pick<Call, "say" | "print" | "tell">,
  json: boolean,
): void {
  const message = say(error.reason, error.values);
  if (json) print(JSON.stringify({ error: { code: error.code, reason: error.reason, message } }, null, 2));
  else tell(oneLine(message));
}
