import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fullDisk } from "./disk.mjs";
import { dataDir, hashOf, inData, readIf, secret } from "./places.mjs";
import { atEnd, end, isEnding, node, Stop } from "./processes.mjs";

/** Opens a cluster for as long as this process lives and makes sure that it holds the database; answers its address. */
export async function embeddedDatabase(database, { cluster: name = "main", anew = false, ...options } = {}) {
  const { openCluster } = await import("./postgres.mjs");
  const cluster = await openCluster(name, options);
  atEnd(cluster.leave);
  void cluster.ended?.then(() => isEnding() || endWithout(database));
  await makeDatabase(cluster.url("postgres"), database, anew);
  return cluster.url(database);
}

function endWithout(database) {
  console.error(`\n${fullDisk() ?? `The database ${database} ended by itself; start again.`}`);
  return end(1);
}

export async function makeDatabase(address, database, anew) {
  const { default: postgres } = await import("postgres");
  const sql = postgres(address, { max: 1, onnotice: () => {} });
  try {
    if (anew) await sql.unsafe(`drop database if exists "${database}" with (force)`);
    const [found] = await sql`select 1 from pg_database where datname = ${database}`;
    if (!found) await sql.unsafe(`create database "${database}"`).catch(exceptMadeMeanwhile);
  } finally {
    await sql.end();
  }
}

function exceptMadeMeanwhile(error) {
  if (!["42P04", "23505"].includes(error.code)) throw error;
}

export const script = (file, ...args) => ["--conditions=react-server", "--import", "tsx", file, ...args];

/** Brings a database in step with the code, fills it by flag, and answers what its users need to know. */
export async function prepare(address, flag, { stdio = "inherit", logins = given } = {}) {
  const env = { DATABASE_URL: address, DATA_DIR: dataDir, ...logins };
  const { code } = await node(script("db/prepare.ts", flag), { env, stdio });
  if (code !== 0) throw new Stop(ends[code] ?? "");
  writeFileSync(inData(`${nameOf(address)}.prepared`), schemaHash());
  return surroundingsOf(address, logins);
}

/** What `db/prepare.ts` says by its exit code; of anything else it has told itself. */
const ends = {
  3: "The database broke the connection off; nothing was changed. Start again.",
  4: "The disk of the database is full; nothing was changed. Free some space and start again.",
};

/** Prepares only what was never prepared, or by other code. */
export async function prepareIfStale(address, flag, options) {
  const prepared = readIf(inData(`${nameOf(address)}.prepared`));
  if (prepared === schemaHash() && address.includes("@127.0.0.1:")) return surroundingsOf(address, given);
  return prepare(address, flag, options);
}

const schemaHash = () => hashOf(["db"]);
const nameOf = (address) => decodeURIComponent(new URL(address).pathname.slice(1));

const given = {
  DATABASE_STAFF_URL: process.env.DATABASE_STAFF_URL ?? "",
  DATABASE_VISITOR_URL: process.env.DATABASE_VISITOR_URL ?? "",
};
/** Tests never use logins that belong to another database. */
export const ownLogins = { DATABASE_STAFF_URL: "", DATABASE_VISITOR_URL: "" };

function surroundingsOf(address, logins) {
  const database = nameOf(address);
  const file = inData(`${database}.logins`);
  const made = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
  return {
    DATABASE_URL: address,
    DATABASE_STAFF_URL: logins.DATABASE_STAFF_URL || loginAddress(address, `${database}_staff`, made.staff),
    DATABASE_VISITOR_URL: logins.DATABASE_VISITOR_URL || loginAddress(address, `${database}_visitor`, made.visitor),
    DATA_DIR: dataDir,
    AUTH_SECRET: process.env.AUTH_SECRET || secret("auth"),
    CONTACT_KEY: process.env.CONTACT_KEY || secret("contacts"),
    NEXT_TELEMETRY_DISABLED: "1",
  };
}

function loginAddress(address, name, password = "") {
  const url = new URL(address);
  url.username = encodeURIComponent(name);
  url.password = encodeURIComponent(password);
  return url.toString();
}
