import "server-only";
import { imports } from "../../db/schema/cases";
import type { Context } from "../context";
import { record } from "./record";

export type ImportTrace = {
  id: string;
  kind: (typeof imports.$inferInsert)["kind"];
  into: { id: string; pos: number };
  file: { name: string; hash: string };
  counts: { read: number; new: number; changed: number; same: number; rejected: number; excluded?: number };
  /** What else the event tells of it. */
  detail: Record<string, unknown>;
};

/** Keeps that a file was read, and leaves the event of it; the cases it brought are counted with it. */
export async function recordImport(ctx: Context, { id, kind, into, file, counts, detail }: ImportTrace): Promise<void> {
  const { read, new: added, changed, same, rejected, excluded = 0 } = counts;
  // biome-ignore lint/plugin: the import that calls this has asked
  await ctx.db.insert(imports).values({
    id,
    kind,
    areaId: into.id,
    areaPos: into.pos,
    fileName: file.name,
    fileHash: file.hash,
    rows: read,
    applied: added + changed,
    rejected,
    excluded,
    at: ctx.now,
  });
  await record(ctx, {
    subject: "import",
    id,
    action: `${kind}.imported`,
    areaPos: into.pos,
    detail: { file: file.name, read, new: added, changed, same, rejected, ...detail },
    ...(kind === "cases" ? { counts: { of: "import" } as const } : {}),
  });
}
