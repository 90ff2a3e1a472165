import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { folder } from "../cli/testing";
import { databaseUrl } from "../lib/env";
import { openOwner } from "./migrate";

const name = `prepare 市 ${process.pid}`;
const owner = openOwner(databaseUrl("owner"));
const drop = async () => {
  await owner.unsafe(`drop database if exists "${name}" with (force)`);
  for (const login of ["staff", "visitor"]) await owner.unsafe(`drop role if exists "${name}_${login}"`);
};
beforeAll(async () => {
  await drop();
  await owner.unsafe(`create database "${name}"`);
});
afterAll(async () => {
  await drop();
  await owner.end();
});

function address(login?: string, password = ""): string {
  const url = new URL(databaseUrl("owner"));
  url.pathname = `/${encodeURIComponent(name)}`;
  if (login) [url.username, url.password] = [encodeURIComponent(`${name}_${login}`), password];
  return url.toString();
}

function prepare(logins: Record<string, string>): Promise<{ code: number; told: string }> {
  const args = ["--conditions=react-server", "--import", "tsx", "db/prepare.ts", "--schema-only"];
  const env = { NODE_ENV: "production" as const, DATABASE_URL: address(), DATA_DIR: folder, ...logins };
  return new Promise((resolve) => {
    const child = execFile(process.execPath, args, { env }, (_, out, told) =>
      resolve({ code: child.exitCode ?? -1, told: (told || out).trim() }),
    );
  });
}

test("a database of any name is prepared, and a login that is not let in is told by its setting", async () => {
  expect(await prepare({})).toEqual({ code: 0, told: "The database is in step with the code." });
  const made = JSON.parse(readFileSync(join(folder, `${name}.logins`), "utf8"));
  const visitor = { DATABASE_VISITOR_URL: address("visitor", made.visitor) };
  expect(await prepare({ ...visitor, DATABASE_STAFF_URL: address("staff", "other") })).toEqual({
    code: 1,
    told: expect.stringMatching(/^PostgreSQL at .* 市 \d+ refused the password of DATABASE_STAFF_URL\.$/),
  });
  const elsewhere = new URL(address("staff", made.staff));
  elsewhere.pathname = "/postgres";
  expect(await prepare({ ...visitor, DATABASE_STAFF_URL: elsewhere.toString() })).toEqual({
    code: 1,
    told: `DATABASE_STAFF_URL leads to postgres, DATABASE_URL to ${name}.`,
  });
}, 120_000);
