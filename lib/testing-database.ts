import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { vi } from "vitest";
import { migrate, openOwner } from "../db/migrate";
import { databaseUrl, env } from "./env";

/** A database of the test file alone, for what is committed: nothing of it meets the rows of other tests. */
export async function openOwnDatabase(suffix: string) {
  const url = new URL(databaseUrl("owner"));
  const name = `${url.pathname.slice(1)}_${suffix}`;
  const around = openOwner(url.toString());
  await around.unsafe(`drop database if exists "${name}" with (force)`);
  await around.unsafe(`create database "${name}"`);
  for (const login of ["STAFF_", "VISITOR_", ""] as const) {
    const own = new URL(databaseUrl(login === "STAFF_" ? "staff" : login === "VISITOR_" ? "visitor" : "owner"));
    own.pathname = `/${name}`;
    vi.stubEnv(`DATABASE_${login}URL`, own.toString());
  }
  const owner = openOwner(databaseUrl("owner"));
  const data = mkdtempSync(join(tmpdir(), "grid133-access-"));
  env.PHOTO_DIR = join(data, "photos");
  await migrate(owner, databaseUrl("owner"), data);
  const close = async () => {
    await owner.end();
    vi.unstubAllEnvs();
    await around.unsafe(`drop database if exists "${name}" with (force)`);
    await around.end();
  };
  return { owner, close };
}
