import "server-only";
import { rm } from "node:fs/promises";
import { sql } from "drizzle-orm";
import { withVisitor } from "../../db/index";
import { storedBefore } from "./files";

const hour = 3_600_000;

/** Deletes files that no photo stands for: those of a write that did not hold, and those of photos removed. */
export async function sweepPhotos(now: Date): Promise<number> {
  let swept = 0;
  for await (const files of storedBefore(new Date(now.getTime() - hour))) {
    const kept = await known(files.flatMap(({ id }) => (id === null ? [] : [id])));
    for (const { id, path } of files) {
      if (id !== null && kept.has(id)) continue;
      await rm(path, { force: true });
      swept += 1;
    }
  }
  return swept;
}

/** Asked of the whole database, not of what one account may see. */
async function known(ids: string[]): Promise<Set<string>> {
  const rows = await withVisitor((tx) =>
    tx.execute<{ id: string }>(sql`select known_photos(${JSON.stringify(ids)}::text::jsonb) as id`),
  );
  return new Set(rows.map(({ id }) => id));
}
