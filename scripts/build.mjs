import { existsSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { withLock } from "./locks.mjs";
import { hashOf, inData, readIf, root } from "./places.mjs";
import { node, piped, Stop, say, withProgress } from "./processes.mjs";

export const next = join(root, "node_modules/next/dist/bin/next");
const sources = ["app", "components", "db", "lib", "messages", "public", "instrumentation.ts", "next.config.js"];
const settings = ["package-lock.json", "postcss.config.mjs", "proxy.ts", "tsconfig.json"];
const mark = join(root, ".next/built-from");

/** Builds the application when the build is missing or older than its sources; answers whether it had to. */
export async function ensureBuilt() {
  if (isBuilt()) return false;
  return withLock(inData("build.lock"), "Another process is building; waiting for it.", async () => {
    if (isBuilt()) return false;
    await build();
    return true;
  });
}

async function build() {
  say("Building, about half a minute");
  const wanted = sourceHash();
  rmSync(mark, { force: true });
  const env = { NEXT_TELEMETRY_DISABLED: "1", NODE_ENV: "production" };
  const { code, output } = await withProgress(
    (past) => `building, ${past} s`,
    node([next, "build"], { ...piped, cwd: root, env }),
  );
  if (code !== 0) throw new Stop(`${output}\nThe build failed.`);
  writeFileSync(mark, wanted);
}

const isBuilt = () => existsSync(join(root, ".next/BUILD_ID")) && readIf(mark) === sourceHash();
/** Headers that depend on the public address are fixed when building. */
const sourceHash = () =>
  `${hashOf([...sources, ...settings], (file) => !/\.test\.tsx?$/.test(file))} ${process.env.APP_URL ?? ""}`;
