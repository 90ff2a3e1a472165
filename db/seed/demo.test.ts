import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Sql } from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { databaseUrl } from "../../lib/env";
import { migrate, openOwner } from "../migrate";
import { findDifference } from "../recount";
import { loadDemo } from "./demo";

const now = new Date("2026-11-23T15:40:00+08:00");
const url = new URL(databaseUrl("owner"));
const name = `${url.pathname.slice(1)}_demo`;

let around: Sql;
let owner: Sql;

beforeAll(async () => {
  around = openOwner(url.toString());
  await clear();
  await around.unsafe(`create database "${name}"`);
  const own = new URL(url);
  own.pathname = `/${name}`;
  owner = openOwner(own.toString());
  await migrate(owner, own.toString(), mkdtempSync(join(tmpdir(), "grid133-demo-")));
  await loadDemo(owner, now, () => {}, 6_000);
}, 120_000);

afterAll(async () => {
  await owner?.end();
  await clear();
  await around.end();
});

async function clear(): Promise<void> {
  await around.unsafe(`drop database if exists "${name}"`);
  for (const login of ["staff", "visitor"]) await around.unsafe(`drop role if exists "${name}_${login}"`);
}

test("its counts are those of its records", async () => {
  expect(await findDifference(owner)).toBeNull();
});

test("its positions are those of its areas", async () => {
  for (const table of [
    "cases",
    "boundaries",
    "officers",
    "stations",
    "units",
    "visits",
    "area_codes",
    "estates",
    "findings",
  ]) {
    const [row] = await owner.unsafe(
      `select count(*)::int as n from ${table} t join areas a on a.id = t.area_id where a.pos <> t.area_pos`,
    );
    expect(row?.n).toBe(0);
  }
});

test("every role has an account, and only the operator cannot sign in", async () => {
  const roles = await owner`select distinct role from grants order by 1`;
  expect(roles).toHaveLength(8);
  const silent = await owner`select login from accounts where password_hash is null`;
  expect(silent.map(({ login }) => login)).toEqual(["operator"]);
});

test("it says of itself that it is a demo", async () => {
  const [row] = await owner`select value from settings where key = 'demo'`;
  expect(row?.value).toMatchObject({ day: "2026-11-23", password: "grid133-demo" });
});

test("keys and indexes are back after loading", async () => {
  const [row] = await owner`
    select count(*) filter (where contype = 'f')::int as pointing, count(*) filter (where contype = 'p')::int as keys
    from pg_constraint where conrelid in ('cases'::regclass, 'assignments'::regclass, 'events'::regclass, 'day_sums'::regclass, 'mix_sums'::regclass)`;
  expect(row).toEqual({ pointing: 9, keys: 5 });
});
