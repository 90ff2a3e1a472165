import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { ensureBrowser } from "./browser.mjs";
import { ensureBuilt } from "./build.mjs";
import { embeddedDatabase, makeDatabase, ownLogins, prepare } from "./database.mjs";
import { withLock } from "./locks.mjs";
import { dataDir, inData, readIf, root } from "./places.mjs";
import { begin, isEnding, stop } from "./processes.mjs";
import { freePort, serve } from "./serve.mjs";

/** A database of its own, made anew: embedded, or on the server of TEST_DATABASE_URL. Never the one in use. */
export async function testDatabase(name, flag) {
  const address = process.env.TEST_DATABASE_URL
    ? await besides(process.env.TEST_DATABASE_URL, name)
    : await embeddedDatabase(name, { cluster: "test", anew: true, forTests: true });
  return prepare(address, flag, { logins: ownLogins, stdio: ["ignore", "ignore", "inherit"] });
}

async function besides(server, name) {
  await makeDatabase(server, name, true);
  const address = new URL(server);
  address.pathname = `/${name}`;
  return address.toString();
}

export function unit(filters) {
  return alone("unit", async () => {
    const env = await testDatabase("grid133_test", "--schema-only");
    const report = inData("unit", "report.json");
    const args = ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`, ...filters];
    const code = await runner(["vitest/vitest.mjs", ...args], { env, report });
    const { numPassedTests: passed = 0, numFailedTests: failed = 0, numPendingTests: skipped = 0 } = read(report);
    return { ok: code === 0 && passed > 0, passed, failed, skipped };
  });
}

export function e2e(filters) {
  return alone("e2e", async () => {
    const CHROMIUM_PATH = await ensureBrowser();
    await ensureBuilt();
    const database = await testDatabase("grid133_e2e", "--demo");
    const port = await freePort();
    const openId = await openIdSettings();
    const { app } = await serve({ port, env: { ...database, ...openId } });
    const report = join(dataDir, "e2e/report.json");
    mkdirSync(join(dataDir, "e2e"), { recursive: true });
    const env = { ...database, ...openId, CHROMIUM_PATH, BASE_URL: `http://127.0.0.1:${port}` };
    const code = await runner(["@playwright/test/cli.js", "test", ...filters], { env, report });
    await stop(app);
    const { expected = 0, flaky = 0, unexpected: failed = 0, skipped = 0 } = read(report).stats ?? {};
    return { ok: code === 0 && expected > 0, passed: expected + flaky, failed, skipped };
  });
}

/** For the identity provider that a spec opens. */
async function openIdSettings() {
  const OIDC_ISSUER = `http://127.0.0.1:${await freePort()}`;
  return { OIDC_ISSUER, OIDC_CLIENT_ID: "grid133", OIDC_CLIENT_SECRET: "only-for-tests", OIDC_NAME: "统一认证" };
}

const alone = (name, work) => withLock(inData(`${name}.lock`), `Another run of ${name} goes on; waiting for it.`, work);

async function runner([tool, ...args], { env, report }) {
  rmSync(report, { force: true });
  const child = begin(process.execPath, [join(root, "node_modules", tool), ...args], {
    cwd: root,
    env,
    stdio: ["ignore", "inherit", "inherit"],
  });
  const { code } = await child.done;
  if (isEnding()) await new Promise(() => {});
  return code;
}

const read = (report) => JSON.parse(readIf(report) ?? "{}");
