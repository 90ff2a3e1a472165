import { createHash, randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

export const root = join(dirname(fileURLToPath(import.meta.url)), "..");
export const dataDir = resolve(root, process.env.DATA_DIR || ".data");

/** A file under the data folder; the folder can be walked by the account the database runs as, its secrets cannot be read. */
export function inData(...names) {
  const file = join(dataDir, ...names);
  const folder = dirname(file);
  if (!existsSync(folder)) {
    mkdirSync(folder, { recursive: true });
    chmodSync(folder, 0o755);
  }
  return file;
}

/** A secret made once per checkout. */
export function secret(name) {
  const file = inData(`${name}.secret`);
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString("base64url"), { mode: 0o600 });
  return readFileSync(file, "utf8").trim();
}

/** One hash over the named files and everything in the named folders. */
export function hashOf(names, matters = () => true) {
  const hash = createHash("sha256");
  const add = (name) => {
    const file = join(root, name);
    if (existsSync(file) && matters(name)) hash.update(`${name}\0`).update(readFileSync(file)).update("\0");
  };
  for (const name of names) {
    for (const file of filesUnder(name)) add(file);
  }
  return hash.digest("hex");
}

function filesUnder(name) {
  const entries = entriesOf(join(root, name));
  if (!entries) return [name];
  return entries.flatMap((entry) =>
    entry.isDirectory() ? filesUnder(`${name}/${entry.name}`) : [`${name}/${entry.name}`],
  );
}

function entriesOf(folder) {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    return undefined;
  }
}

export const readIf = (file) => (existsSync(file) ? readFileSync(file, "utf8") : undefined);
