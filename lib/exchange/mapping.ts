import type { z } from "zod";
import { Refusal } from "../errors";

/** Reads what the columns of a sheet mean; refuses it naming the first thing that is wrong, and where. */
export function readMapping<S extends z.ZodType>(schema: S, text: string): z.output<S> {
  const given = parsed(text);
  const read = schema.safeParse(given);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const place = issue ? [...issue.path, ...(issue.code === "unrecognized_keys" ? issue.keys : [])] : [];
  throw new Refusal("invalid", reasonOf(issue, given), { place: place.join(".") || "–" }, "map");
}

const reasons: Record<string, string> = {
  unrecognized_keys: "exchange.map.unknown",
  invalid_type: "exchange.map.missing",
};

/** A rule of the mapping's own brings the key of its sentence. */
function reasonOf(issue: z.core.$ZodIssue | undefined, given: unknown): string {
  if (issue && !isThere(given, issue.path)) return "exchange.map.missing";
  if (issue && /^(case|sense)\.map\./.test(issue.message)) return issue.message;
  return reasons[issue?.code ?? ""] ?? "exchange.map.value";
}

function isThere(given: unknown, path: readonly PropertyKey[]): boolean {
  const [key, ...rest] = path;
  if (key === undefined) return given !== undefined;
  return typeof given === "object" && given !== null && Object.hasOwn(given, key)
    ? isThere(Reflect.get(given, key), rest)
    : false;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) throw new Refusal("invalid", "exchange.map.json", { text: error.message }, "map");
    throw error;
  }
}
