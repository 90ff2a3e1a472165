import type { z } from "zod";
import { Refusal } from "../errors";

/** Reads what the columns of a sheet mean; refuses it naming the first thing that is wrong, and where. */
export function readMapping<S extends z.ZodType>(schema: S, text: string): z.output<S> {
  const given = parsed(text);
  const read = schema.safeParse(given);
  if (read.success) return read.data;
  const issue = nearestOf(read.error.issues[0]);
  const place = issue ? [...issue.path, ...(issue.code === "unrecognized_keys" ? issue.keys : [])] : [];
  const values = { place: place.join(".") || "–", words: wordsOf(issue).join(", ") };
  throw new Refusal("invalid", reasonOf(issue, given), values, "map");
}

/** Where one of several kinds is meant, what is wrong with the kind that comes nearest: of those that were read into, the one with the least faults. */
function nearestOf(issue: z.core.$ZodIssue | undefined): z.core.$ZodIssue | undefined {
  if (issue?.code !== "invalid_union") return issue;
  const isWithin = (inner: z.core.$ZodIssue) => inner.path.length > 0 || inner.code === "unrecognized_keys";
  const kinds = issue.errors.filter((faults) => faults.some(isWithin)).sort((a, b) => a.length - b.length);
  const nearest = nearestOf(kinds[0]?.find(isWithin));
  return nearest ? { ...nearest, path: [...issue.path, ...nearest.path] } : issue;
}

const wordsOf = (issue: z.core.$ZodIssue | undefined) =>
  issue?.code === "invalid_value" ? issue.values.map(String) : [];

const reasons: Record<string, string> = {
  unrecognized_keys: "exchange.map.unknown",
  invalid_type: "exchange.map.missing",
};

/** A rule of the mapping's own brings the key of its sentence. */
function reasonOf(issue: z.core.$ZodIssue | undefined, given: unknown): string {
  if (issue && !isThere(given, issue.path)) return "exchange.map.missing";
  if (issue && /^(case|sense)\.map\./.test(issue.message)) return issue.message;
  if (wordsOf(issue).length > 0) return "exchange.map.oneOf";
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
