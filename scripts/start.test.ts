import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { text } from "node:stream/consumers";
import { afterAll, expect, test } from "vitest";
import { folder } from "../cli/testing";

/** Takes every connection and never says a word. */
const silent = createServer().listen(0, "127.0.0.1");
await once(silent, "listening");
const taken = portOf(silent);
const spare = createServer().listen(0);
await once(spare, "listening");
const free = portOf(spare);
spare.close();
afterAll(() => silent.close());

function portOf(server: typeof silent): string {
  const address = server.address();
  return typeof address === "object" ? String(address?.port) : "";
}

async function start(env: Record<string, string>) {
  const unset = { DATABASE_URL: "", APP_URL: "", OIDC_ISSUER: "", OIDC_CLIENT_ID: "", OIDC_CLIENT_SECRET: "" };
  const child = spawn(process.execPath, ["scripts/start.mjs"], {
    env: { PATH: process.env.PATH, NODE_ENV: "production", ...unset, PORT: free, DATA_DIR: folder, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const [told, [code]] = await Promise.all([text(child.stderr), once(child, "exit"), text(child.stdout)]);
  return { code, told: told.trim() };
}

const issuer = { OIDC_ISSUER: "https://id.test", OIDC_CLIENT_ID: "x", OIDC_CLIENT_SECRET: "x" };

test.each<[env: Record<string, string>, says: string]>([
  [{ PORT: "abc" }, "PORT is a number from 1 to 65535."],
  [{ PORT: "0x50" }, "PORT is a number from 1 to 65535."],
  [{ DEMO: "maybe" }, "DEMO is on or off."],
  [{ DATABASE_URL: "hello" }, "DATABASE_URL is an address such as"],
  [{ DATABASE_URL: "mysql://a:b@127.0.0.1/x" }, "DATABASE_URL is an address such as"],
  [{ DATABASE_URL: "postgres://a:b@127.0.0.1" }, "DATABASE_URL is an address such as"],
  [{ DATABASE_URL: "postgres://a:b@127.0.0.1/%E0%A4%A" }, "DATABASE_URL is an address such as"],
  [{ DATABASE_STAFF_URL: "hello" }, "DATABASE_STAFF_URL is an address such as"],
  [{ DATABASE_VISITOR_URL: "postgres://a:b@127.0.0.1" }, "DATABASE_VISITOR_URL is an address such as"],
  [{ DATABASE_URL: "postgres://a:b@127.0.0.1:1/x" }, "No PostgreSQL answers at 127.0.0.1:1/x."],
  [{ DATABASE_URL: `postgres://a:b@127.0.0.1:${taken}/x` }, "did not answer in 5 seconds"],
  [{ APP_URL: "grid.test" }, "APP_URL is the address that people type"],
  [{ OIDC_ISSUER: "https://id.test" }, "needs OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET together"],
  [{ ...issuer, OIDC_ISSUER: "http://id.test" }, "OIDC_ISSUER is an address with https"],
])("%j ends in one sentence", async (env, says) => {
  const { code, told } = await start(env);
  expect(told).toContain(says);
  expect(told.split("\n")).toHaveLength(1);
  expect(code).toBe(1);
});

test("a port that is taken is named, with another", async () => {
  expect(await start({ PORT: taken })).toEqual({
    code: 1,
    told: expect.stringMatching(`^Port ${taken} is taken. Choose another: PORT=\\d+ npm start$`),
  });
});
