import { databaseName, databaseUrl, env } from "../lib/env";
import { codeOf } from "../lib/errors";
import { migrate, openOwner } from "./migrate";
import { makeFirstAccounts } from "./seed/first-accounts";

const say = (line: string) => console.log(line);
const exits = { lost: 3, full: 4 };
/** Ends of which whoever called knows more, as whether it is the own disk that is full: known by the exit code alone. */
const toldByCaller: Record<string, number> = {
  ECONNRESET: exits.lost,
  EPIPE: exits.lost,
  CONNECTION_CLOSED: exits.lost,
  CONNECTION_DESTROYED: exits.lost,
  "53100": exits.full,
};

const contents = ["--demo", "--empty", "--schema-only"] as const;

/** The driver may write once more to a connection that is gone, where no promise hears of it. */
process.on("uncaughtException", (error) => {
  const isLost = error instanceof TypeError && error.message.includes("reading 'write'");
  if (!isLost) console.error(error);
  process.exit(isLost ? exits.lost : 1);
});

process.exitCode = await prepare(process.argv[2] ?? "--schema-only");

/** Brings the database in step with the code and, where it is empty, puts in what the flag says. */
async function prepare(flag: string): Promise<number> {
  if (!contents.some((known) => known === flag)) {
    console.error(`Unknown: ${flag}. One of ${contents.join(", ")}.`);
    return 2;
  }
  const url = databaseUrl("owner");
  const owner = openOwner(url);
  try {
    await greet(owner);
    const { staff, visitor } = await migrate(owner, url, env.DATA_DIR);
    const [here] = await nameOfHere(owner);
    for (const [name, address] of Object.entries({ DATABASE_STAFF_URL: staff, DATABASE_VISITOR_URL: visitor }))
      await enter(name, address, String(here?.name));
    if (flag === "--demo") await fillWithDemo(owner);
    if (flag === "--empty") await openFirstAccounts(owner);
    say("The database is in step with the code.");
    return 0;
  } catch (error) {
    const told = isUnencrypted(error, url) ? undefined : toldByCaller[codeOf(error) ?? ""];
    if (told === undefined) console.error(inOneSentence(error, url));
    return told ?? 1;
  } finally {
    await owner.end({ timeout: 5 }).catch(() => {});
  }
}

/** What takes the connection and says nothing would be waited for without end. */
async function greet(owner: ReturnType<typeof openOwner>): Promise<void> {
  const silent = Object.assign(new Error("silent"), { code: "CONNECT_TIMEOUT" });
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(silent), 5000);
  });
  await Promise.race([owner`select 1`, tooLong]).finally(() => clearTimeout(timer));
}

/** A login that is not let in, or into another database, would show only when somebody signs in. */
async function enter(name: string, address: string, database: string): Promise<void> {
  const login = openOwner(address);
  try {
    await greet(login);
    const [here] = await nameOfHere(login);
    if (here?.name !== database) throw new Error(`${name} leads to ${here?.name}, DATABASE_URL to ${database}.`);
  } catch (error) {
    throw new Error(inOneSentence(error, address, name));
  } finally {
    await login.end({ timeout: 5 }).catch(() => {});
  }
}

function nameOfHere(login: ReturnType<typeof openOwner>) {
  return login`select current_database() as name`;
}

async function fillWithDemo(owner: ReturnType<typeof openOwner>): Promise<void> {
  const [area] = await owner`select 1 from areas limit 1`;
  const [demo] = await owner`select value as world from settings where key = 'demo'`;
  if (!area) {
    const { loadDemo } = await import("./seed/demo");
    await loadDemo(owner, new Date(), (line) => say(`  ${line}`));
    return fillWithDemo(owner);
  }
  if (!demo) {
    say("There are areas already, so no demo was loaded.");
    return openFirstAccounts(owner);
  }
  say(`Demo accounts, all with the password ${demo.world.password}:`);
  for (const { login, name, area: at } of demo.world.accounts) say(`  ${String(login).padEnd(18)}${name} · ${at}`);
}

async function openFirstAccounts(owner: ReturnType<typeof openOwner>): Promise<void> {
  const made = await makeFirstAccounts(owner);
  if (made.length === 0) return;
  say("The first accounts. Their passwords are shown only now; change them after signing in:");
  for (const { login, name, password } of made) say(`  ${login.padEnd(12)}${password}  ${name}`);
}

/** What happened and what to do; never a password, which an address may hold. */
function inOneSentence(error: unknown, url: string, name = "DATABASE_URL"): string {
  const code = codeOf(error);
  const { hostname, port } = new URL(url);
  const database = databaseName(url);
  const where = `${hostname}:${port || 5432}/${database}`;
  const known: Record<string, string> = {
    ECONNREFUSED: `No PostgreSQL answers at ${where}. Is it running, and is ${name} right?`,
    ENOTFOUND: `The host of ${where} is not known. Is ${name} right?`,
    EHOSTUNREACH: `The host of ${where} cannot be reached.`,
    CONNECT_TIMEOUT: `PostgreSQL at ${where} did not answer in 5 seconds.`,
    "28P01": `PostgreSQL at ${where} refused the password of ${name}.`,
    "28000": `PostgreSQL at ${where} does not let the login of ${name} in.`,
    "3D000": `There is no database ${database} on ${hostname}; create it first.`,
    "42501": `The login of ${name} may not do this; it must own the database ${database}: ${textOf(error)}`,
    "0A000": `${textOf(error)} Install the contrib package of PostgreSQL, or let an administrator run: CREATE EXTENSION btree_gist;`,
    "57P03": `PostgreSQL at ${where} is just starting or stopping; try again in a moment.`,
  };
  if (isUnencrypted(error, url)) return `PostgreSQL at ${where} does not encrypt, as the sslmode of ${name} asks for.`;
  return known[code ?? ""] ?? textOf(error);
}

function isUnencrypted(error: unknown, url: string): boolean {
  return new URL(url).searchParams.has("sslmode") && textOf(error).includes("before secure TLS connection");
}

function textOf(error: unknown): string {
  if (error instanceof AggregateError) return textOf(error.errors[0]);
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? textOf(error.cause) : error.message;
}
