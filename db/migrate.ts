import { createHash } from "node:crypto";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate as applyMigrations } from "drizzle-orm/postgres-js/migrator";
import postgres, { type Sql, type TransactionSql } from "postgres";
import {
  caseCounters,
  clocks,
  durationClass,
  groundCounters,
  mixDimensions,
  visitCounters,
} from "../lib/counters/model";
import { databaseName } from "../lib/env";
import { codeOf } from "../lib/errors";
import { functions } from "./functions/functions";
import { type Logins, makeLogins } from "./logins";
import { repairCounts } from "./recount";
import { loadCatalogue } from "./seed/catalogue";
import { loadInstrument } from "./seed/instrument";

const lock = 133_133;
const oldest = 150_000;

/** One connection as the owner, for the command line and for starting; no request ever uses it. */
export function openOwner(url: string): Sql {
  return postgres(url, {
    database: databaseName(url),
    max: 1,
    connect_timeout: 5,
    onnotice: () => {},
    connection: { client_min_messages: "notice" },
  });
}

/** Brings schema, functions, logins and counts of a database to those of this code. Safe to run twice at once. */
export async function migrate(owner: Sql, url: string, dataDir: string): Promise<Logins> {
  const [server] = await owner`select current_setting('server_version_num')::int as version`;
  if (Number(server?.version) < oldest) throw new Error("PostgreSQL 15 or later is needed.");
  await owner`select pg_advisory_lock(${lock})`;
  try {
    await applyMigrations(drizzle(owner), { migrationsFolder: "db/migrations" });
    await owner.begin((tx) => putFunctions(tx, functions));
    await recountWhenCountedOtherwise(owner);
    await loadCatalogue(owner);
    await loadInstrument(owner);
    await owner`select note_laid('release')`;
    return await makeLogins(owner, url, dataDir);
  } finally {
    await owner`select pg_advisory_unlock(${lock})`;
  }
}

/** Where an earlier one has other names for its parameters or another answer, it goes first: it cannot be replaced. */
export async function putFunctions(tx: TransactionSql, texts: readonly string[]): Promise<void> {
  for (const text of texts) {
    try {
      await tx.savepoint((attempt) => attempt.unsafe(text));
    } catch (error) {
      if (codeOf(error) !== "42P13") throw error;
      await dropFunction(tx, /function (\w+)\(/.exec(text)?.[1] ?? "");
      await tx.unsafe(text);
    }
  }
}

async function dropFunction(tx: TransactionSql, name: string): Promise<void> {
  const found = await tx<{ signature: string }[]>`
    select oid::regprocedure::text as signature from pg_proc where proname = ${name} and pronamespace = 'public'::regnamespace`;
  for (const { signature } of found) await tx.unsafe(`drop function ${signature}`);
}

async function recountWhenCountedOtherwise(owner: Sql): Promise<void> {
  const definition = JSON.stringify([
    caseCounters,
    visitCounters,
    groundCounters,
    mixDimensions,
    clocks.map(durationClass),
  ]);
  const stamp = createHash("sha256").update(definition).digest("hex");
  const [known] = await owner`select value #>> '{}' as stamp from settings where key = 'counters'`;
  if (known?.stamp === stamp) return;
  if (known) await repairCounts(owner);
  await owner`insert into settings (key, value) values ('counters', ${JSON.stringify(stamp)}::text::jsonb) on conflict (key) do update set value = excluded.value`;
}
