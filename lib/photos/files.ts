import "server-only";
import { randomUUID } from "node:crypto";
import { mkdir, open, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { databaseName, databaseUrl, env } from "../env";
import { codeOf } from "../errors";

const uuid = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
const whole = new RegExp(`^(${uuid})\\.jpg$`);
const begun = new RegExp(`^${uuid}\\.jpg\\.${uuid}$`);

/** Photos of one database; two that share a data folder keep apart. */
export function folderOf(database: string): string {
  return env.PHOTO_DIR ?? join(/*turbopackIgnore: true*/ env.DATA_DIR, `${database}.photos`);
}

const folder = () => folderOf(databaseName(databaseUrl("staff")));
const placeOf = (id: string, within = folder()) => join(within, id.slice(0, 2), `${id}.jpg`);

/** Puts a photo where it lies for good; half a file never bears its name. */
export async function storePhoto(id: string, bytes: Uint8Array, within = folder()): Promise<void> {
  const place = placeOf(id, within);
  const part = `${place}.${randomUUID()}`;
  await mkdir(dirname(place), { recursive: true, mode: 0o700 });
  const file = await open(part, "wx", 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(part, place);
}

/** The bytes of a photo, or null where there are none. */
export async function readPhoto(id: string): Promise<Buffer<ArrayBuffer> | null> {
  try {
    return await readFile(placeOf(id));
  } catch (error) {
    if (codeOf(error) === "ENOENT") return null;
    throw error;
  }
}

export async function dropPhoto(id: string): Promise<void> {
  await rm(placeOf(id), { force: true });
}

/** Our files since before an instant, folder by folder; one that was never finished has no id. */
export async function* storedBefore(instant: Date): AsyncGenerator<{ id: string | null; path: string }[]> {
  for (const part of await listing(folder())) {
    const found: { id: string | null; path: string }[] = [];
    for (const name of await listing(join(folder(), part))) {
      const path = join(folder(), part, name);
      const id = whole.exec(name)?.[1] ?? null;
      if ((id !== null || begun.test(name)) && (await stat(path)).mtime < instant) found.push({ id, path });
    }
    yield found;
  }
}

async function listing(path: string): Promise<string[]> {
  try {
    return await readdir(path);
  } catch (error) {
    if (codeOf(error) === "ENOENT" || codeOf(error) === "ENOTDIR") return [];
    throw error;
  }
}
