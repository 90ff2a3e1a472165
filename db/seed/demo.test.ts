import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Sql } from "postgres";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { databaseUrl, env } from "../../lib/env";
import { readPhoto } from "../../lib/photos/files";
import { migrate, openOwner } from "../migrate";
import { findDifference } from "../recount";
import { loadDemo } from "./demo";
import { sceneSize } from "./scenes";

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
  env.PHOTO_DIR = mkdtempSync(join(tmpdir(), "grid133-photos-"));
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
    "projects",
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

test("its photos have their files, and one of the places is shown before and after", async () => {
  const photos = await owner`
    select id, case_id, kind from case_photos order by case_id, added_at`;
  expect(photos.length).toBeGreaterThan(3);
  for (const { id } of photos) {
    const { format, width, height } = await sharp((await readPhoto(id)) ?? undefined).metadata();
    expect({ format, width, height }).toEqual({ format: "jpeg", ...sceneSize });
  }
  expect(photos.some(({ case_id, kind }, i) => kind === "after" && photos[i - 1]?.case_id === case_id)).toBe(true);
});

test("it follows a matter in every street, one of them to its end, and an improvement is done with one", async () => {
  const [row] = await owner`
    select count(*)::int as topics, count(closed_on)::int as closed,
      (select count(topic_id)::int from improvements) as joined from topics`;
  expect(row).toEqual({ topics: 4, closed: 1, joined: 1 });
});

test("keys and indexes are back after loading", async () => {
  const [row] = await owner`
    select count(*) filter (where contype = 'f')::int as pointing, count(*) filter (where contype = 'p')::int as keys
    from pg_constraint where conrelid in ('cases'::regclass, 'assignments'::regclass, 'events'::regclass, 'day_sums'::regclass, 'mix_sums'::regclass)`;
  expect(row).toEqual({ pointing: 9, keys: 5 });
});
