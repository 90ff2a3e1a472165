import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./places.mjs";

/** Below these, the framework has holes that are publicly known. */
const floors = { next: "16.4.5", react: "19.3.1", "react-dom": "19.3.1", "drizzle-orm": "0.45.2", sharp: "0.35.5" };

/** The lockfile names no host, has a hash for everything, and the packages of every platform. */
export function lock() {
  const packages = readPackages();
  const wrong = Object.entries(packages).flatMap(([at, entry]) => [
    ...(entry.resolved && !entry.link ? [`a host is recorded: ${at}`] : []),
    ...(at && !entry.link && !entry.inBundle && !entry.integrity ? [`no hash: ${at}`] : []),
    ...Object.keys(entry.optionalDependencies ?? {})
      .filter((name) => !isFound(packages, at, name))
      .map((name) => `a platform's package is missing: ${name}`),
  ]);
  return verdict(wrong, `${Object.keys(packages).length} packages`);
}

export function versions() {
  const packages = readPackages();
  const seen = Object.entries(floors).map(([name, floor]) => ({
    name,
    floor,
    version: packages[`node_modules/${name}`]?.version,
  }));
  const wrong = seen
    .filter(({ floor, version }) => version && version.localeCompare(floor, "en", { numeric: true }) < 0)
    .map(({ name, floor, version }) => `${name} ${version} is older than ${floor}`);
  return verdict(wrong, seen.map(({ name, version }) => `${name} ${version ?? "(not there)"}`).join(", "));
}

function verdict(wrong, looked) {
  for (const line of wrong) console.log(line);
  return { ok: wrong.length === 0, looked };
}

const readPackages = () => JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")).packages;

/** Looks where Node would look: beneath the package, then beneath every package around it. */
function isFound(packages, at, name) {
  const around = at.split("/node_modules/");
  const beneath = around.map(
    (_, depth) => `${around.slice(0, around.length - depth).join("/node_modules/")}/node_modules/${name}`,
  );
  return [...beneath, `node_modules/${name}`].some((place) => place in packages);
}
