import { once } from "node:events";
import { setImmediate } from "node:timers/promises";
import type { Sql, TransactionSql } from "postgres";

export type Value = string | number | boolean | null;

/** Bulk loading: rows stream into the table in the order they come. Instants are given in milliseconds with `instant()`. */
export async function copy(
  owner: Sql | TransactionSql,
  table: string,
  columns: readonly string[],
  rows: Iterable<Value[]>,
): Promise<number> {
  const stream = await owner.unsafe(`copy ${table} (${columns.join(", ")}) from stdin`).writable();
  const ended = once(stream, "finish");
  // Told below, once no more rows are made.
  ended.catch(() => {});
  let lines: string[] = [];
  let n = 0;
  for (const row of rows) {
    if (stream.errored) break;
    lines.push(row.map(print).join("\t"));
    n += 1;
    if (lines.length === 500) {
      // Not waiting for the server: what is written meanwhile is a few megabytes, and both sides work at once.
      stream.write(`${lines.join("\n")}\n`);
      await setImmediate();
      lines = [];
    }
  }
  if (!stream.errored) stream.end(lines.length > 0 ? `${lines.join("\n")}\n` : undefined);
  await ended;
  return n;
}

export const instant = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());

/** The rows of things, made when they are sent. */
export function* lazily<T>(items: T[], print: (item: T) => Value[][]): Iterable<Value[]> {
  for (const item of items) yield* print(item);
}

function print(value: Value): string {
  if (value === null) return "\\N";
  if (typeof value !== "string") return String(value);
  return /[\\\t\n\r]/.test(value)
    ? value.replaceAll("\\", "\\\\").replaceAll("\t", "\\t").replaceAll("\n", "\\n").replaceAll("\r", "\\r")
    : value;
}
