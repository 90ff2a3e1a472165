import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { ensureBuilt, next } from "./build.mjs";
import { dataDir, inData, root } from "./places.mjs";
import { node, piped } from "./processes.mjs";

/** The script behind a command of a package, so that no shell stands between. */
function tool(name, bin = name) {
  const folder = join(root, "node_modules", name);
  const { bin: bins } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  return join(folder, typeof bins === "string" ? bins : bins[bin]);
}

export async function types() {
  const routes = await node([next, "typegen"], { ...piped, cwd: root });
  if (routes.code !== 0) return { ok: false, looked: `no routes\n${routes.output}` };
  const { code, output } = await node([tool("typescript", "tsc"), "--noEmit", "--listFiles", "--pretty", "false"], {
    ...piped,
    cwd: root,
  });
  const lines = output.split("\n").filter(Boolean);
  const listed = lines.filter((line) => existsSync(line));
  const files = listed.filter((line) => !line.includes("node_modules")).length;
  for (const line of lines) if (!existsSync(line)) console.log(line);
  return { ok: code === 0 && files > 0, looked: `${files} files` };
}

export async function lint() {
  const args = [
    "check",
    "--error-on-warnings",
    "--max-diagnostics=100",
    `--colors=${process.stdout.isTTY ? "force" : "off"}`,
  ];
  const { code, output } = await node([tool("@biomejs/biome", "biome"), ...args], { ...piped, cwd: root });
  if (code !== 0) console.log(output);
  const files = Number(/Checked (\d+) files/.exec(output)?.[1] ?? 0);
  return { ok: code === 0 && files > 0, looked: `${files} files` };
}

export async function knip() {
  const reporters = ["--reporter", "symbols", "--reporter", "./scripts/knip-count.mjs"];
  const { code, output } = await node([tool("knip"), "--no-progress", ...reporters], { ...piped, cwd: root });
  const files = Number(/Looked at (\d+) files/.exec(output)?.[1] ?? 0);
  if (code !== 0 || files === 0) console.log(output);
  return { ok: code === 0 && files > 0, looked: `${files} files` };
}

/** Generating into a copy writes nothing new, and the history is whole. */
export async function migrations() {
  const copy = inData("migrations", "copy");
  const config = join(dataDir, "migrations/drizzle.config.ts");
  rmSync(copy, { recursive: true, force: true });
  mkdirSync(copy, { recursive: true });
  cpSync(join(root, "db/migrations"), copy, { recursive: true });
  const out = JSON.stringify(`./${relative(root, copy)}`);
  writeFileSync(
    config,
    `import config from ${JSON.stringify(join(root, "drizzle.config.ts"))};\nexport default { ...config, out: ${out} };\n`,
  );
  const before = readdirSync(copy, { recursive: true }).length;
  const kit = (...args) => node([tool("drizzle-kit"), ...args], { ...piped, cwd: root });
  const made = await kit("generate", `--config=${config}`, "--name=not-in-step");
  const checked = await kit("check");
  const after = readdirSync(copy, { recursive: true });
  const ok = made.code === 0 && checked.code === 0 && after.length === before;
  if (!ok)
    console.log(
      `${made.output}\n${checked.output}\nThe schema and its migrations differ: npm run db:generate -- --name what-changed`,
    );
  return { ok, looked: `${after.filter((name) => name.endsWith(".sql")).length} migrations` };
}

export async function build() {
  const isNew = await ensureBuilt();
  const routes = join(root, ".next/app-path-routes-manifest.json");
  const count = Object.keys(JSON.parse(readFileSync(routes, "utf8"))).length;
  return { ok: count > 0, looked: `${count} routes${isNew ? "" : ", built before from the same sources"}` };
}
