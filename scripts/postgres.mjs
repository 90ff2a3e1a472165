import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chownSync, closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { commandOf, isAlive, sleep, users, withLock } from "./locks.mjs";
import { placeOf } from "./native.mjs";
import { readIf } from "./places.mjs";
import { piped, run, Stop, say } from "./processes.mjs";

const careless = ["fsync=off", "synchronous_commit=off", "full_page_writes=off"];
const always = [
  "listen_addresses=127.0.0.1",
  "unix_socket_directories=",
  "lc_messages=C",
  "log_checkpoints=off",
  "max_connections=60",
];

/**
 * Starts the PostgreSQL of the platform package on a cluster under the data folder, made on first use, or joins the one
 * that already runs there. The last process to leave ends it.
 */
export async function openCluster(name, { settings = [], forTests = false } = {}) {
  const place = placeOf(name);
  const guests = users(place.beside("users"));
  const alone = (work) =>
    withLock(place.beside("lock"), "Another process is starting or ending the database; waiting for it.", work);
  const server = await alone(async () => {
    await ensureMade(place, forTests);
    const found = running(place) ?? (await launch(place, [...always, ...settings, ...(forTests ? careless : [])]));
    guests.join();
    return found;
  });
  const password = readFileSync(place.beside("secret"), "utf8").trim();
  return {
    ended: server.ended,
    url: (database) => `postgres://app:${password}@127.0.0.1:${server.port}/${database}`,
    leave: () =>
      alone(async () => {
        guests.leave();
        if (guests.others().length === 0) await endServer(server.pid);
      }),
  };
}

async function ensureMade(place, forTests) {
  const made = existsSync(place.folder) && readIf(place.beside("made"));
  if (made && made !== place.major) {
    throw new Stop(
      `The database in ${place.folder} was made by PostgreSQL ${made}; this is ${place.major}. Export it with the old version first.`,
    );
  }
  if (!made) await makeCluster(place, forTests);
}

/** The mark is written last: a cluster cut short by a kill is made anew, and so is one whose folder is gone. */
async function makeCluster({ folder, account, program, beside, major }, forTests) {
  say("Making the database");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { mode: 0o700 });
  const secret = beside("secret");
  writeFileSync(secret, randomBytes(18).toString("base64url"), { mode: 0o600 });
  own([folder, secret], account);
  const locale = process.platform === "darwin" ? "en_US.UTF-8" : "C.UTF-8";
  const words = ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C", `--lc-ctype=${locale}`];
  const args = [
    "-D",
    folder,
    "-U",
    "app",
    "--pwfile",
    secret,
    "-A",
    "scram-sha-256",
    "-E",
    "UTF8",
    "--no-instructions",
    ...words,
  ];
  const options = { ...piped, ...account, cwd: "/", env: surroundings };
  const { code, output } = await run(program("initdb"), [...args, ...(forTests ? ["--no-sync"] : [])], options);
  if (code !== 0) {
    rmSync(folder, { recursive: true, force: true });
    throw new Stop(`The database could not be made: ${output.trim()}`);
  }
  if (account.uid !== undefined) own([secret], { uid: 0, gid: 0 });
  writeFileSync(beside("made"), major);
}

const surroundings = { LC_ALL: "C", TZ: "UTC" };

function own(places, { uid, gid }) {
  if (uid !== undefined) for (const place of places) chownSync(place, uid, gid);
}

/** The server that holds the cluster; what a killed one left behind is cleared away. */
function running({ pidFile, folder }) {
  const [pid, , , port] = (readIf(pidFile) ?? "").split("\n").map(Number);
  if (!pid) return undefined;
  if (isAlive(pid) && commandOf(pid).includes(folder)) return { pid, port };
  rmSync(pidFile, { force: true });
  return undefined;
}

async function launch(place, settings, attempt = 1) {
  const port = await freePort();
  const log = openSync(place.beside("log"), "w");
  const args = ["-D", place.folder, "-p", String(port), ...settings.flatMap((setting) => ["-c", setting])];
  const options = {
    ...place.account,
    cwd: place.folder,
    detached: process.platform !== "win32",
    stdio: ["ignore", log, log],
  };
  const child = spawn(place.program("postgres"), args, { ...options, env: { ...process.env, ...surroundings } });
  closeSync(log);
  child.unref();
  const ended = new Promise((resolve) => child.once("exit", resolve).once("error", resolve));
  if (await isReady(child, place)) return { pid: child.pid, port, ended };
  const told = readIf(place.beside("log")) ?? "";
  if (attempt < 5 && /could not bind|shared memory block|lock file .* already exists/.test(told)) {
    await sleep(500 * attempt);
    return launch(place, settings, attempt + 1);
  }
  throw new Stop(`The database did not start: ${told.trim().slice(-2000)}`);
}

async function isReady(child, { pidFile }) {
  for (let i = 0; i < 3000; i++) {
    if (child.exitCode !== null || child.signalCode || !child.pid) return false;
    const lines = (existsSync(pidFile) ? readFileSync(pidFile, "utf8") : "").split("\n");
    if (Number(lines[0]) === child.pid && lines[7]?.trim() === "ready") return true;
    await sleep(20);
  }
  child.kill("SIGQUIT");
  return false;
}

async function endServer(pid) {
  for (const [signal, patience] of [
    ["SIGINT", 15_000],
    ["SIGQUIT", 5_000],
  ]) {
    if (!isAlive(pid)) return;
    process.kill(pid, signal);
    for (let waited = 0; waited < patience && isAlive(pid); waited += 20) await sleep(20);
  }
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
