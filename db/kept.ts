import { getTableColumns, type SQL, sql } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import type { Sql } from "postgres";
import type { Transaction } from "./index";

type Asked<R> = { execute(values?: Record<string, unknown>): Promise<R> };
type Question<R> = { prepare(name: string): Asked<R> };

/**
 * A question put together once and asked in many transactions, each time with the values of its placeholders: what writes
 * most would otherwise spend a third of its time on building the same text again.
 */
export function kept<R>(build: (db: Transaction) => Question<R>) {
  let question: Asked<R> | undefined;
  return (tx: Transaction, values: Record<string, unknown> = {}): Promise<R> => {
    question ??= build(tx).prepare("kept");
    const asked: Asked<R> = Object.create(question, { client: { value: clientOf(tx) } });
    return asked.execute(values);
  };
}

/** The connection of a transaction, which its session knows and does not declare. */
function clientOf(tx: Transaction): Sql {
  return (tx as unknown as { session: { client: Sql } }).session.client;
}

type Row<T extends PgTable> = Partial<T["$inferInsert"]>;

/** A row to be inserted by a question that is kept: placeholders for its columns, and what to fill them with. */
export function rowOf<T extends PgTable, K extends keyof T["$inferInsert"] & string>(table: T, keys: readonly K[]) {
  const columns = getTableColumns(table);
  const places = Object.fromEntries(keys.map((key) => [key, sql`${sql.placeholder(key)}`])) as Record<K, SQL>;
  const fill = (row: Pick<Row<T>, K>) =>
    Object.fromEntries(keys.map((key) => [key, written(columns[key], row[key] ?? null)]));
  return { places, fill };
}

const written = (column: PgColumn | undefined, value: unknown) =>
  value === null ? null : column?.mapToDriverValue(value);
