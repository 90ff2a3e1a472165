import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { Stop } from "./processes.mjs";

const isRoot = process.getuid?.() === 0;

/** PostgreSQL refuses root: it runs as who owns the cluster, else as a lesser account of the system. */
export function databaseAccount(folder) {
  const owner = existsSync(folder) ? statSync(folder) : undefined;
  if (!isRoot) return checked(owner, folder);
  if (owner?.uid) return { uid: owner.uid, gid: owner.gid };
  const account = lookUp("postgres") ?? lookUp("nobody");
  if (!account)
    throw new Stop(
      'PostgreSQL refuses to run as root, and there is no account "postgres" or "nobody". Start as another user, or set DATABASE_URL.',
    );
  return account;
}

function checked(owner, folder) {
  if (owner && process.getuid && owner.uid !== process.getuid()) {
    throw new Stop(
      `The database in ${folder} belongs to another user. Start as that user or as root, or set DATA_DIR to a folder of your own.`,
    );
  }
  return {};
}

function lookUp(name) {
  const line = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .find((entry) => entry.startsWith(`${name}:`));
  return line && { uid: Number(line.split(":")[2]), gid: Number(line.split(":")[3]) };
}

/** Whether an account can walk to a place: the search bit on every folder above that stands. */
export function canReach({ uid, gid }, place) {
  if (uid === undefined) return true;
  for (let folder = resolve(place); ; folder = dirname(folder)) {
    if (existsSync(folder) && !canSearch({ uid, gid }, statSync(folder))) return false;
    if (folder === dirname(folder)) return true;
  }
}

function canSearch({ uid, gid }, folder) {
  if (folder.uid === uid) return (folder.mode & 0o100) !== 0;
  if (folder.gid === gid) return (folder.mode & 0o010) !== 0;
  return (folder.mode & 0o001) !== 0;
}
