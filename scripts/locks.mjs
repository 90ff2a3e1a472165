import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readIf } from "./places.mjs";
import { say } from "./processes.mjs";

export const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Only one process at a time; the lock of a dead one is worth nothing. */
export async function withLock(file, waiting, work) {
  for (let round = 0; !taken(file); round++) {
    if (round === 10) say(waiting);
    await sleep(100);
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

function taken(file) {
  try {
    writeFileSync(file, myself(), { flag: "wx" });
    return true;
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
    if (!holds(file)) rmSync(file, { force: true });
    return false;
  }
}

function holds(file) {
  try {
    const who = readFileSync(file, "utf8");
    return who ? isLiving(who) : Date.now() - statSync(file).mtimeMs < 2000;
  } catch {
    return false;
  }
}

/** Remembers a child at work on what is shared: a kill takes its parent and leaves it working. */
export function noteChild(file, pid) {
  if (pid) writeFileSync(file, `${pid} ${birth(pid)}`);
}

/** Ends the child that a killed process has left behind. */
export async function endLeft(file) {
  const who = readIf(file);
  if (!who) return;
  while (isLiving(who)) {
    killGroup(Number(who.split(" ")[0]));
    await sleep(100);
  }
  rmSync(file, { force: true });
}

function killGroup(pid) {
  try {
    process.kill(process.platform === "win32" ? pid : -pid, "SIGKILL");
  } catch (error) {
    if (error.code !== "ESRCH") throw error;
  }
}

/** Who uses a thing that several processes share: one file each, named for the process. */
export function users(folder) {
  mkdirSync(folder, { recursive: true });
  const mine = join(folder, String(process.pid));
  return {
    join: () => writeFileSync(mine, myself()),
    leave: () => rmSync(mine, { force: true }),
    others: () => readdirSync(folder).filter((name) => name !== String(process.pid) && keeps(join(folder, name))),
  };
}

function keeps(file) {
  if (holds(file)) return true;
  rmSync(file, { force: true });
  return false;
}

const myself = () => `${process.pid} ${birth(process.pid)}`;
const isLiving = (who) => {
  const [pid = "", ...born] = who.split(" ");
  return isAlive(Number(pid)) && birth(Number(pid)) === born.join(" ");
};

export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

/** Tells a process from a later one with the same number. */
function birth(pid) {
  if (process.platform === "win32") return "";
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? "";
  } catch {
    return psOf(pid, "lstart=");
  }
}

export function commandOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
  } catch {
    return psOf(pid, "command=");
  }
}

function psOf(pid, field) {
  try {
    return execFileSync("ps", ["-o", field, "-p", String(pid)], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    }).trim();
  } catch {
    return "";
  }
}
