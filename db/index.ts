import "server-only";
import { sql } from "drizzle-orm";
import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import type { Role } from "../lib/access/model";
import { databaseName, databaseUrl } from "../lib/env";
import { foldAfter, foldWaiting } from "./folding";
import { holdAnswers } from "./held";
import { kept } from "./kept";
import { prepared } from "./prepared";

export type Transaction = Parameters<Parameters<PostgresJsDatabase["transaction"]>[0]>[0];

export type Entered = {
  accountId: string;
  name: string;
  locale: string | null;
  grantId: string;
  role: Role;
  unitId: string | null;
  areaId: string;
  areaName: string;
  areaLevel: string;
  pos: number;
  last: number;
  /** How often what is laid down (`db/held.ts`) had changed. */
  laid: number;
};

const keptAcrossReloads = globalThis as typeof globalThis & { grid133?: Record<string, PostgresJsDatabase> };
keptAcrossReloads.grid133 ??= {};

/** The staff login, opened on first use: a build imports every route and has no database. */
function login(name: "staff" | "visitor"): PostgresJsDatabase {
  const kept = keptAcrossReloads.grid133 ?? {};
  const opened = kept[name] ?? open(name);
  kept[name] = opened;
  return opened;
}

function open(name: "staff" | "visitor"): PostgresJsDatabase {
  const url = databaseUrl(name);
  const client = postgres(url, {
    database: databaseName(url),
    max: name === "staff" ? 16 : 4,
    connect_timeout: 3,
    onnotice: ({ message }) => {
      for (const hear of hearers) hear(String(message));
    },
    connection: {
      application_name: `grid133 ${name}`,
      statement_timeout: 15_000,
      lock_timeout: 5_000,
      idle_in_transaction_session_timeout: 20_000,
    },
  });
  return drizzle(prepared(client), { casing: "snake_case" });
}

/**
 * The only way to the staff login: one transaction in which account, unit and range are set from what the session may
 * do now. `enter` answers nothing for a session that ended, and the caller hears null.
 */
export function withActor<T>(
  sessionId: string,
  work: (tx: Transaction, entered: Entered) => Promise<T>,
): Promise<T | null> {
  const staff = login("staff");
  const acted = staff.transaction(async (tx) => {
    const entered = await enter(tx, sessionId);
    return { tx, answer: entered && (await work(tx, entered)) };
  });
  return acted.then(({ tx, answer }) => {
    foldAfter(tx, staff);
    holdAnswers(tx);
    return answer;
  });
}

const hearers = new Set<(step: string) => void>();

/** Hears the steps that a long job of the database tells of; answers how to stop. */
export function onNotice(hear: (step: string) => void): () => void {
  hearers.add(hear);
  return () => hearers.delete(hear);
}

/** The visitor login may execute a few functions and read no table. */
export function withVisitor<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
  return login("visitor").transaction(work);
}

/** Ends the connections of a command; a server keeps them. */
export async function closeConnections(): Promise<void> {
  const kept = keptAcrossReloads.grid133 ?? {};
  if (kept.staff) await foldWaiting(kept.staff);
  await Promise.all(
    Object.values(kept).map((db) => (db as unknown as { $client: postgres.Sql }).$client.end({ timeout: 5 })),
  );
  keptAcrossReloads.grid133 = {};
}

const whoActs = kept((db) =>
  db
    .select({
      accountId: sql<string>`account_id`,
      name: sql<string>`name`,
      locale: sql<string | null>`locale`,
      grantId: sql<string>`grant_id`,
      role: sql<Role>`role`,
      unitId: sql<string | null>`unit_id`,
      areaId: sql<string>`area_id`,
      areaName: sql<string>`area_name`,
      areaLevel: sql<string>`area_level`,
      pos: sql<number>`pos`,
      last: sql<number>`last`,
      laid: sql<number>`laid`.mapWith(Number),
    })
    .from(sql`enter(${sql.placeholder("session")})`),
);

async function enter(tx: Transaction, session: string): Promise<Entered | null> {
  const [entered] = await whoActs(tx, { session });
  return entered ?? null;
}

/** The scope of a transaction of the owner, who acts for somebody without a session. */
export async function setScope(
  tx: Pick<Transaction, "execute">,
  {
    accountId,
    role,
    unitId,
    areaId,
    pos,
    last,
  }: Pick<Entered, "accountId" | "role" | "unitId" | "areaId" | "pos" | "last">,
): Promise<void> {
  await tx.execute(sql`select set_scope(${accountId}, ${role}, ${unitId}, ${areaId}, ${pos}, ${last})`);
}
