import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { endLeft, noteChild, withLock } from "./locks.mjs";
import { inData, readIf, root } from "./places.mjs";
import { run, Stop, say, withProgress } from "./processes.mjs";

export function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major < 20 || (major === 20 && minor < 19))
    throw new Stop(`Node.js 20.19 or later is needed; this is ${process.version}.`);
}

/** Installs by the lockfile when a package is missing, half there, or of another version. */
export async function ensureInstalled() {
  checkNode();
  if (isInstalled()) return;
  await withLock(inData("install.lock"), "Another start is installing; waiting for it.", async () => {
    if (!isInstalled()) await install();
  });
}

async function install() {
  const wanted = Object.keys(lock().packages).filter((at) => at && needed(lock().packages[at]));
  await endLeft(inData("install.npm"));
  say(`Installing ${wanted.length} packages by the lockfile`);
  const progress = () => `${wanted.filter(isThere).length} of ${wanted.length} packages`;
  const { code } = await withProgress(
    progress,
    npm(["ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"]),
  );
  if (code !== 0) throw new Stop("Installing the packages failed (see above); start again to go on.");
  if (!isInstalled())
    throw new Stop(
      "npm finished, but packages are missing. Is this platform in the lockfile? Remove node_modules and start again.",
    );
}

function npm(args) {
  const own = process.env.npm_execpath;
  const options = { cwd: root, onBegin: ({ pid }) => noteChild(inData("install.npm"), pid) };
  if (own?.endsWith(".js")) return run(process.execPath, [own, ...args], options);
  return run("npm", args, { ...options, shell: process.platform === "win32" });
}

const lock = () => JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"));
const isThere = (at) => existsSync(join(root, at, "package.json"));

/** npm writes what it installed into node_modules as the last thing it does. */
function isInstalled() {
  const installed = readIf(join(root, "node_modules/.package-lock.json"));
  if (!installed) return false;
  const have = JSON.parse(installed).packages;
  return Object.entries(lock().packages).every(([at, wanted]) => {
    if (!at) return true;
    const found = have[at];
    return found
      ? found.version === wanted.version && found.integrity === wanted.integrity && isThere(at)
      : !needed(wanted);
  });
}

/** Optional packages are those of some platform; only this one's have to be there. */
function needed({ optional, os, cpu, libc }) {
  if (!optional) return true;
  if (!os) return false;
  return os.includes(process.platform) && (!cpu || cpu.includes(process.arch)) && (!libc || libc.includes(cLibrary()));
}

function cLibrary() {
  return process.report.getReport().header.glibcVersionRuntime ? "glibc" : "musl";
}
